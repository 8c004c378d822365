package org.casebridge.monitoring;

import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.clients.Chip;
import org.casebridge.clients.ClientTab;
import org.casebridge.clients.HeadNote;
import org.casebridge.kernel.Sentence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What monitoring says on the client page: by when to be in touch, and the button for the note that is written most often. */
@Configuration(proxyBeanMethods = false)
class ContactHead {

    @Bean
    ClientTab contactsTab() {
        return new ClientTab(40, "/contacts", "Contacts", Permission.SEE_CONTACTS);
    }

    @Bean
    HeadNote contactNote(Monitoring monitoring, Marks marks) {
        return (client, questions) -> {
            var me = Actor.current();
            var action = new HeadNote.Action(30, "Add note", "/contacts/new", true);
            if (!me.may(Permission.SEE_CONTACTS)) {
                return () -> HeadNote.Said.NOTHING.with(me.may(Permission.RECORD_CONTACTS), action);
            }
            var holding = marks.holding(questions, client);
            var cadence = monitoring.cadence(questions, client);
            return () -> new HeadNote.Said(holding.get().stream().map(ContactHead::chip).toList(), cadence.get().map(it -> it.head(monitoring.today(), me.zone())).orElse(List.of()), List.of(), null)
                    .with(me.may(Permission.RECORD_CONTACTS), action);
        };
    }

    private static Chip chip(Mark it) {
        return new Chip(it.about().icon(), new Sentence("{words}", List.of(it.words())), it.kind() == Mark.Kind.FLAG || it.priority() == Mark.Priority.URGENT ? "flag" : "");
    }
}
