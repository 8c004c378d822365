package org.casebridge.assessments;

import casebridge.pages.Templates;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.StoryPanel;
import org.casebridge.clients.Chip;
import org.casebridge.clients.ClientTab;
import org.casebridge.clients.HeadNote;
import org.casebridge.web.Say;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What this module adds to the client page: a tab, a way to begin, a flag while a critical answer stands, and the PHQ-9 over time. */
@Configuration(proxyBeanMethods = false)
class AssessmentHead {

    private static final Supplier<List<Assessment>> NONE = List::of;

    @Bean
    ClientTab assessmentTab() {
        return new ClientTab(20, "/assessments", "Assessments", Permission.SEE_ASSESSMENTS);
    }

    @Bean
    HeadNote assessmentNote(AssessmentStore store, Instruments instruments, Criticals criticals) {
        return (client, questions) -> {
            var unsafe = Actor.current().may(Permission.SEE_ASSESSMENTS) ? store.unsafe(questions, client) : NONE;
            return () -> HeadNote.Said.chips(unsafe.get().stream().map(it -> Chip.flag("exclamation-triangle", "{instrument} · {question}, {day}: follow up",
                            instruments.get(it.instrument()).title().in(Say.locale()), criticals.in(it).orElseThrow().question(), it.about().assessedOn())).toList())
                    .with(Actor.current().may(Permission.ASSESS), new HeadNote.Action(20, "Assess", "/assessments", false));
        };
    }

    /** On top while a critical answer is open: what keeps them safe now. */
    @Bean
    @Order(1)
    StoryPanel safetyPanel(AssessmentStore store, SafetyPlans plans, Templates pages) {
        return (client, questions) -> {
            if (!Actor.current().may(Permission.SEE_ASSESSMENTS)) {
                return StoryPanel.NONE;
            }
            var unsafe = store.unsafe(questions, client);
            return () -> unsafe.get().stream().findFirst().map(it -> pages.assessmentsSafetypanel(it, plans.current(client).orElse(null)));
        };
    }

    @Bean
    @Order(30)
    StoryPanel phq9Panel(Assessments assessments, Templates pages) {
        return (client, questions) -> {
            if (!Actor.current().may(Permission.SEE_ASSESSMENTS)) {
                return StoryPanel.NONE;
            }
            var trend = assessments.trend(questions, client, Instruments.PHQ9);
            return () -> trend.get().map(pages::assessmentsTrend);
        };
    }
}
