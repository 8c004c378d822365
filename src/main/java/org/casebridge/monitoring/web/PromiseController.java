package org.casebridge.monitoring.web;

import static org.casebridge.access.Permission.RECORD_CONTACTS;
import static org.casebridge.access.Permission.SEE_CONTACTS;

import casebridge.pages.Templates;
import java.util.List;
import java.util.Map;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.monitoring.PromiseId;
import org.casebridge.monitoring.Promises;
import org.casebridge.monitoring.Radar;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The ledger of promises about a client, and its page for the client. */
@Controller
class PromiseController {

    private final Promises promises;
    private final Radar radar;
    private final Clients clients;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    PromiseController(Promises promises, Radar radar, Clients clients, ClientHeads heads, Forms forms, Templates pages) {
        this.promises = promises;
        this.radar = radar;
        this.clients = clients;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/clients/{client}/promises")
    @Requires(SEE_CONTACTS)
    View list(@PathVariable ClientId client) {
        return Page.of(page(client, null, null, null));
    }

    @PostMapping("/clients/{client}/promises")
    @Requires(RECORD_CONTACTS)
    View make(@PathVariable ClientId client, Form<NoteForms.MakePromise> form) {
        return form.did(() -> {
            heads.of(client);
            promises.make(client, form.said().said(), null);
        }) ? Page.at(path(client)) : Page.again(page(client, form, null, null));
    }

    @PostMapping("/clients/{client}/promises/{promise}/settlement")
    @Requires(RECORD_CONTACTS)
    View settle(@PathVariable ClientId client, @PathVariable PromiseId promise, Form<NoteForms.SettlePromise> form) {
        return form.did(() -> promises.settle(client, promise, form.said().status(), form.said().reason() == null ? "" : form.said().reason())) ? Page.at(path(client))
                : Page.again(page(client, null, promise, form));
    }

    /** To show the client, or to give them: in their language, without names of staff or reasons. */
    @GetMapping("/clients/{client}/promises/shown")
    @Requires(SEE_CONTACTS)
    View shown(@PathVariable ClientId client) {
        var person = clients.get(client);
        return Page.in(Say.spoken(person.about().languages()), pages.monitoringPromisesshown(person.name(), promises.of(client), radar.today(), "/clients/" + client.text() + "/promises"));
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, @Nullable Form<NoteForms.MakePromise> make, @Nullable PromiseId settled, @Nullable Form<NoteForms.SettlePromise> settling) {
        return pages.monitoringPromises(heads.of(client), promises.of(client), radar.today(), make != null ? make : forms.open(NoteForms.MakePromise.class, Map.of("by", List.of("US")), path(client)),
                settled == null ? "" : settled.text(), settling != null ? settling : forms.open(NoteForms.SettlePromise.class, path(client) + "/settlement"));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/promises";
    }
}
