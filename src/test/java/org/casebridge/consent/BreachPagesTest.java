package org.casebridge.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class BreachPagesTest {

    private static final LocalDate TODAY = ConsentExamples.TODAY;

    @Autowired Town town;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_breach_is_registered_assessed_counted_and_told() {
        var at = register(TODAY.minusDays(58));
        var name = "Quimby Farrow";
        var client = town.openCase(name).clientId();

        assertThat(town.get(town.priya(), at)).hasStatusOk().bodyText().contains("Assess the four factors", "45 CFR 164.402(2)");
        assertThat(town.get(town.priya(), at + "?find=Quimby")).bodyText().contains(name);
        assertThat(town.post(town.priya(), at + "/persons", "person", client.text(), "livesIn", "Mass")).hasStatus(422).bodyText().contains("two letters");
        assertThat(town.post(town.priya(), at + "/persons", "person", client.text(), "livesIn", "NY")).hasRedirectedUrl(at);
        assertThat(town.post(town.priya(), at + "/others", "countedIn", "NY", "others", "500")).hasRedirectedUrl(at);
        assertThat(town.get(town.priya(), at)).bodyText().contains(name, "501 people", "Tell the media of the state", "45 CFR 164.408(b)", "Gen. Bus. Law 899-aa", "not told yet");
        assertThat(town.get(town.priya(), "/?order=DEADLINE&more=5000")).bodyText().contains("Tell the people: Lost laptop", "Discovered on");

        assertThat(town.post(town.priya(), at + "/assessment", "nature", "names", "recipient", "a thief", "acquired", "", "mitigated", "no", "probability", "NOT_LOW")).hasStatus(422)
                .bodyText().contains("really acquired or seen", "a thief");
        assertThat(town.post(town.priya(), at + "/assessment", "nature", "names", "recipient", "a thief", "acquired", "yes", "mitigated", "no", "probability", "NOT_LOW")).hasRedirectedUrl(at);
        assertThat(town.post(town.priya(), at + "/telling", "whom", "PERSONS", "on", TODAY.plusDays(1).toString())).hasStatus(422).bodyText().contains("Choose a day between");
        assertThat(town.post(town.priya(), at + "/telling", "whom", "MEDIA", "on", TODAY.toString())).hasStatus(422).bodyText().contains("two letters");
        assertThat(town.post(town.priya(), at + "/telling", "whom", "PERSONS", "on", TODAY.toString(), "how", "by letter")).hasRedirectedUrl(at);
        assertThat(town.post(town.priya(), at + "/telling", "whom", "MEDIA", "ofState", "NY", "on", TODAY.toString())).hasRedirectedUrl(at);
        assertThat(town.post(town.priya(), at + "/telling", "whom", "HHS", "on", TODAY.toString())).hasRedirectedUrl(at);
        assertThat(town.get(town.priya(), at)).bodyText().contains("by letter", "done on").doesNotContain("<div class=\"why\">not told yet");
        assertThat(town.get(town.priya(), "/?order=DEADLINE&more=5000")).bodyText().doesNotContain(at);
    }

    @Test
    void a_low_probability_is_kept_as_the_proof_and_nobody_is_told() {
        var at = register(TODAY);
        assertThat(town.post(town.priya(), at + "/assessment", "nature", "one name", "recipient", "a nurse of ours", "acquired", "no", "mitigated", "returned unread", "probability", "LOW")).hasRedirectedUrl(at);
        assertThat(town.get(town.priya(), at)).bodyText().contains("nobody need be told", "returned unread");
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThat(town.post(town.priya(), "/breaches", "title", "", "discoveredOn", "", "what", "")).hasStatus(422).bodyText().contains("Give it a name", "Write the day on which it was discovered");
        assertThat(town.post(town.priya(), "/breaches", "title", "x", "discoveredOn", "2999-01-01", "what", "x")).hasStatus(422).bodyText().contains("still to come");
        assertThat(town.post(town.priya(), "/breaches", "title", "x", "discoveredOn", "2026-01-01", "happenedOn", "2026-01-02", "what", "x")).hasStatus(422).bodyText().contains("before it happened");
    }

    @Test
    void the_register_is_the_privacy_officers_alone_by_the_door_and_by_the_table() {
        var at = register(TODAY);
        town.post(town.priya(), at + "/persons", "person", town.openCase("Amina Yusuf").clientId().text(), "livesIn", "NY");
        town.post(town.priya(), at + "/others", "countedIn", "NY", "others", "5");
        for (var other : java.util.List.of(town.rosa(), town.vera(), town.ines(), town.adam(), town.paul())) {
            assertThat(town.get(other, "/breaches")).hasStatus(403);
            assertThat(town.get(other, at)).hasStatus(403);
            assertThat(town.post(other, at + "/telling", "whom", "HHS", "on", TODAY.toString())).hasStatus(403);
            if (other == town.paul()) {
                assertThatThrownBy(() -> rowsSeenBy(other)).rootCause().hasMessageContaining("permission denied");
            } else {
                assertThat(rowsSeenBy(other)).as(other.name()).isZero();
            }
        }
        assertThat(town.get(town.priya(), "/breaches/" + UUID.randomUUID())).hasStatus(404);
    }

    private int rowsSeenBy(org.casebridge.access.Actor who) {
        return who.act(() -> transaction.execute(_ ->
                db.sql("select (select count(*) from consent.breach) + (select count(*) from consent.breach_person) + (select count(*) from consent.breach_state)").query(Integer.class).single()));
    }

    private String register(LocalDate discovered) {
        var answer = town.post(town.priya(), "/breaches", "title", "Lost laptop " + UUID.randomUUID().toString().substring(0, 6), "discoveredOn", discovered.toString(), "what", "A laptop was stolen <b>");
        assertThat(answer).hasStatus3xxRedirection();
        return answer.getResponse().getRedirectedUrl();
    }
}
