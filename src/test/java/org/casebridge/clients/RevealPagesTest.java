package org.casebridge.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Hidden numbers and confidential addresses on pages: masked, shown once to who may and says what for, and never before that is written down. */
@PageTest
class RevealPagesTest {

    private static final String SSN = "912-34-7788";
    private static final String STREET = "12 Hidden Lane";

    @Autowired Town town;
    @Autowired Clients clients;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired FlywayConnectionDetails login;

    @Test
    void pages_show_the_end_of_a_number_and_that_there_is_an_address() {
        var client = hidden();

        var page = text(town.get(town.rosa(), path(client, "/person")));

        assertThat(page).contains("•••-••-7788", "Address kept confidential", "1 Open Street", "What do you need it for?").doesNotContain(SSN, "912-34", STREET, "back door");
        for (var other : List.of("", "/person/numbers", "/person/how", "/case", "/sharing")) {
            assertThat(text(town.get(town.rosa(), path(client, other)))).as(other).doesNotContain(SSN, STREET, "back door");
        }
    }

    @Test
    void who_may_and_says_what_for_is_shown_it_once_and_it_is_noted() {
        var client = hidden();

        var shown = town.post(town.rosa(), number(client), "why", "HPAYMT");
        var place = town.post(town.rosa(), address(client), "why", "TREAT");

        assertThat(shown).hasStatusOk().hasHeader("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        assertThat(text(shown)).contains(SSN, "Shown this once.").doesNotContain(STREET);
        assertThat(text(place)).contains(STREET, "back door").doesNotContain(SSN);
        assertThat(text(town.get(town.rosa(), path(client, "/person")))).doesNotContain(SSN, STREET);
        assertThat(reveals(client)).extracting(it -> it.get("field"), it -> it.get("purpose"), it -> it.get("actor"))
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple("SSN", "HPAYMT", town.rosa().account().value()), org.assertj.core.groups.Tuple.tuple("ADDRESS", "TREAT", town.rosa().account().value()));
    }

    @Test
    void the_same_asking_shows_nothing_a_second_time() {
        var client = hidden();
        var once = text(town.get(town.rosa(), path(client, "/person"))).replaceAll("(?s).*" + number(client) + ".*?name=\"_once\" value=\"([^\"]*)\".*", "$1");

        assertThat(text(town.post(town.rosa(), number(client), "why", "TREAT", "_once", once))).contains(SSN);
        var again = town.post(town.rosa(), number(client), "why", "TREAT", "_once", once);

        assertThat(again).hasStatus(409);
        assertThat(text(again)).doesNotContain(SSN);
        assertThat(reveals(client)).hasSize(1);
    }

    @Test
    void without_the_note_of_it_nothing_is_shown() throws SQLException {
        var client = hidden();
        asOwner("create function audit.fail_reveal() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$",
                "create trigger fail_reveal before insert on audit.entry for each row when (new.what = 'REVEAL' and new.client = '%s') execute function audit.fail_reveal()".formatted(client.text()));
        try {
            var answer = town.post(town.rosa(), number(client), "why", "TREAT");
            assertThat(answer).hasStatus(500);
            assertThat(text(answer)).doesNotContain(SSN);
        } finally {
            asOwner("drop trigger fail_reveal on audit.entry", "drop function audit.fail_reveal()");
        }
    }

    @Test
    void who_does_not_say_what_for_is_asked_in_their_language() {
        var client = hidden();
        var spanish = town.account(Role.SUPERVISOR, "Luz Marina");
        town.post(spanish, "/language", "language", "es", "page", "/");

        var refused = town.post(town.rosa(), number(client), "why", "");

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("Choose what you need it for: it is noted with your look.", "<details class=\"veil\" open").doesNotContain(SSN);
        assertThat(town.post(town.rosa(), number(client), "why", "CURIOSITY")).hasStatus(422);
        assertThat(text(town.post(spanish, number(client)))).contains("Elija para qué lo necesita").doesNotContain(SSN);
        assertThat(reveals(client)).isEmpty();
    }

    @Test
    void who_may_not_sees_no_button_and_gets_nothing_by_the_address_of_one() {
        var client = hidden();

        assertThat(text(town.get(town.priya(), path(client, "/person")))).contains("•••-••-7788", "Address kept confidential").doesNotContain("What do you need it for?", SSN, STREET);
        for (var who : List.of(town.priya(), town.adam(), town.paul())) {
            assertThat(town.post(who, number(client), "why", "TREAT")).as(who.name()).hasStatus(403);
            assertThat(town.post(who, address(client), "why", "TREAT")).as(who.name()).hasStatus(403);
        }
        assertThat(town.post(town.sam(), number(client), "why", "TREAT")).hasStatus(404);
        assertThat(town.post(town.sam(), address(client), "why", "TREAT")).hasStatus(404);
        assertThat(reveals(client)).isEmpty();
    }

    @Test
    void under_another_clients_name_the_number_is_not_found() {
        var client = hidden();
        var other = hidden();
        var sams = town.as(town.sam(), () -> clients.add(NewClient.named("Sams", "Own")));

        for (var swapped : List.of(number(client), address(client))) {
            var answer = town.post(town.rosa(), swapped.replace(client.text(), other.text()), "why", "TREAT");
            assertThat(answer).hasStatus(404);
            assertThat(text(answer)).doesNotContain(SSN, STREET);
            assertThat(town.post(town.sam(), swapped.replace(client.text(), sams.text()), "why", "TREAT")).hasStatus(404);
        }
        assertThat(town.post(town.rosa(), path(client, "/person/numbers/") + id(client, Address::id) + "/shown", "why", "TREAT")).hasStatus(404);
        assertThat(reveals(client)).isEmpty();
        assertThat(reveals(other)).isEmpty();
    }

    @Test
    void the_privacy_officer_and_the_client_read_in_plain_words_what_was_shown() {
        var client = hidden();
        town.post(town.rosa(), number(client), "why", "TREAT");
        town.post(town.rosa(), address(client), "why", "TREAT");

        assertThat(text(town.get(town.priya(), path(client, "/looks")))).contains("A hidden field, shown whole: Social Security number", "A hidden field, shown whole: Confidential address");
        assertThat(text(town.get(town.priya(), path(client, "/looks/told")))).contains("had a hidden field shown: Social Security number", "had a hidden field shown: Confidential address");
        assertThat(text(town.get(town.priya(), path(client, "/looks/told?language=es")))).contains("hizo mostrar un dato oculto: Dirección confidencial");
        assertThat(text(town.get(town.priya(), "/audit?kind=DEED&who=" + town.rosa().account().text()))).contains("Had a hidden field shown: Social Security number").doesNotContain(SSN);
    }

    @Test
    void what_would_leave_names_a_confidential_address_without_saying_it() {
        var client = hidden();

        var preview = text(town.post(town.rosa(), path(client, "/sharing/preview"), "kind", "PERSON", "recipient", "Somebody", "parts", "REACHING", "purpose", "TREATMENT"));

        assertThat(preview).contains("Address kept confidential", "Where someone in danger lives").doesNotContain(STREET, "back door");
        var own = text(town.post(town.rosa(), path(client, "/sharing/preview"), "kind", "CLIENT", "parts", "REACHING"));
        assertThat(own).contains("Nothing would be withheld", "Address kept confidential", "1 Open Street").doesNotContain(STREET, "back door");
    }

    @Test
    void a_confidential_address_stays_while_its_form_is_saved_and_is_changed_and_removed_on_purpose() {
        var client = hidden();
        var kept = id(client, Address::id);
        var form = text(town.get(town.rosa(), path(client, "/person/how")));
        assertThat(form).contains("name=\"how.places[0].kept\" value=\"" + kept + "\"", "Left blank it stays as it is.").doesNotContain(STREET);

        assertThat(how(client, 0, "how.places[0].kept", kept, "how.places[0].kind", "HOME", "how.places[0].confidential", "true", "how.bestTimes", "mornings")).hasStatus(303);
        assertThat(addresses(client)).extracting(Address::street).containsExactly(STREET);
        assertThat(id(client, Address::id)).isEqualTo(kept);

        var opened = how(client, 1, "how.places[0].kept", kept, "how.places[0].kind", "HOME");
        assertThat(opened).hasStatus(422);
        assertThat(text(opened)).contains("Write the address anew if everybody who reaches the record may read it").doesNotContain(STREET);

        assertThat(how(client, 1, "how.places[0].kept", kept, "how.places[0].confidential", "true", "how.places[0].street", "7 New Street")).hasStatus(303);
        assertThat(addresses(client)).extracting(Address::street).containsExactly("7 New Street");
        assertThat(how(client, 2, "how.places[0].kept", id(client, Address::id), "how.places[0].confidential", "true", "how.places[0].gone", "true")).hasStatus(303);
        assertThat(addresses(client)).isEmpty();
    }

    @Test
    void a_form_that_names_another_clients_address_does_not_get_it() {
        var client = hidden();
        var other = town.client("Without Address");

        how(other, 0, "how.places[0].kept", id(client, Address::id), "how.places[0].confidential", "true", "how.places[0].kind", "HOME");

        assertThat(addresses(other)).noneMatch(it -> it.street().equals(STREET));
    }

    @Test
    void the_same_number_or_phone_is_not_kept_twice() {
        var client = hidden();

        var twice = town.post(town.rosa(), path(client, "/person/numbers"), "version", "0", "numbers[0].kind", "SSN", "numbers[0].value", "•••-••-7788", "numbers[0].hidden", "true",
                "numbers[2].kind", "SSN", "numbers[2].value", "912347788");
        assertThat(twice).hasStatus(422);
        assertThat(text(twice)).contains("href=\"#numbers[2].value\"", "This number is there twice. Keep one of them.").doesNotContain(SSN);

        var phones = how(client, 0, "how.phones[0].number", "510 555 0123", "how.phones[2].number", "+1 (510) 555-0123");
        assertThat(phones).hasStatus(422);
        assertThat(text(phones)).contains("href=\"#how.phones[2].number\"", "This phone number is there twice. Keep one of them.");
        var added = town.post(town.rosa(), "/clients", "who.names[0].given", "Twice", "how.mails[0].address", "a@example.org", "how.mails[1].address", "A@example.org");
        assertThat(added).hasStatus(422);
        assertThat(text(added)).contains("This e-mail address is there twice. Keep one of them.");

        var brought = town.client(NewClient.named("Brought", "In").with(ContactPoint.phone("510 555 0123", ContactPoint.Usage.HOME), ContactPoint.phone("5105550123", ContactPoint.Usage.MOBILE))
                .with(new Identifier(Identifier.Kind.SSN, "", SSN), new Identifier(Identifier.Kind.SSN, "ssa", "912347788")));
        assertThat(town.as(town.rosa(), () -> clients.get(brought))).satisfies(it -> {
            assertThat(it.points()).hasSize(1);
            assertThat(it.identifiers()).hasSize(1);
        });
    }

    @Test
    void the_end_of_a_number_alone_is_not_kept_as_a_number() {
        var client = hidden();

        var guessed = town.post(town.rosa(), path(client, "/person/numbers"), "version", "0", "numbers[0].kind", "PASSPORT", "numbers[0].value", "•••-••-7788");
        var opened = town.post(town.rosa(), path(client, "/person/numbers"), "version", "0", "numbers[0].kind", "OTHER", "numbers[0].value", "•••• 4455");

        assertThat(guessed).hasStatus(422);
        assertThat(text(guessed)).contains("This is the end of a number only.");
        assertThat(opened).hasStatus(422);
        assertThat(text(opened)).contains("Write the whole number if everybody who reaches the record may read it from now on.");
    }

    private ClientId hidden() {
        return town.client(NewClient.named("Veiled", "Person").with(new Identifier(Identifier.Kind.SSN, "", SSN), new Identifier(null, Identifier.Kind.OTHER, "Court", "CR-0014455", true))
                .with(new Address(null, Address.Kind.HOME, STREET, "Salem", "MA", "01970", "US", "back door", false, true), Address.home("1 Open Street", "Salem", "MA", "01970")));
    }

    private String number(ClientId client) {
        return path(client, "/person/numbers/") + town.as(town.rosa(), () -> Objects.requireNonNull(clients.get(client).identifiers().getFirst().id()).text()) + "/shown";
    }

    private String address(ClientId client) {
        return path(client, "/person/addresses/") + id(client, Address::id) + "/shown";
    }

    private String id(ClientId client, java.util.function.Function<Address, AddressId> id) {
        return id.apply(addresses(client).getFirst()).text();
    }

    private List<Address> addresses(ClientId client) {
        return town.as(town.rosa(), () -> clients.get(client).addresses());
    }

    private MvcTestResult how(ClientId client, int version, String... fields) {
        var all = new java.util.ArrayList<>(List.of("version", String.valueOf(version)));
        all.addAll(List.of(fields));
        return town.post(town.rosa(), path(client, "/person/how"), all.toArray(String[]::new));
    }

    private List<Map<String, Object>> reveals(ClientId client) {
        return town.as(town.priya(), () -> transaction.execute(_ -> db.sql("select actor, purpose, fields[1] as field from audit.entry where kind = 'DEED' and what = 'REVEAL' and client = ? and decision = 'ALLOWED'")
                .param(client.value()).query().listOfRows()));
    }

    private void asOwner(String... statements) throws SQLException {
        try (var owner = DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword()); var statement = owner.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String path(ClientId client, String rest) {
        return "/clients/" + client.text() + rest;
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
