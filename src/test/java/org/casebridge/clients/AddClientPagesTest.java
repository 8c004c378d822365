package org.casebridge.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Adding a person: in full, refused, and with likely duplicates shown before anything is saved. */
@PageTest
class AddClientPagesTest {

    @Autowired Town town;
    @Autowired Clients clients;
    @Autowired Accounts accounts;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_person_is_added_with_all_that_is_known_of_them() {
        var added = added(
                "who.names[0].usage", "LEGAL", "who.names[0].given", "Nguyễn Thị", "who.names[0].family", "D’Ambrosio-Ó Súilleabháin",
                "who.names[1].usage", "PREFERRED", "who.names[1].given", "Jerry", "who.names[2].given", "Kofi the Younger", "who.names[3].usage", "FORMER", "who.names[3].written", "محمد عبد الله", "who.names[3].until", "2001-05-04",
                "who.bornOn", "1979-03-14", "who.bornEstimated", "true", "who.pronouns", "he/him", "who.gender", "man", "who.sex", "MALE",
                "who.language", "en", "who.secondLanguage", "ak", "who.interpreter", "SPOKEN", "who.races", "BLACK_OR_AFRICAN_AMERICAN", "who.races", "WHITE",
                "who.ethnicity", "Akan", "who.culture", "Fasts in Ramadan",
                "how.phones[0].number", "510 555 0123", "how.phones[0].usage", "MOBILE", "how.phones[1].number", "(510) 555-0199", "how.phones[1].unsafe", "true",
                "how.mails[0].address", "jerry@example.org", "how.prefers", "TEXT", "how.bestTimes", "after 16:00", "how.leaveMessage", "NO", "how.sayWho", "NO", "how.never", "LETTER",
                "how.words", "Say it is the library", "how.places[0].kind", "NO_FIXED_ADDRESS", "how.places[0].words", "Under the bridge at 5th, mornings",
                "numbers[0].kind", "SSN", "numbers[0].value", "123-45-6789");

        assertThat(added).hasStatus(303);
        var path = added.getResponse().getRedirectedUrl();
        var page = text(town.get(town.rosa(), path));
        assertThat(page).contains("Nguyễn Thị D’Ambrosio-Ó Súilleabháin", "goes by “Jerry”, he/him, about 4", "English, Akan", "Interpreter needed", "Text message first, after 16:00",
                "Leave no message", "Do not say who we are", "Never: Letter", "No fixed address", "Added to the record");
        assertThat(text(town.get(town.rosa(), path + "/person"))).contains("محمد عبد الله", "Another name they use", "Kofi the Younger", "until 4 May 2001", "14 Mar 1979", "an estimate", "Black or African American", "White", "Akan",
                "Fasts in Ramadan", "(510) 555-0123", "Not safe", "Under the bridge at 5th, mornings", "•••-••-6789", "Say it is the library").doesNotContain("123-45-6789");
    }

    @Test
    void what_can_wait_is_folded_away_until_something_is_said_there() {
        assertThat(town.get(town.rosa(), "/clients/new")).bodyText().contains("<details class=\"fold\"><summary>Gender, race and ethnicity", "<details class=\"fold\"><summary>Numbers others know them by");
        assertThat(town.post(town.rosa(), "/clients", "who.gender", "woman", "how.places[0].street", "12 Alder St")).hasStatus(422).bodyText()
                .contains("<details class=\"fold\" open><summary>Gender, race and ethnicity", "<details class=\"fold\" open><summary>Where they live or can be found",
                        "<details class=\"fold\"><summary>Numbers others know them by");
    }

    @Test
    void one_word_is_a_name() {
        var added = added( "who.names[0].given", "Sukarnoputri");

        assertThat(text(town.get(town.rosa(), added.getResponse().getRedirectedUrl()))).contains("<bdi>Sukarnoputri</bdi>");
    }

    @Test
    void the_full_name_someone_goes_by_stands_at_the_top_and_not_the_legal_one() {
        var added = added( "who.names[0].given", "Legalname", "who.names[0].family", "Former",
                "who.names[1].usage", "PREFERRED", "who.names[1].given", "Marisol", "who.names[1].family", "Verdugo");

        assertThat(text(town.get(town.rosa(), added.getResponse().getRedirectedUrl()))).contains("<h1><bdi>Marisol Verdugo</bdi>").doesNotContain("Legalname");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "who.names[0].given | '' | Write at least one name, even if it is only what people call them.",
            "who.bornOn | 1979-02-31 | Write a date that exists, like 1980-03-14.",
            "who.bornOn | 2099-01-01 | This birth date is in the future. Check the year.",
            "who.bornOn | 1790-01-01 | This birth date is before 1850. Check the year.",
            "who.sex | PURPLE | Choose one of the answers offered.",
            "who.races | GREEN | Choose one of the answers offered.",
            "who.language | not a code | Choose one of the languages offered.",
            "how.phones[0].number | 123 | Write a phone number with its area code, like (510) 555-0123; one from abroad begins with +.",
            "how.mails[0].address | no address | Write an e-mail address, like name@example.org.",
            "numbers[0].kind | LUCKY | Choose one of the answers offered."})
    void what_cannot_be_is_refused_beside_its_field_and_the_form_stays_full(String field, String value, String sentence) {
        var fields = new java.util.LinkedHashMap<String, String>();
        fields.put("who.names[0].given", "Halvard");
        fields.put("who.culture", "words that must not be lost");
        fields.put(field, value == null ? "" : value);

        var answer = town.post(town.rosa(), "/clients", fields.entrySet().stream().flatMap(it -> java.util.stream.Stream.of(it.getKey(), it.getValue())).toArray(String[]::new));

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains(sentence, "words that must not be lost", "href=\"#" + field);
    }

    @Test
    void text_far_too_long_and_nul_are_refused_and_html_is_only_text() {
        var longText = town.post(town.rosa(), "/clients", "who.names[0].given", "Halvard", "who.culture", "x".repeat(10_000_000));
        assertThat(longText).hasStatus(422);
        assertThat(town.post(town.rosa(), "/clients", "who.names[0].given", "Hal\0vard")).hasStatus(422);

        var html = "<b onmouseover=alert(1)>x</b>";
        var added = added( "who.names[0].given", html, "who.names[0].family", html, "who.pronouns", html, "who.gender", html, "who.culture", html,
                "how.words", html, "how.bestTimes", html, "how.places[0].street", html, "how.places[0].words", html, "numbers[0].value", html, "numbers[0].system", html);
        assertThat(added).hasStatus(303);
        for (var path : new String[] {"", "/person", "/person/who", "/person/how", "/person/numbers", "/household"}) {
            assertThat(text(town.get(town.rosa(), added.getResponse().getRedirectedUrl() + path))).doesNotContain("<b onmouseover");
        }
    }

    @Test
    void a_form_sent_twice_adds_one_person() {
        var once = java.util.UUID.randomUUID().toString();
        var first = town.post(town.rosa(), "/clients", "_once", once, "who.names[0].given", "Twice", "who.names[0].family", "Sentonly");
        var second = town.post(town.rosa(), "/clients", "_once", once, "who.names[0].given", "Twice", "who.names[0].family", "Sentonly", "seen", "9:" + first.getResponse().getRedirectedUrl());

        assertThat(first).hasStatus(303);
        assertThat(second).hasStatus(409);
        assertThat(text(second)).contains("This form was already saved.");
    }

    @Test
    void likely_duplicates_are_shown_with_their_reasons_before_anything_is_saved() {
        town.client(NewClient.named("Katherine", "Brzezinski").born(LocalDate.of(1984, 5, 9)).with(ContactPoint.phone("510-555-0188", ContactPoint.Usage.MOBILE)));

        var looked = town.post(town.rosa(), "/clients", "who.names[0].given", "Catherine", "who.names[0].family", "Brzezinsky", "who.bornOn", "1984-09-05",
                "how.phones[0].number", "(510) 555-0188");

        assertThat(looked).hasStatus(422);
        assertThat(text(looked)).contains("may be the same", "Katherine Brzezinski", "given name is a letter or two apart", "family name is a letter or two apart",
                "day and month of birth are swapped", "same phone", "This is a new person: add them", "value=\"Catherine\"");
        assertThat(text(town.get(town.rosa(), "/clients?find=brzezinsky"))).doesNotContain("Catherine Brzezinsky");
    }

    @Test
    void whoever_says_it_is_a_new_person_adds_them() {
        town.client(NewClient.named("Oluwaseun", "Adeyemi").born(LocalDate.of(1990, 1, 2)));
        var fields = new String[] {"who.names[0].given", "Oluwaseun", "who.names[0].family", "Adeyemi", "who.bornOn", "1990-01-02", "seen", ""};
        var looked = town.post(town.rosa(), "/clients", fields);
        fields[7] = text(looked).replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");

        assertThat(town.post(town.rosa(), "/clients", fields)).hasStatus(303);
    }

    @Test
    void after_the_name_was_changed_it_is_looked_up_again() {
        town.client(NewClient.named("Perpetua", "Ngozika").born(LocalDate.of(1991, 1, 2)));
        town.client(NewClient.named("Dieudonne", "Mbarga").born(LocalDate.of(1962, 8, 7)));
        var looked = text(town.post(town.rosa(), "/clients", "who.names[0].given", "Perpetua", "who.names[0].family", "Ngozika", "who.bornOn", "1991-01-02"));
        var seen = looked.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");

        var again = town.post(town.rosa(), "/clients", "who.names[0].given", "Dieudonne", "who.names[0].family", "Mbarga", "who.bornOn", "1962-08-07", "seen", seen);

        assertThat(again).hasStatus(422);
        assertThat(text(again)).contains("Dieudonne Mbarga", "same birth date");
    }

    @Test
    void of_someone_beyond_reach_one_learns_only_that_there_is_one_and_that_is_noted() {
        var hidden = town.client(NewClient.named("Ignatius", "Featherstonehaugh").born(LocalDate.of(1971, 6, 30)));
        var vera = town.vera();

        var looked = town.post(town.sam(), "/clients", "who.names[0].given", "Ignatius", "who.names[0].family", "Fetherstonhaugh", "who.bornOn", "1971-06-30");

        assertThat(looked).hasStatus(422);
        assertThat(text(looked)).contains("Someone very like this is known to another programme.", "Ask " , "That you asked is noted").doesNotContain("Featherstonehaugh", hidden.text());
        var supervisors = vera.act(() -> accounts.colleagues()).stream().filter(it -> it.role() == Role.SUPERVISOR).map(Account::name).toList();
        assertThat(text(looked).replaceAll("(?s).* Ask ([^<]*), who can find out.*", "$1").split(", ")).isNotEmpty().isSubsetOf(supervisors);
        assertThat(looks(town.sam(), hidden)).isEqualTo(1);
    }

    @Test
    void someone_only_a_little_alike_beyond_reach_is_not_told() {
        town.client(NewClient.named("Zebulon", "Quartermain").born(LocalDate.of(1950, 6, 30)));

        assertThat(town.post(town.sam(), "/clients", "who.names[0].given", "Zebulon", "who.names[0].family", "Quartermain")).hasStatus(303);
    }

    @Test
    void only_who_may_add_people_adds_them() {
        for (var who : new Actor[] {town.priya(), town.paul(), town.adam()}) {
            assertThat(town.get(who, "/clients/new")).hasStatus(403);
            assertThat(town.post(who, "/clients", "who.names[0].given", "Nobody")).hasStatus(403);
        }
    }

    @Test
    void what_was_searched_in_vain_is_in_the_form_already() {
        var fresh = town.account(Role.CASE_MANAGER, "Noor Haddad");
        assertThat(text(town.get(fresh, "/clients/new?name=Jose Maria Etxeberria"))).contains("value=\"Jose Maria\"", "value=\"Etxeberria\"");
    }

    private int looks(Actor who, ClientId client) {
        return town.as(town.priya(), () -> transaction.execute(_ -> db.sql("select count(*) from audit.entry where kind = 'LOOK' and actor = ? and ? = any (others || client)")
                .params(who.account().value(), client.value()).query(Integer.class).single()));
    }

    /** Adds the person; when another test's person looks like them, says that this is a new one. */
    private MvcTestResult added(String... fields) {
        var answer = town.post(town.rosa(), "/clients", fields);
        var seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(text(answer));
        if (answer.getResponse().getStatus() != 422 || !seen.find()) {
            return answer;
        }
        var again = Arrays.copyOf(fields, fields.length + 2);
        again[fields.length] = "seen";
        again[fields.length + 1] = seen.group(1);
        return town.post(town.rosa(), "/clients", again);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
