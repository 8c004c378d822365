package org.casebridge.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Knowing a person and changing what is known of them, their household and those who support them. */
@PageTest
class PersonPagesTest {

    @Autowired Town town;
    @Autowired Clients clients;
    @Autowired Households households;
    @Autowired Supports supports;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void who_someone_is_can_be_changed_and_they_are_found_by_the_new_name() {
        var client = town.client("Wilhelmina Vantongeren");

        var saved = town.post(town.rosa(), path(client, "/person/who"), "version", "0", "who.names[0].usage", "LEGAL", "who.names[0].given", "Wilhelmina",
                "who.names[0].family", "Okonkwo", "who.names[1].usage", "FORMER", "who.names[1].given", "Wilhelmina", "who.names[1].family", "Vantongeren", "who.names[1].until", "2020-02-01",
                "who.bornOn", "1966-06-06", "who.pronouns", "she/her");

        assertThat(saved).hasStatus(303);
        assertThat(text(town.get(town.rosa(), path(client, "/person")))).contains("<h1><bdi>Wilhelmina Okonkwo</bdi>", "she/her", "Vantongeren", "until 1 Feb 2020");
        assertThat(text(town.get(town.rosa(), "/clients?find=okonkwo 6/6/1966"))).contains("Wilhelmina Okonkwo");
        assertThat(text(town.get(town.rosa(), "/clients?find=vantongeren"))).contains("Wilhelmina Okonkwo", "another name of theirs has");
    }

    @Test
    void a_change_made_meanwhile_by_someone_else_is_not_overwritten_unseen() {
        var client = town.client("Conflicted Person");
        var fields = new String[] {"version", "0", "who.names[0].given", "Second", "who.names[0].family", "Change"};
        town.post(town.vera(), path(client, "/person/who"), "version", "0", "who.names[0].given", "First", "who.names[0].family", "Change");

        var refused = town.post(town.rosa(), path(client, "/person/who"), fields);

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("Someone else changed this record while you were writing.", "value=\"Second\"", "name=\"version\" value=\"1\"");
        assertThat(town.as(town.rosa(), () -> clients.get(client).name())).isEqualTo("First Change");
        fields[1] = "1";
        assertThat(town.post(town.rosa(), path(client, "/person/who"), fields)).hasStatus(303);
        assertThat(town.as(town.rosa(), () -> clients.get(client).name())).isEqualTo("Second Change");
    }

    @Test
    void how_to_reach_someone_can_be_changed_and_an_unsafe_number_is_struck_out() {
        var client = town.client("Reachable Person");

        assertThat(town.post(town.rosa(), path(client, "/person/how"), "version", "0", "how.phones[0].number", "5105550166", "how.phones[0].unsafe", "true",
                "how.never", "CALL", "how.places[0].kind", "HOME", "how.places[0].street", "12 Elm St", "how.places[0].city", "Oakland")).hasStatus(303);

        assertThat(text(town.get(town.rosa(), path(client, "/person")))).contains("<s>(510) 555-0166</s>", "Never: Phone call", "12 Elm St, Oakland");
    }

    @Test
    void a_secret_number_stays_when_only_its_end_was_shown_and_sent_back() {
        var client = town.client(NewClient.named("Secret", "Bearer").with(new Identifier(Identifier.Kind.SSN, "", "219-09-9999")));

        var form = text(town.get(town.rosa(), path(client, "/person/numbers")));
        var saved = town.post(town.rosa(), path(client, "/person/numbers"), "version", "0", "numbers[0].kind", "SSN", "numbers[0].value", "•••-••-9999", "numbers[0].hidden", "true",
                "numbers[1].kind", "MEDICAID", "numbers[1].value", "CA-77");

        assertThat(form).contains("•••-••-9999").doesNotContain("219-09");
        assertThat(saved).hasStatus(303);
        assertThat(town.as(town.rosa(), () -> clients.get(client).identifiers())).extracting(Identifier::value).containsExactly("219-09-9999", "CA-77");
    }

    @Test
    void what_did_not_change_leaves_no_trace_in_the_audit() {
        var client = town.client("Audited Person");
        town.post(town.rosa(), path(client, "/person/who"), "version", "0", "who.names[0].usage", "LEGAL", "who.names[0].given", "Audited", "who.names[0].family", "Person", "who.pronouns", "she/her");

        assertThat(changes(client, "clients.person_name")).isEqualTo(1);
        assertThat(changes(client, "clients.client")).isEqualTo(2);
    }

    @Test
    void a_colleague_who_cannot_reach_them_finds_no_page_and_changes_nothing() {
        var client = town.client("Hidden Person");

        for (var page : new String[] {"/person", "/person/who", "/person/how", "/person/numbers", "/household", "/supports/new"}) {
            assertThat(town.get(town.sam(), path(client, page))).hasStatus(404);
        }
        assertThat(town.post(town.sam(), path(client, "/person/who"), "version", "0", "who.names[0].given", "Stolen")).hasStatus(404);
        assertThat(town.post(town.sam(), path(client, "/household/members"), "name", "Intruder", "role", "CHILD")).hasStatus(404);
        assertThat(town.post(town.sam(), path(client, "/supports"), "name", "Intruder", "relation", "FRIEND")).hasStatus(404);
        assertThat(town.as(town.rosa(), () -> clients.get(client).name())).isEqualTo("Hidden Person");
    }

    @Test
    void the_privacy_officer_reads_and_changes_nothing_and_a_partner_does_neither() {
        var client = town.client("Protected Person");

        assertThat(text(town.get(town.priya(), path(client, "/person")))).contains("Protected Person").doesNotContain("/person/who");
        assertThat(town.get(town.priya(), path(client, "/person/who"))).hasStatus(403);
        assertThat(town.post(town.priya(), path(client, "/person/who"), "version", "0", "who.names[0].given", "Changed")).hasStatus(403);
        assertThat(town.get(town.paul(), path(client, "/person"))).hasStatus(403);
    }

    @Test
    void a_household_has_members_with_roles_and_one_head() {
        var client = town.client("Head Ofhouse");
        town.post(town.rosa(), path(client, "/household/members"), "name", "Kwame", "bornOn", "2015-04-01", "role", "CHILD");
        town.post(town.rosa(), path(client, "/household/members"), "name", "Grandma Efua", "role", "PARENT");

        var page = text(town.get(town.rosa(), path(client, "/person")));
        assertThat(page).contains("Household of 3", "Kwame", "Child", "born 1 Apr 2015", "Grandma Efua", "Head of household");

        var second = town.post(town.rosa(), path(client, "/household/members"), "name", "Another", "role", "HEAD");
        assertThat(second).hasStatus(422);
        assertThat(text(second)).contains("This household has a head already.", "value=\"Another\"");
    }

    @Test
    void who_moves_out_is_no_longer_counted() {
        var client = town.client("Stays Home");
        town.as(town.rosa(), () -> { households.join(client, "Leaves", null, HouseholdRole.CHILD); return null; });
        var leaver = town.as(town.rosa(), () -> households.of(client)).members().stream().filter(it -> it.name().equals("Leaves")).findFirst().orElseThrow();

        assertThat(town.post(town.sam(), path(client, "/household/members/" + leaver.id().text() + "/departure"))).hasStatus(404);
        assertThat(town.post(town.rosa(), path(client, "/household/members/" + leaver.id().text() + "/departure"))).hasStatus(303);

        assertThat(town.as(town.rosa(), () -> households.of(client)).size()).isEqualTo(1);
    }

    @Test
    void two_clients_live_together_and_whoever_reaches_one_learns_only_how_many_others_there_are() {
        var client = town.client("Rosas Client");
        var other = town.as(town.sam(), () -> clients.add(NewClient.named("Sams", "Client")));
        var found = text(town.get(town.ines(), path(client, "/household?search=Sams Client")));
        assertThat(found).contains("Sams Client", other.text());

        assertThat(town.post(town.ines(), path(client, "/household/members"), "other", other.text(), "role", "SIBLING")).hasStatus(303);

        assertThat(text(town.get(town.sam(), "/clients/" + other.text() + "/person"))).contains("Household of 2", "One more person lives there").doesNotContain("Rosas Client");
        assertThat(text(town.get(town.ines(), path(client, "/person")))).contains("Sams Client", "Sibling");
    }

    @Test
    void nobody_can_bring_a_client_they_cannot_reach_into_a_household() {
        var mine = town.as(town.sam(), () -> clients.add(NewClient.named("Sams", "Own")));
        var hidden = town.client("Rosas Own");

        assertThat(town.post(town.sam(), path(mine, "/household/members"), "other", hidden.text(), "role", "SIBLING")).hasStatus(404);
    }

    @Test
    void someone_who_supports_a_client_stands_on_their_page_with_what_may_be_shared() {
        var client = town.client("Supported Person");

        assertThat(town.post(town.rosa(), path(client, "/supports"), "name", "Ama Mensah", "relation", "SIBLING", "roles", "EMERGENCY", "roles", "HEALTH_AGENT",
                "permissions", "KNOW", "permissions", "TALK", "phone", "510-555-0177", "leaveMessage", "NO", "words", "Works nights")).hasStatus(303);

        assertThat(text(town.get(town.rosa(), path(client, "/person")))).contains("Ama Mensah", "Sibling", "Call in an emergency", "Decides on health care if they cannot",
                "We may talk with them about the client", "Leave no message", "Works nights");
    }

    @Test
    void a_support_person_who_may_be_told_everything_and_nothing_is_refused() {
        var client = town.client("Contradicted Person");

        var refused = town.post(town.rosa(), path(client, "/supports"), "name", "Ama", "relation", "SIBLING", "permissions", "TALK", "sayWho", "NO");

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("Only one can hold.", "value=\"Ama\"");
        assertThat(town.post(town.rosa(), path(client, "/supports"), "name", " ", "relation", "")).hasStatus(422);
    }

    @Test
    void a_support_person_can_be_changed_and_ended_but_not_through_another_client() {
        var client = town.client("Client One");
        var other = town.client("Client Two");
        var id = town.as(town.rosa(), () -> supports.add(new Support(SupportId.next(), client, "Ama", Support.Relation.FRIEND, java.util.List.of(), java.util.List.of(),
                "", "", "", null, null, "", null, 0)));

        assertThat(town.get(town.rosa(), path(other, "/supports/" + id.text()))).hasStatus(404);
        assertThat(town.post(town.rosa(), path(client, "/supports/" + id.text()), "name", "Ama Owusu", "relation", "FRIEND", "version", "0")).hasStatus(303);
        assertThat(town.post(town.rosa(), path(client, "/supports/" + id.text()), "name", "Late", "relation", "FRIEND", "version", "0")).hasStatus(422);
        assertThat(town.post(town.rosa(), path(client, "/supports/" + id.text() + "/end"))).hasStatus(303);
        assertThat(town.as(town.rosa(), () -> supports.of(client))).isEmpty();
    }

    @Test
    void a_death_is_told_in_the_story_and_at_the_top() {
        var client = town.client(NewClient.named("Late", "Person").born(LocalDate.of(1940, 1, 1)));

        town.post(town.rosa(), path(client, "/person/who"), "version", "0", "who.names[0].given", "Late", "who.names[0].family", "Person", "who.bornOn", "1940-01-01", "who.deceasedOn", "2025-03-03");

        assertThat(text(town.get(town.rosa(), path(client, "")))).contains("Died on 3 Mar 2025");
        assertThat(town.post(town.rosa(), path(client, "/person/who"), "version", "1", "who.names[0].given", "Late", "who.bornOn", "1940-01-01", "who.deceasedOn", "1939-03-03")).hasStatus(422);
    }

    private int changes(ClientId client, String place) {
        return town.as(town.priya(), () -> transaction.execute(_ -> db.sql("select count(*) from audit.entry where kind = 'CHANGE' and what = ? and client = ? and became is not null")
                .params(place, client.value()).query(Integer.class).single()));
    }

    private static String path(ClientId client, String rest) {
        return "/clients/" + client.text() + rest;
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
