package org.casebridge.clients.web;

import static org.casebridge.access.Permission.CHANGE_CLIENTS;

import casebridge.pages.Templates;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.SupportId;
import org.casebridge.clients.Supports;
import org.casebridge.kernel.Id;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The people who support a client: adding, changing, ending. */
@Controller
class SupportController {

    private final Supports supports;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    SupportController(Supports supports, ClientHeads heads, Forms forms, Templates pages) {
        this.supports = supports;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/clients/{client}/supports/new")
    @Requires(CHANGE_CLIENTS)
    View form(@PathVariable ClientId client) {
        return Page.of(pages.clientsSupport(heads.of(client), forms.open(KeepSupport.class, path(client)), path(client), null));
    }

    @PostMapping("/clients/{client}/supports")
    @Requires(CHANGE_CLIENTS)
    View add(@PathVariable ClientId client, Form<KeepSupport> form) {
        var head = heads.of(client);
        if (!form.wrong()) {
            form.attempt(() -> supports.add(form.said().said(client, new SupportId(Id.fresh()))));
        }
        return form.wrong() ? Page.again(pages.clientsSupport(head, form, path(client), null)) : saved(client);
    }

    @GetMapping("/clients/{client}/supports/{support}")
    @Requires(CHANGE_CLIENTS)
    View change(@PathVariable ClientId client, @PathVariable SupportId support) {
        var known = supports.get(client, support);
        return Page.of(pages.clientsSupport(heads.of(client), forms.open(KeepSupport.of(known), path(client) + "/" + support.text()), path(client) + "/" + support.text(), known));
    }

    @PostMapping("/clients/{client}/supports/{support}")
    @Requires(CHANGE_CLIENTS)
    View replace(@PathVariable ClientId client, @PathVariable SupportId support, Form<KeepSupport> form) {
        var known = supports.get(client, support);
        if (!form.wrong()) {
            form.attempt(() -> {
                supports.replace(form.said().said(client, support));
                return true;
            });
        }
        var shown = form.general() == null ? form : form.with("version", String.valueOf(known.version()));
        return form.wrong() ? Page.again(pages.clientsSupport(heads.of(client), shown, path(client) + "/" + support.text(), known)) : saved(client);
    }

    @PostMapping("/clients/{client}/supports/{support}/end")
    @Requires(CHANGE_CLIENTS)
    View end(@PathVariable ClientId client, @PathVariable SupportId support) {
        supports.end(client, support);
        return saved(client);
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/supports";
    }

    private static View saved(ClientId client) {
        return Page.at("/clients/" + client.text() + "/person");
    }
}
