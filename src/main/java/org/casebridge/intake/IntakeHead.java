package org.casebridge.intake;

import casebridge.pages.Templates;
import java.util.List;
import java.util.Optional;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.StoryPanel;
import org.casebridge.clients.Chip;
import org.casebridge.clients.ClientId;
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
    HeadNote intakeNote(Intakes intakes, CaseFiles cases) {
        return new HeadNote() {
            @Override
            public List<Chip> chips(ClientId client) {
                if (!Actor.current().may(Permission.SEE_INTAKES)) {
                    return List.of();
                }
                return intakes.openOf(client).map(it -> it.request().safety() == HelpRequest.Safety.NOT_SAFE
                        ? Chip.flag("exclamation-triangle", "Not safe when help was asked for, {day}", it.request().receivedOn())
                        : it.status() == Intake.Status.WAIT_LISTED
                                ? Chip.of("hourglass-split", "On the wait list, looked at again {day}", it.decision().reviewOn())
                                : Chip.of("door-open", "Waits for an answer since {day}", it.request().receivedOn())).stream().toList();
            }

            @Override
            public List<Action> actions(ClientId client) {
                return Actor.current().may(Permission.TAKE_INTAKES) && intakes.openOf(client).isEmpty() && cases.openOf(client).isEmpty()
                        ? List.of(new Action(5, "Start intake", "/intakes/new", true)) : List.of();
            }
        };
    }

    /** The newest words in which the client asked for help. */
    @Bean
    @Order(10)
    StoryPanel voicePanel(Intakes intakes, Templates pages) {
        return client -> Actor.current().may(Permission.SEE_INTAKES) ? intakes.voice(client).map(pages::intakeVoice) : Optional.empty();
    }
}
