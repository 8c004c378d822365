package org.casebridge.monitoring;

import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.clients.ClientTab;
import org.casebridge.clients.HeadNote;
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
    HeadNote contactNote(Monitoring monitoring) {
        return (client, _) -> () -> HeadNote.Said.lines(Actor.current().may(Permission.SEE_CONTACTS)
                        ? monitoring.cadence(client).map(it -> it.head(monitoring.today(), Actor.current().zone())).orElse(List.of()) : List.of())
                .with(Actor.current().may(Permission.RECORD_CONTACTS), new HeadNote.Action(30, "Add note", "/contacts/new", true));
    }
}
