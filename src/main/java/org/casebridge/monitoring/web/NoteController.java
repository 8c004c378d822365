package org.casebridge.monitoring.web;

import static org.casebridge.access.Permission.ASSIGN_CASES;
import static org.casebridge.access.Permission.RECORD_CONTACTS;
import static org.casebridge.access.Permission.SEE_CONTACTS;

import casebridge.pages.Templates;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.ContactId;
import org.casebridge.messaging.Contacts;
import org.casebridge.messaging.Notes;
import org.casebridge.monitoring.Monitoring;
import org.casebridge.monitoring.Promises;
import org.casebridge.monitoring.NoteReviews;
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
    private final Monitoring monitoring;
    private final NoteReviews reviews;
    private final Promises promises;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    NoteController(Contacts contacts, Notes notes, Monitoring monitoring, NoteReviews reviews, Promises promises, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.contacts = contacts;
        this.notes = notes;
        this.monitoring = monitoring;
        this.reviews = reviews;
        this.promises = promises;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/contacts/{contact}")
    @Requires(SEE_CONTACTS)
    View show(@PathVariable ClientId client, @PathVariable ContactId contact) {
        return Page.of(page(client, contact, Asked.NOTHING));
    }

    @PostMapping("/clients/{client}/contacts/{contact}/note")
    @Requires(RECORD_CONTACTS)
    View rewrite(@PathVariable ClientId client, @PathVariable ContactId contact, Form<WriteNote> form) {
        if (!form.did(() -> reviews.rewrite(client, contact, form.said().written(), Boolean.TRUE.equals(form.said().sign())))) {
            return Page.again(page(client, contact, Asked.NOTHING.note(form)));
        }
        return Page.at(path(client, contact));
    }

    @PostMapping("/clients/{client}/contacts/{contact}/signature/removal")
    @Requires(RECORD_CONTACTS)
    View takeBack(@PathVariable ClientId client, @PathVariable ContactId contact) {
        reviews.takeBack(client, contact);
        return Page.at(path(client, contact));
    }

    @PostMapping("/clients/{client}/contacts/{contact}/addenda")
    @Requires(RECORD_CONTACTS)
    View append(@PathVariable ClientId client, @PathVariable ContactId contact, Form<AppendNote> form) {
        if (!form.did(() -> notes.append(client, contact, form.said().words()))) {
            return Page.again(page(client, contact, Asked.NOTHING.addendum(form)));
        }
        return Page.at(path(client, contact));
    }

    @PostMapping("/clients/{client}/contacts/{contact}/strike")
    @Requires(RECORD_CONTACTS)
    View strike(@PathVariable ClientId client, @PathVariable ContactId contact, Form<StrikeContact> form) {
        if (!form.did(() -> contacts.strike(client, contact, form.said().reason()))) {
            return Page.again(page(client, contact, Asked.NOTHING.strike(form)));
        }
        return Page.at(path(client, contact));
    }

    @PostMapping("/clients/{client}/contacts/{contact}/reviews")
    @Requires(ASSIGN_CASES)
    View review(@PathVariable ClientId client, @PathVariable ContactId contact, Form<NoteForms.SayOfNote> form) {
        return form.did(() -> reviews.say(client, contact, form.said().kind(), form.said().words())) ? Page.at(path(client, contact)) : Page.again(page(client, contact, Asked.NOTHING.review(form)));
    }

    @PostMapping("/clients/{client}/contacts/{contact}/reviews/{review}/answer")
    @Requires(RECORD_CONTACTS)
    View answer(@PathVariable ClientId client, @PathVariable ContactId contact, @PathVariable UUID review, Form<AppendNote> form) {
        return form.did(() -> reviews.answer(client, contact, review, form.said().words())) ? Page.at(path(client, contact)) : Page.again(page(client, contact, Asked.NOTHING.answer(form)));
    }

    @PostMapping("/clients/{client}/contacts/{contact}/cosignature")
    @Requires(ASSIGN_CASES)
    View cosign(@PathVariable ClientId client, @PathVariable ContactId contact) {
        reviews.cosign(client, contact);
        return Page.at(path(client, contact));
    }

    @PostMapping("/clients/{client}/contacts/{contact}/promises")
    @Requires(RECORD_CONTACTS)
    View promise(@PathVariable ClientId client, @PathVariable ContactId contact, Form<NoteForms.MakePromise> form) {
        return form.did(() -> promises.make(client, form.said().said(), contacts.line(client, contact).contact().id())) ? Page.at(path(client, contact))
                : Page.again(page(client, contact, Asked.NOTHING.promise(form)));
    }

    /** The forms of the page that were sent and refused; null for those that are shown anew. */
    private record Asked(@Nullable Form<WriteNote> note, @Nullable Form<AppendNote> addendum, @Nullable Form<StrikeContact> strike, @Nullable Form<NoteForms.SayOfNote> review,
                         @Nullable Form<AppendNote> answer, @Nullable Form<NoteForms.MakePromise> promise) {

        static final Asked NOTHING = new Asked(null, null, null, null, null, null);

        Asked note(Form<WriteNote> form) { return new Asked(form, null, null, null, null, null); }

        Asked addendum(Form<AppendNote> form) { return new Asked(null, form, null, null, null, null); }

        Asked strike(Form<StrikeContact> form) { return new Asked(null, null, form, null, null, null); }

        Asked review(Form<NoteForms.SayOfNote> form) { return new Asked(null, null, null, form, null, null); }

        Asked answer(Form<AppendNote> form) { return new Asked(null, null, null, null, form, null); }

        Asked promise(Form<NoteForms.MakePromise> form) { return new Asked(null, null, null, null, null, form); }
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, ContactId id, Asked asked) {
        var line = contacts.line(client, id);
        var here = path(client, id);
        var note = line.note();
        return pages.monitoringContact(heads.of(client), contacts.callName(client), line, clock.instant(),
                asked.note != null ? asked.note : note == null ? null : forms.open(WriteNote.of(note), here + "/note"),
                asked.addendum != null ? asked.addendum : forms.open(AppendNote.class, here + "/addenda"),
                asked.strike != null ? asked.strike : forms.open(StrikeContact.class, here + "/strike"),
                new AroundNote(monitoring.goals(client, id), monitoring.services(client, id), note == null ? List.of() : reviews.of(note), note == null ? null : reviews.cosignature(note).orElse(null),
                        note == null || note.apart() != null ? List.of() : Promises.sentences(note.words()),
                        asked.review != null ? asked.review : forms.open(NoteForms.SayOfNote.class, here + "/reviews"),
                        asked.answer != null ? asked.answer : forms.open(AppendNote.class, here + "/reviews/answer"),
                        asked.promise != null ? asked.promise : forms.open(NoteForms.MakePromise.class, java.util.Map.of("by", List.of("US")), here + "/promises")));
    }

    private static String path(ClientId client, ContactId contact) {
        return "/clients/" + client.text() + "/contacts/" + contact.text();
    }
}
