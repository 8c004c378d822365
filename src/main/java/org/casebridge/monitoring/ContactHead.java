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
        return (client, _) -> () -> {
            boolean sees = Actor.current().may(Permission.SEE_CONTACTS);
            var chips = !sees ? List.<Chip>of() : marks.holding(client).stream().map(it -> new Chip(it.about().icon(), new Sentence("{words}", List.of(it.words())),
                    it.kind() == Mark.Kind.FLAG || it.priority() == Mark.Priority.URGENT ? "flag" : "")).toList();
            var lines = !sees ? List.<Sentence>of() : monitoring.cadence(client).map(it -> it.head(monitoring.today(), Actor.current().zone())).orElse(List.of());
            return new HeadNote.Said(chips, lines, List.of(), null).with(Actor.current().may(Permission.RECORD_CONTACTS), new HeadNote.Action(30, "Add note", "/contacts/new", true));
        };
    }
}
