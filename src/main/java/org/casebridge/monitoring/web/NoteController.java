package org.casebridge.monitoring.web;

import static org.casebridge.access.Permission.RECORD_CONTACTS;
import static org.casebridge.access.Permission.SEE_CONTACTS;

import casebridge.pages.Templates;
import java.time.Clock;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.ContactId;
import org.casebridge.messaging.Contacts;
import org.casebridge.messaging.Notes;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** One contact with its note: rewritten and signed while a draft, added to; or struck out. */
@Controller
class NoteController {

    private final Contacts contacts;
    private final Notes notes;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    NoteController(Contacts contacts, Notes notes, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.contacts = contacts;
        this.notes = notes;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/contacts/{contact}")
    @Requires(SEE_CONTACTS)
    View show(@PathVariable ClientId client, @PathVariable ContactId contact) {
        return Page.of(page(client, contact, null, null, null));
    }

    @PostMapping("/clients/{client}/contacts/{contact}/note")
    @Requires(RECORD_CONTACTS)
    View rewrite(@PathVariable ClientId client, @PathVariable ContactId contact, Form<WriteNote> form) {
        if (!form.did(() -> notes.rewrite(client, contact, form.said().words(), Boolean.TRUE.equals(form.said().sign())))) {
            return Page.again(page(client, contact, form, null, null));
        }
        return Page.at(path(client, contact));
    }

    @PostMapping("/clients/{client}/contacts/{contact}/signature/removal")
    @Requires(RECORD_CONTACTS)
    View takeBack(@PathVariable ClientId client, @PathVariable ContactId contact) {
        notes.takeBack(client, contact);
        return Page.at(path(client, contact));
    }

    @PostMapping("/clients/{client}/contacts/{contact}/addenda")
    @Requires(RECORD_CONTACTS)
    View append(@PathVariable ClientId client, @PathVariable ContactId contact, Form<WriteNote> form) {
        if (!form.did(() -> notes.append(client, contact, form.said().words()))) {
            return Page.again(page(client, contact, null, form, null));
        }
        return Page.at(path(client, contact));
    }

    @PostMapping("/clients/{client}/contacts/{contact}/strike")
    @Requires(RECORD_CONTACTS)
    View strike(@PathVariable ClientId client, @PathVariable ContactId contact, Form<StrikeContact> form) {
        if (!form.did(() -> contacts.strike(client, contact, form.said().reason()))) {
            return Page.again(page(client, contact, null, null, form));
        }
        return Page.at(path(client, contact));
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, ContactId id, @Nullable Form<WriteNote> note, @Nullable Form<WriteNote> addendum,
                                                  @Nullable Form<StrikeContact> strike) {
        var line = contacts.line(client, id);
        var here = path(client, id);
        return pages.monitoringContact(heads.of(client), contacts.callName(client), line, clock.instant(),
                note != null ? note : line.note() == null ? null : forms.open(new WriteNote(line.note().words(), true), here + "/note"),
                addendum != null ? addendum : forms.open(WriteNote.class, here + "/addenda"),
                strike != null ? strike : forms.open(StrikeContact.class, here + "/strike"));
    }

    private static String path(ClientId client, ContactId contact) {
        return "/clients/" + client.text() + "/contacts/" + contact.text();
    }
}
