package org.casebridge.clients.web;

import static org.casebridge.access.Permission.ADD_CLIENTS;

import casebridge.pages.Templates;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.Lookalikes;
import org.casebridge.clients.NameUse;
import org.casebridge.clients.PersonName;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Adding a person: whoever may be the same is shown before anything is saved. */
@Controller
class AddClientController {

    private static final String ACTION = "/clients";

    private final Clients clients;
    private final Lookalikes lookalikes;
    private final Forms forms;
    private final Templates pages;

    AddClientController(Clients clients, Lookalikes lookalikes, Forms forms, Templates pages) {
        this.clients = clients;
        this.lookalikes = lookalikes;
        this.forms = forms;
        this.pages = pages;
    }

    /** {@code name} is what was searched for in vain; {@code then} is "intake" for who comes from there and goes on with it. */
    @GetMapping("/clients/new")
    @Requires(ADD_CLIENTS)
    View form(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String then) {
        var searched = name.strip();
        boolean readable = searched.length() <= 120 && searched.matches("[\\p{L}\\p{M} .'’-]+");
        var who = Who.named(readable ? Rows.Name.of(PersonName.read(searched)) : Rows.Name.blank(NameUse.LEGAL));
        return Page.of(pages.clientsAdd(forms.open(new AddClient(who, null, null, null), ACTION), null, then));
    }

    @PostMapping("/clients")
    @Requires(ADD_CLIENTS)
    View add(Form<AddClient> form, @RequestParam(defaultValue = "") String then) {
        if (form.wrong()) {
            return Page.again(pages.clientsAdd(form, null, then));
        }
        var said = form.said().said(form);
        if (!form.did(() -> clients.check(said))) {
            return Page.again(pages.clientsAdd(form, null, then));
        }
        var known = lookalikes.of(said);
        if (known.any() && !known.nothingBut(Rows.text(form.said().seen()))) {
            Here.shows(known.people().stream().map(it -> it.client().id()).toList());
            return Page.again(pages.clientsAdd(form, known, then));
        }
        ClientId added = form.attempt(() -> clients.add(said));
        return added == null ? Page.again(pages.clientsAdd(form, null, then)) : Page.at("/clients/" + added.text() + (then.equals("intake") ? "/intakes/new" : ""));
    }
}
