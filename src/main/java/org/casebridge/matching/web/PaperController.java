package org.casebridge.matching.web;

import static org.casebridge.access.Permission.ADD_DOCUMENTS;
import static org.casebridge.access.Permission.SEE_DOCUMENTS;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.matching.Papers;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The ledger of a client's papers. */
@Controller
class PaperController {

    private final Papers papers;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    PaperController(Papers papers, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.papers = papers;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/papers")
    @Requires(SEE_DOCUMENTS)
    View ledger(@PathVariable ClientId client) {
        return Page.of(page(client, forms.open(KeepPaper.class, path(client))));
    }

    @PostMapping("/clients/{client}/papers")
    @Requires(ADD_DOCUMENTS)
    View keep(@PathVariable ClientId client, Form<KeepPaper> form) {
        return form.did(() -> {
            var said = form.said();
            papers.keep(client, said.kind(), said.whose() == null ? "" : said.whose(), said.requestedOn(), said.receivedOn(), said.issuedOn(), said.expiresOn(), said.words() == null ? "" : said.words());
        }) ? Page.at(path(client)) : Page.again(page(client, form));
    }

    private JteModel page(ClientId client, Form<KeepPaper> form) {
        return pages.matchingPapers(heads.of(client), papers.of(client), form, LocalDate.now(clock.withZone(Actor.current().zone())));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/papers";
    }
}
