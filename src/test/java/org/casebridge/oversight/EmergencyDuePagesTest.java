package org.casebridge.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who hears of a record opened in an emergency: the privacy officer at once on their day, the administrator when nobody answered for 72 hours. */
@PageTest
class EmergencyDuePagesTest {

    @Autowired Town town;
    @Autowired Alerts alerts;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final LocalDate born = LocalDate.of(1979, 4, 12);
    private final String name = "Thaddeus " + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "quist";

    @Test
    void it_stands_on_the_privacy_officers_day_until_it_is_answered() {
        opened();
        assertThat(town.get(town.priya(), "/?more=1000")).bodyText().contains(name, "Sam Whitfield opened a record in an emergency", "Found on the street, not answering");
        assertThat(town.get(town.vera(), "/?more=1000")).bodyText().doesNotContain("opened a record in an emergency");

        town.priya().run(() -> alerts.list(true, null).stream().filter(it -> name.equals(it.client())).forEach(it -> alerts.review(it.alert().id(), Alert.State.EXPLAINED, "Asked Sam")));
        assertThat(town.get(town.priya(), "/?more=1000")).bodyText().doesNotContain(name);
    }

    @Test
    void after_72_hours_the_administrator_is_told_that_an_answer_is_overdue_and_not_whose_record() {
        var client = opened();
        town.priya().run(() -> transaction.executeWithoutResult(_ -> db.sql("update oversight.alert set raised_at = now() - interval '73 hours' where subject = ?").param(client.value()).update()));
        assertThat(town.get(town.adam(), "/team")).bodyText().contains("in an emergency", "overdue").doesNotContain(name);
        assertThat(town.get(town.rosa(), "/team")).bodyText().doesNotContain("in an emergency");
        town.rosa().run(() -> transaction.executeWithoutResult(_ ->
                assertThat(db.sql("select answers from oversight.overdue_answers()").query(Integer.class).single()).isZero()));
        town.priya().run(() -> alerts.list(true, null).stream().filter(it -> name.equals(it.client())).forEach(it -> alerts.review(it.alert().id(), Alert.State.EXPLAINED, "Asked Sam")));
    }

    private ClientId opened() {
        var client = town.client(NewClient.of(PersonName.read(name), About.born(born)));
        assertThat(town.post(town.sam(), "/emergency", "name", name, "born", born.toString(), "reason", "LIFE_AT_RISK", "words", "Found on the street, not answering", "hours", "1",
                "_confirm_password", Town.PASSWORD)).hasStatus(303);
        return client;
    }
}
