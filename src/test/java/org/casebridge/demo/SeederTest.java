package org.casebridge.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.assessments.Instruments;
import org.casebridge.caseload.SentenceText;
import org.casebridge.clients.Clients;
import org.casebridge.clients.HiddenParts;
import org.casebridge.clients.NewClient;
import org.casebridge.kernel.Stopped;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/** A synthetic agency in a database of its own. */
@SpringBootTest(properties = {"casebridge.demo=true", "casebridge.demo-password=seen by all", "casebridge.db.durable=false"})
@AutoConfigureMockMvc
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeederTest {

    private static final LocalDate TODAY = Town.today();

    private static final Path FOLDER = Path.of("target", "seeder-database");

    @Autowired Seeder seeder;
    @Autowired SeededAccounts accounts;
    @Autowired Clients clients;
    @Autowired MockMvcTester browser;
    @Autowired FlywayConnectionDetails login;
    @Autowired SentenceText sentences;
    @Autowired Instruments instruments;
    @Autowired JsonMapper json;
    @Autowired HiddenParts parts;
    private JdbcClient owner;
    private Seeded seeded;
    private List<String> structure;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER.resolve("postgres"));
        settings.add("casebridge.data", FOLDER::toString);
    }

    @BeforeAll
    void a_seed() {
        owner = JdbcClient.create(new DriverManagerDataSource(login.getJdbcUrl(), login.getUsername(), login.getPassword()));
        structure = structure();
        seeded = seeder.seed(new SeedRequest(600, 8, 365, 7, TODAY), _ -> {});
    }

    @Test
    void every_table_is_filled_and_the_counts_are_told() {
        assertThat(seeded.clients()).isEqualTo(600);
        assertThat(seeded.tables()).allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());
        for (var table : SeederTable.values()) {
            assertThat(owner.sql("select count(*) from " + table.place()).query(Long.class).single()).as(table.place()).isGreaterThanOrEqualTo(seeded.tables().get(table.place()));
        }
    }

    @Test
    void every_table_about_a_client_is_filled_or_left_to_people_on_purpose() {
        var about = owner.sql("""
                select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id'
                where c.relkind = 'r' order by 1
                """).query(String.class).list();
        var left = List.of("careplans.acuity", "careplans.choice", "careplans.copy", "careplans.rating", "careplans.review", "careplans.review_exemption", "careplans.review_goal", "careplans.section", "careplans.served",
                "careplans.service", "careplans.signature", "careplans.step_task", "careplans.teach_back", "careplans.translation", "careplans.conference", "careplans.conference_point", "careplans.barrier", "careplans.resource", "careplans.resource_secured", "messaging.addendum", "assessments.follow_up", "assessments.safety_plan",
                "assessments.approval", "assessments.extracted", "assessments.given", "assessments.response", "assessments.scored",
                "access.named", "access.segment_client", "oversight.restriction", "consent.consent", "consent.revocation", "consent.label", "consent.disclosure", "consent.breach_person", "documents.document", "documents.content", "interop.source_record",
                "assessments.acknowledgement", "matching.fact", "matching.paper", "matching.paper_use", "messaging.safe_rule", "monitoring.acuity", "monitoring.cosignature", "monitoring.given_service", "monitoring.incident", "monitoring.incident_report", "monitoring.looked", "monitoring.mark", "monitoring.promise", "monitoring.review", "monitoring.visit", "referrals.claim", "referrals.link", "referrals.message", "referrals.packed", "referrals.waiting", "tasks.pause", "workload.agenda_item", "workload.decision", "outbox.message", "calendar.reminder_wish", "planner.assignment");

        assertThat(about).isNotEmpty().allMatch(it -> seeded.tables().containsKey(it) || left.contains(it));
    }

    @Test
    void the_audit_names_the_seed_in_one_row_and_watches_on() {
        assertThat(owner.sql("select became ->> 'clients' from audit.entry where what = 'demo.seed'").query(String.class).single()).isEqualTo("600");
        assertThat(owner.sql("""
                select count(*) from audit.entry where what = 'clients.person_name' and client in (select id from clients.client where source like 'seed:%')
                """).query(Integer.class).single()).isZero();
        assertThat(owner.sql("select count(*) from pg_trigger where tgname = 'audit' and tgenabled = 'D'").query(Integer.class).single()).isZero();
    }

    @Test
    void keys_indexes_and_triggers_are_as_before() {
        assertThat(structure()).isEqualTo(structure);
    }

    @Test
    void a_seeded_worker_signs_in_with_the_demos_password_and_sees_a_full_day() {
        var session = signIn("worker1");

        assertThat(browser.get().uri("/").cookie(session)).hasStatusOk().bodyText().contains("people on your caseload").doesNotContain("No open cases are yours");
        for (var client : clientsOf("worker1")) {
            assertThat(browser.get().uri("/clients/" + client).cookie(session)).as(client).hasStatusOk().bodyText().containsAnyOf("Added to the record", "Older");
        }
    }

    @Test
    void seeded_people_are_found_by_their_names() {
        var one = owner.sql("""
                select n.family from clients.person_name n join access.reach r on r.client_id = n.client_id join access.account a on a.id = r.account_id
                join clients.client c on c.id = r.client_id and c.name like '%' || n.family
                where a.username = 'worker1' and n.family ~ '^[A-Z][a-z]{4,}$' limit 1
                """).query(String.class).single();

        assertThat(browser.get().uri("/clients?find={name}", one.substring(1, 5)).cookie(signIn("worker1"))).hasStatusOk().bodyText().contains(one);
    }

    @Test
    void while_the_demo_is_off_a_seeded_worker_has_no_password() {
        accounts.shut();
        try {
            assertThat(signIn("worker2")).isNull();
        } finally {
            accounts.open();
        }
        assertThat(signIn("worker2")).isNotNull();
    }

    @Test
    void the_same_seed_gives_the_same_rows() {
        var first = rows(5);

        assertThat(rows(5)).isEqualTo(first);
        assertThat(rows(6)).isNotEqualTo(first);
    }

    @Test
    void a_second_seed_goes_on_where_the_first_ended() {
        var before = owner.sql("select count(*) from clients.client where source like 'seed:%'").query(Integer.class).single();
        seeder.seed(new SeedRequest(400, 5, 365, 7, TODAY), _ -> {});

        assertThat(owner.sql("select count(*) from clients.client where source like 'seed:%'").query(Integer.class).single()).isEqualTo(before + 400);
        assertThat(owner.sql("select exists (select from access.account where username = 'worker10')").query(Boolean.class).single()).isTrue();
    }

    @Test
    void made_up_people_do_not_go_among_real_ones() {
        Actor.machine().act(() -> clients.add(NewClient.named("Ana", "Real").from("import:1")));
        try {
            assertThatThrownBy(() -> seeder.seed(new SeedRequest(10, 1, 30, 9, TODAY), _ -> {}))
                    .isInstanceOf(Stopped.class).hasMessageContaining("1 client that no seed made");
            assertThat(owner.sql("select count(*) from demo.seed where random = 9").query(Integer.class).single()).isZero();
        } finally {
            owner.sql("""
                    do $$ begin
                        perform set_config('casebridge.actor', id::text, true) from access.account where username = 'casebridge';
                        update clients.client set source = 'demo:once real' where source = 'import:1';
                    end $$
                    """).update();
        }
    }

    /** What a small seed would write, table by table, without a database; what is sealed looks different each time. */
    private Map<SeederTable, String> rows(long random) {
        var manager = new SeederAgency.Worker(new java.util.UUID(1, 1), "Ana Lima");
        var offers = Arrays.stream(SeederTheme.values()).collect(Collectors.toMap(it -> it, it -> List.of(new SeederDirectory.Offer(new java.util.UUID(6, 6), new java.util.UUID(7, 7), it.service, "Unity House"))));
        var agency = new SeederAgency(new java.util.UUID(2, 2), new java.util.UUID(3, 3), new SeedRequest(200, 1, 365, random, LocalDate.of(2026, 11, 23)), 0,
                List.of(manager), List.of(manager), List.of(manager), List.of(new SeederAgency.Programme(new java.util.UUID(4, 4), "Family Support", 14, List.of(new java.util.UUID(5, 5)))), offers, sentences,
                instruments.scoring(Instruments.PHQ9).orElseThrow(), json, parts);
        var all = new TreeMap<SeederTable, String>();
        try (var people = new SeederPeople(agency)) {
            for (var batch = people.next(); batch != null; batch = people.next()) {
                batch.rows().texts().forEach((table, text) -> all.merge(table, text.toString().replaceAll("x[0-9a-f]{60,}", "sealed"), String::concat));
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return all;
    }

    private List<String> structure() {
        return owner.sql("""
                select conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated from pg_constraint where connamespace <> 'pg_catalog'::regnamespace
                union all select pg_get_indexdef(indexrelid) || indisvalid from pg_index
                union all select tgrelid::regclass::text || ' ' || tgname || tgenabled::text from pg_trigger where not tgisinternal
                order by 1
                """).query(String.class).list();
    }

    private List<String> clientsOf(String username) {
        return new ArrayList<>(owner.sql("""
                select f.client_id::text from caseload.case_file f join access.account a on a.id = f.worker where a.username = ? and f.status = 'OPEN' order by 1 limit 15
                """).param(username).query(String.class).list());
    }

    private @Nullable Cookie signIn(String username) {
        return browser.post().uri("/sign-in").with(csrf()).param("username", username).param("password", "seen by all").exchange().getResponse().getCookie("casebridge");
    }
}
