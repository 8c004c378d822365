package org.casebridge.messaging;

import static org.casebridge.web.Say.say;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.Part;
import org.casebridge.consent.Piece;
import org.casebridge.consent.Shareable;
import org.casebridge.web.Say;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Contacts with their signed notes, as they can be shared. Drafts and what was struck out are nobody's but the house's. */
@Configuration(proxyBeanMethods = false)
class ContactsShared {

    @Bean
    Shareable sharedContacts(Contacts contacts) {
        return Shareable.of(Part.CONTACTS, client -> pieces(contacts, client));
    }

    private static List<Piece> pieces(Contacts contacts, ClientId client) {
        var all = new ArrayList<Piece>();
        var page = contacts.of(client, null, null);
        while (!page.isEmpty()) {
            page.stream().filter(it -> it.contact().struckAt() == null).forEach(it -> all.addAll(pieces(it)));
            var last = page.getLast().contact();
            page = page.size() < Contacts.PAGE ? List.of() : contacts.of(client, last.at(), last.id().value());
        }
        return all;
    }

    /** A note that is kept apart is a piece of its own, of its own class; it is there for its author alone. */
    private static List<Piece> pieces(ContactLine it) {
        var note = it.note();
        if (note == null || note.apart() == null) {
            return List.of(piece(it));
        }
        var common = piece(new ContactLine(it.contact(), it.around(), it.recordedBy(), null, List.of(), it.struckBy()));
        var whole = piece(it);
        return note.signedAt() == null ? List.of(common)
                : List.of(common, new Piece(Part.CONTACTS, note.id().value(), Set.of(note.apart()), whole.on(), whole.title(), whole.lines()));
    }

    private static Piece piece(ContactLine it) {
        var contact = it.contact();
        var lines = new ArrayList<String>();
        if (!contact.who().isBlank()) {
            lines.add(say("With {name}", contact.who()));
        }
        lines.add(say(contact.outcome()));
        if (it.note() != null && it.note().signedAt() != null) {
            lines.add(it.note().words());
            it.addenda().forEach(more -> lines.add(say("Added by {name}: {words}", more.addedBy(), more.words())));
        }
        lines.add(say("By {name}", it.recordedBy()));
        return Piece.of(Part.CONTACTS, contact.id().value(), contact.at().atZone(Say.zone()).toLocalDate(), say(contact.mode()), lines);
    }
}
