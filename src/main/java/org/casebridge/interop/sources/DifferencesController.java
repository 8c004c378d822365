package org.casebridge.interop.sources;

import static org.casebridge.access.Permission.CHANGE_CLIENTS;

import casebridge.pages.Templates;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** What a client's source says otherwise than it was edited here, and deciding who is right. */
@Controller
class DifferencesController {

    private final SourceRecords sources;
    private final ClientHeads heads;
    private final Templates pages;

    DifferencesController(SourceRecords sources, ClientHeads heads, Templates pages) {
        this.sources = sources;
        this.heads = heads;
        this.pages = pages;
    }

    @GetMapping("/clients/{client}/differences")
    @Requires(CHANGE_CLIENTS)
    View show(@PathVariable ClientId client) {
        return Page.of(pages.interopDifferences(heads.of(client), sources.differences(client)));
    }

    @PostMapping("/clients/{client}/differences/{field}/taking")
    @Requires(CHANGE_CLIENTS)
    View take(@PathVariable ClientId client, @PathVariable SourceField field) {
        sources.take(client, field);
        return at(client);
    }

    @PostMapping("/clients/{client}/differences/{field}/keeping")
    @Requires(CHANGE_CLIENTS)
    View keep(@PathVariable ClientId client, @PathVariable SourceField field) {
        sources.keep(client, field);
        return at(client);
    }

    private static View at(ClientId client) {
        return Page.at("/clients/" + client.text() + "/differences");
    }
}
