package org.casebridge.caseload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.kernel.Sentence;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class StoryPagesTest {

    @Autowired Town town;
    @Autowired Story story;
    @Autowired CaseFiles cases;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @Test
    void a_case_opened_is_the_beginning_of_the_story() {
        var file = town.openCase("Amina Yusuf");

        assertThat(town.get(town.rosa(), "/clients/{client}", file.clientId().text())).hasStatusOk().bodyText()
                .contains("Amina Yusuf", "Case opened in", "with Rosa Alvarez");
    }

    @Test
    void a_colleague_who_does_not_work_with_the_client_finds_nobody() {
        var file = town.openCase("Amina Yusuf");

        assertThat(town.get(town.sam(), "/clients/{client}", file.clientId().text())).hasStatus(404).bodyText().doesNotContain("Amina");
        assertThat(town.get(town.paul(), "/clients/{client}", file.clientId().text())).hasStatus(403).bodyText().doesNotContain("Amina");
        assertThat(town.get(town.vera(), "/clients/{client}", file.clientId().text())).hasStatusOk().bodyText().contains("Amina Yusuf");
    }

    @Test
    void the_whole_story_is_found_page_by_page_each_line_once() {
        var client = town.client("Many Days");
        var start = Instant.parse("2026-01-01T10:00:00Z");
        town.rosa().run(() -> {
            for (int i = 0; i < 75; i++) {
                story.tell(client, start.plusSeconds(i / 3), StoryKind.CONTACT, Sentence.of("by {name}", "line " + i + "."), null, null);
            }
        });

        var seen = new ArrayList<String>();
        var path = "/clients/" + client.text() + "?kind=CONTACT";
        while (path != null) {
            var body = town.get(town.rosa(), path).getResponse();
            var html = new String(body.getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
            Pattern.compile("by line (\\d+)\\.").matcher(html).results().forEach(it -> seen.add(it.group(1)));
            var older = Pattern.compile("href=\"([^\"]+before=[^\"]+)\"").matcher(html);
            path = older.find() ? older.group(1).replace("&amp;", "&") : null;
        }
        assertThat(seen).hasSize(75).doesNotHaveDuplicates().startsWith("74", "73", "72").endsWith("2", "1", "0");
    }

    @Test
    void each_role_is_told_only_what_it_may_open_elsewhere() {
        var client = town.openCase("Amina Yusuf").clientId();
        town.rosa().run(() -> {
            for (var kind : StoryKind.values()) {
                story.tell(client, Instant.now(), kind, Sentence.of("by {name}", "a line of kind " + kind), null, null);
            }
        });
        var path = "/clients/" + client.text();

        assertThat(town.get(town.rosa(), path)).bodyText().contains(java.util.Arrays.stream(StoryKind.values()).map(it -> "a line of kind " + it).toList());
        assertThat(town.get(town.priya(), path)).bodyText().contains("a line of kind PERSON", "a line of kind SHARING")
                .doesNotContain("a line of kind CONTACT", "a line of kind ASSESSMENT", "a line of kind HISTORY", "a line of kind PLAN", "a line of kind CASE", "kind=CONTACT");
        assertThat(town.get(town.priya(), path + "?kind=CONTACT")).bodyText().doesNotContain("a line of kind");
        assertThat(town.get(town.ines(), path)).bodyText().contains("a line of kind INTAKE", "a line of kind CONTACT")
                .doesNotContain("a line of kind PLAN", "a line of kind ADVOCACY", "a line of kind ASSESSMENT", "a line of kind HISTORY");
    }

    @Test
    void a_line_is_told_in_the_language_of_who_reads_it() {
        var client = town.client("Amina Yusuf");
        town.rosa().run(() -> story.tell(client, Instant.now(), StoryKind.CASE, Sentence.of("Case closed: {reason}", CaseFile.CloseReason.GOALS_MET),
                Sentence.of("from {day} · by {name}", LocalDate.of(2026, 3, 14), "Rosa <b>"), null));

        assertThat(town.get(town.rosa(), "/clients/{client}", client.text())).bodyText().contains("Case closed: Goals were met", "from 14 Mar 2026 · by Rosa &lt;b");
        assertThat(town.post(town.rosa(), "/language", "language", "es", "page", "/")).hasStatus3xxRedirection();
        try {
            assertThat(town.get(town.rosa(), "/clients/{client}", client.text())).bodyText().contains("Caso cerrado: Se cumplieron las metas", "desde el 14 mar 2026");
        } finally {
            assertThat(town.post(town.rosa(), "/language", "language", "en", "page", "/")).hasStatus3xxRedirection();
        }
    }

    @Test
    void a_fact_told_twice_with_one_source_stays_one_line() {
        var client = town.client("Amina Yusuf");
        town.rosa().run(() -> {
            story.tell(client, Instant.now(), StoryKind.HISTORY, Sentence.of("by {name}", "St. Anne"), null, null, "Condition/1");
            story.tell(client, Instant.now(), StoryKind.HISTORY, Sentence.of("by {name}", "St. Anne again"), null, null, "Condition/1");
        });

        assertThat(town.get(town.rosa(), "/clients/{client}?kind=HISTORY", client.text())).bodyText().contains("by St. Anne").doesNotContain("St. Anne again");
    }

    @Test
    void looking_at_a_client_and_changing_a_case_are_noted() {
        var file = town.openCase("Amina Yusuf");
        town.get(town.rosa(), "/clients/{client}", file.clientId().text());
        town.rosa().run(() -> cases.close(file.clientId(), file.id(),
                new CloseCase(Town.today(), CaseFile.CloseReason.GOALS_MET, "A home of her own", "")));

        var looks = town.as(town.priya(), () -> transaction.execute(_ -> db.sql("select actor from audit.entry where kind = 'LOOK' and client = ?").param(file.clientId().value()).query(java.util.UUID.class).list()));
        var changes = town.as(town.priya(), () -> transaction.execute(_ -> db.sql("select became ->> 'status' from audit.entry where record = ? and what = 'caseload.case_file' order by at").param(file.id().text()).query(String.class).list()));
        assertThat(looks).containsExactly(town.rosa().account().value());
        assertThat(changes).containsExactly("OPEN", "CLOSED");
    }
}
