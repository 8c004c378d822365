package org.casebridge.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An incident goes its way: reported with what is due, reviewed by somebody else, closed when every report was made. */
@PageTest
class IncidentPagesTest {

    @Autowired Town town;
    @Autowired Incidents incidents;

    @Test
    void reports_are_due_by_rule_and_nobody_reviews_or_closes_too_early() {
        var vera = town.account(Role.SUPERVISOR, "Vera Reed");
        var client = town.openCase(vera, "Jerome Asante");
        var nora = town.account(Role.CASE_MANAGER, "Nora Reed");
        var other = town.openCase(nora, "Maria Ortiz");
        var path = "/clients/" + other.text() + "/incidents";
        var said = new String[] {"kind", "CHILD_ABUSE", "on", Town.today().toString(), "at", "00:01", "place", "At school", "words", "A <b>bruise</b>, the teacher saw it", "done", "Called the doctor"};
        assertThat(town.post(nora, path, "kind", "CHILD_ABUSE", "on", Town.today().plusDays(1).toString(), "at", "00:01", "words", "x")).hasStatus(422).bodyText().contains("That is still to come.");
        assertThat(town.post(nora, path, "on", Town.today().toString(), "at", "00:01", "words", "")).hasStatus(422).bodyText().contains("Choose what it was.", "Say what happened.");
        assertThat(town.post(town.sam(), path, said)).hasStatus(404);
        assertThat(town.post(nora, path, said)).hasStatus3xxRedirection();
        var here = path + "/" + town.as(nora, () -> incidents.of(other)).getFirst().id().text();
        assertThat(town.get(nora, here)).bodyText().contains("Social Services Law 415", "Child protection register, in writing", "&lt;b&gt;bruise");
        assertThat(town.get(nora, "/")).bodyText().contains("Report of an incident", "to Child protection register, by telephone");
        assertThat(town.get(nora, "/clients/" + other.text())).bodyText().contains("Incident reported: Suspected abuse or neglect of a child").doesNotContain("bruise");
        assertThat(town.get(vera, "/?more=9000")).bodyText().contains("Incident to review");

        assertThat(town.post(nora, here + "/review", "findings", "Mine")).hasStatus(403);
        assertThat(town.post(vera, here + "/closing")).hasStatus(409).bodyText().contains("Review it first");
        assertThat(town.post(vera, here + "/review", "findings", "")).hasStatus(422).bodyText().contains("Say what was found");
        assertThat(town.post(vera, here + "/review", "findings", "Hurt at play")).hasStatus3xxRedirection();
        assertThat(town.post(vera, here + "/review", "findings", "Again")).hasStatus(422).bodyText().contains("reviewed already");
        assertThat(town.post(vera, here + "/closing")).hasStatus(409).bodyText().contains("4 reports are not made yet");
        for (var rule : IncidentRule.of(Incident.Kind.CHILD_ABUSE)) {
            assertThat(town.post(nora, here + "/reports", "rule", rule.name(), "how", "")).hasStatus(422);
            assertThat(town.post(nora, here + "/reports", "rule", rule.name(), "how", "By phone, no. 17")).hasStatus3xxRedirection();
        }
        assertThat(town.post(nora, here + "/reports", "rule", "SUPERVISOR", "how", "Again")).hasStatus(422).bodyText().contains("made already");
        assertThat(town.post(vera, here + "/closing")).hasStatus3xxRedirection();
        assertThat(town.get(nora, here)).bodyText().contains("Closed", "Hurt at play");
        assertThat(town.get(nora, "/clients/" + town.openCase(nora, "Another").text() + here.substring(here.indexOf("/incidents")))).hasStatus(404);

        town.post(vera, "/clients/" + client.text() + "/incidents", "kind", "INJURY", "on", Town.today().toString(), "at", "00:01", "words", "Fell");
        var own = "/clients/" + client.text() + "/incidents/" + town.as(vera, () -> incidents.of(client)).getFirst().id().text();
        assertThat(town.post(vera, own + "/review", "findings", "Mine")).hasStatus(422).bodyText().contains("You reported it yourself.");
    }
}
