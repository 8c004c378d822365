package org.casebridge.assessments;

import java.time.LocalDate;
import org.casebridge.Town;
import org.casebridge.clients.ClientId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssessmentExamples {

    @Bean
    Town.Example assessmentExample(Town town, Assessments assessments) {
        return new Town.Example("assessment", (ClientId client) -> town.rosa().act(() -> {
            var draft = assessments.start(client, Instruments.PHQ9);
            return assessments.complete(client, draft.id(), about(Town.today().minusDays(1)), Phq9Test.answers("111111112"), false, "Called 988 together.");
        }).id().text());
    }

    @Bean
    Town.Example safetyPlanExample(Town town, SafetyPlans plans) {
        return new Town.Example("safetyPlan", (ClientId client) -> town.rosa().act(() ->
                plans.write(client, "en", new SafetyPlan.Steps("Nights without sleep", "A walk", "The library", "My sister", "988", "Pills are with my sister"))).id().text());
    }

    @Bean
    Town.Example instrumentExample() {
        return new Town.Example("instrument", () -> "gad-7");
    }

    @Bean
    Town.Example dueRuleExample(Town town, DueRules rules, org.casebridge.caseload.Programs programs) {
        return new Town.Example("dueRule", () -> town.adam().act(() -> {
            var program = programs.add("Rules " + java.util.UUID.randomUUID(), 14);
            rules.add(program, "phq-9", Assessment.Stage.UPDATE, DueRule.From.LAST, 90, Town.today(), "Contract");
            return rules.of(program).getFirst().id().toString();
        }));
    }

    @Bean
    Town.Example formExample(Town town, OwnForms forms) {
        return new Town.Example("form", () -> OwnFormPagesTest.published(town, forms, "An example").text());
    }

    @Bean
    Town.Example criticalRuleExample() {
        return new Town.Example("criticalRule", () -> java.util.UUID.randomUUID().toString());
    }

    static Assessment.About about(LocalDate day) {
        return new Assessment.About(Assessment.Stage.UPDATE, day, Assessment.Mode.IN_PERSON, "en", null);
    }
}
