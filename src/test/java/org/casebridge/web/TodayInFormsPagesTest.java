package org.casebridge.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What mostly happens today stands in its form as today, on the agency's clock, and may be written over. */
@PageTest
class TodayInFormsPagesTest {

    @Autowired Town town;
    @Autowired List<Town.Example> examples;

    @Test
    void closing_a_case_advocacy_and_the_agreement_to_a_plan_begin_with_today() {
        var file = town.openCase("Jerome Asante");
        var client = "/clients/" + file.clientId().text();

        says(client + "/case/" + file.id().text() + "/closing", "on");
        says(client + "/advocacy/new", "askedOn");
        var issue = client + "/advocacy/" + made("issue", file.clientId());
        says(issue, "day");
        says(issue, "resultOn");
        assertThat(town.post(town.rosa(), client + "/plan")).hasStatus(303);
        says(client + "/plan/draft/agreement", "on");
    }

    @Test
    void a_day_that_was_written_stays_as_it_was_written() {
        var file = town.openCase("Jerome Asante");
        var path = "/clients/" + file.clientId().text() + "/case/" + file.id().text() + "/closing";
        assertThat(town.post(town.rosa(), path, "on", "2026-02-31")).hasStatus(422).bodyText().contains("value=\"2026-02-31\"");
        assertThat(town.post(town.rosa(), path, "on", "")).hasStatus(422).bodyText().doesNotContain("value=\"" + Town.today() + "\"");
    }

    private void says(String path, String field) {
        var input = java.util.regex.Pattern.compile("<input[^>]*name=\"" + field + "\"[^>]*value=\"" + Town.today() + "\"");
        assertThat(town.get(town.rosa(), path)).as(path).hasStatusOk().bodyText().containsPattern(input);
    }

    private String made(String variable, ClientId client) {
        return examples.stream().filter(it -> it.variable().equals(variable)).findFirst().orElseThrow().key().apply(client);
    }
}
