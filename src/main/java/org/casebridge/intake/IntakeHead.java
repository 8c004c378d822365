package org.casebridge.intake;

import casebridge.pages.Templates;
import java.util.List;
import java.util.Optional;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.CaseFile;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.StoryPanel;
import org.casebridge.clients.Chip;
import org.casebridge.clients.ClientTab;
import org.casebridge.clients.HeadNote;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What this module adds to the client page: a tab, who still waits for an answer, a way to begin, and the client's own words. */
@Configuration(proxyBeanMethods = false)
class IntakeHead {

    @Bean
    ClientTab intakeTab() {
        return new ClientTab(15, "/intakes", "Intake", Permission.SEE_INTAKES);
    }

    @Bean
    HeadNote intakeNote(IntakeStore store, CaseFiles cases) {
        return (client, questions) -> {
            var open = store.openOf(questions, client);
            var known = cases.of(questions, client);
            return () -> {
                var chips = !Actor.current().may(Permission.SEE_INTAKES) ? List.<Chip>of() : open.get().stream().map(it -> it.request().safety() == HelpRequest.Safety.NOT_SAFE
                        ? Chip.flag("exclamation-triangle", "Not safe when help was asked for, {day}", it.request().receivedOn())
                        : it.status() == Intake.Status.WAIT_LISTED
                                ? Chip.of("hourglass-split", "On the wait list, looked at again {day}", it.decision().reviewOn())
                                : Chip.of("door-open", "Waits for an answer since {day}", it.request().receivedOn())).toList();
                boolean free = open.get().isEmpty() && known.get().stream().noneMatch(it -> it.status() == CaseFile.Status.OPEN);
                return HeadNote.Said.chips(chips).with(free && Actor.current().may(Permission.TAKE_INTAKES), new HeadNote.Action(5, "Start intake", "/intakes/new", true));
            };
        };
    }

    /** The newest words in which the client asked for help. */
    @Bean
    @Order(10)
    StoryPanel voicePanel(IntakeStore store, Templates pages) {
        return (client, questions) -> {
            if (!Actor.current().may(Permission.SEE_INTAKES)) {
                return StoryPanel.NONE;
            }
            var voice = store.voice(questions, client);
            return () -> voice.get().stream().findFirst().map(pages::intakeVoice);
        };
    }
}
