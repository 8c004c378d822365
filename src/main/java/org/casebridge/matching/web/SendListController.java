package org.casebridge.matching.web;

import static org.casebridge.access.Permission.SEND_REFERRALS;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.directory.SavedLists;
import org.casebridge.matching.SentLists;
import org.casebridge.outbox.Outbox;
import org.casebridge.reading.PlainLanguage;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Sending a list of services to a client: choose it, read exactly what leaves, send it. */
@Controller
class SendListController {

    private final SentLists sent;
    private final SavedLists lists;
    private final Outbox outbox;
    private final ClientHeads heads;
    private final Forms forms;
    private final PlainLanguage plain;
    private final Templates pages;

    SendListController(SentLists sent, SavedLists lists, Outbox outbox, ClientHeads heads, Forms forms, PlainLanguage plain, Templates pages) {
        this.sent = sent;
        this.lists = lists;
        this.outbox = outbox;
        this.heads = heads;
        this.forms = forms;
        this.plain = plain;
        this.pages = pages;
    }

    @GetMapping("/clients/{client}/services-sent")
    @Requires(SEND_REFERRALS)
    View show(@PathVariable ClientId client, @RequestParam(required = false) @Nullable UUID saved) {
        heads.of(client);
        var form = forms.open(new SendList(saved, null, null, saved == null ? null : sent.words(client, saved)), path(client));
        return Page.of(page(client, saved, form));
    }

    @PostMapping("/clients/{client}/services-sent")
    @Requires(SEND_REFERRALS)
    View send(@PathVariable ClientId client, Form<SendList> form) {
        heads.of(client);
        if (form.did(() -> sent.send(client, form.said().saved(), form.said().way(), form.said().agreed(), form.said().read() == null ? "" : form.said().read()))) {
            return Page.at(path(client));
        }
        var saved = form.value("saved").matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(form.value("saved")) : null;
        return Page.again(page(client, saved, saved == null ? form : form.with("read", sent.words(client, saved))));
    }

    private JteModel page(ClientId client, @Nullable UUID saved, Form<SendList> form) {
        return pages.matchingSendlist(heads.of(client), lists.all(), saved == null ? null : lists.get(saved), outbox.open(), outbox.ways(client), sent.of(client), form, plain.read(form.value("read"), sent.language(client)));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/services-sent";
    }
}
