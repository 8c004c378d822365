package org.casebridge.caseload;

import java.util.List;
import org.casebridge.access.Permission;
import org.casebridge.clients.ClientTab;
import org.casebridge.clients.HeadNote;
import org.casebridge.kernel.Sentence;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the caseload says on the client page: since when, in which programme, with whom. */
@Configuration(proxyBeanMethods = false)
class CaseHead {

    @Bean
    ClientTab storyTab() {
        return new ClientTab(0, "", "Story", Permission.SEE_CLIENTS);
    }

    @Bean
    ClientTab caseTab() {
        return new ClientTab(80, "/case", "Case", Permission.SEE_CASES);
    }

    @Bean
    HeadNote caseNote(CaseStore store) {
        return (client, questions) -> {
            var known = store.of(questions, client);
            return () -> {
                var all = known.get();
                var open = all.stream().filter(it -> it.status() == CaseFile.Status.OPEN)
                        .map(it -> Sentence.of("{program} since {day} · {worker}", it.program(), it.openedOn(), it.workerName())).toList();
                return HeadNote.Said.lines(!open.isEmpty() || all.isEmpty() ? open : List.of(Sentence.of("Case closed on {day}", all.getFirst().closedOn())));
            };
        };
    }

    @Bean
    static Turns caseTurns() {
        return Turns.of("Case opened in {program}, with {worker}", "Case reopened in {program}, with {worker}", "Case closed: {reason}", "Moved: another home address", "No fixed address any more");
    }
}
