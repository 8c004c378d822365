package org.casebridge.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.casebridge.PageTest;
import org.casebridge.fault.Fault;
import org.casebridge.fault.Superuser;
import org.casebridge.kernel.Stopped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;

/** Each insecure setting alone keeps the server from starting; a good installation starts. */
@PageTest
class ProductionTest {

    private static final String HASH = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g";
    private static final Map<Insecurity, UnaryOperator<Standing>> BENT = new EnumMap<>(Map.ofEntries(
            setting(Insecurity.DEMO, "casebridge.demo", "true"),
            database(Insecurity.DEMO_PEOPLE, it -> new Standing.OfDatabase(false, List.of(), List.of(), List.of(), it.behind(), 0, true, HASH)),
            setting(Insecurity.EMBEDDED, "casebridge.db.url", ""),
            setting(Insecurity.UNDURABLE, "casebridge.db.durable", "false"),
            setting(Insecurity.UNVERIFIED_DATABASE, "casebridge.db.url", "jdbc:postgresql://db.example.org/casebridge?sslmode=require"),
            setting(Insecurity.WEAK_DATABASE_PASSWORD, "casebridge.db.password", "casebridge"),
            database(Insecurity.MIGHTY_LOGIN, it -> new Standing.OfDatabase(true, List.of(), List.of(), List.of(), it.behind(), 0, false, HASH)),
            database(Insecurity.OWNING_LOGIN, it -> new Standing.OfDatabase(false, List.of("client"), List.of(), List.of(), it.behind(), 0, false, HASH)),
            database(Insecurity.OPEN_TABLE, it -> new Standing.OfDatabase(false, List.of(), List.of("clients.client"), List.of(), it.behind(), 0, false, HASH)),
            database(Insecurity.OPEN_VIEW, it -> new Standing.OfDatabase(false, List.of(), List.of(), List.of("messaging.reached"), it.behind(), 0, false, HASH)),
            database(Insecurity.PENDING, it -> new Standing.OfDatabase(false, List.of(), List.of(), List.of(), it.behind(), 3, false, HASH)),
            database(Insecurity.CLOCK, _ -> new Standing.OfDatabase(false, List.of(), List.of(), List.of(), Duration.ofSeconds(-31), 0, false, HASH)),
            database(Insecurity.WEAK_HASH, it -> new Standing.OfDatabase(false, List.of(), List.of(), List.of(), it.behind(), 0, false, HASH.replace("m=19456,t=2", "m=4096,t=3"))),
            setting(Insecurity.NO_ADDRESS, "casebridge.public-url", " "),
            setting(Insecurity.PLAIN_ADDRESS, "casebridge.public-url", "http://cases.example.org"),
            setting(Insecurity.NO_TLS, "casebridge.proxy", "none"),
            setting(Insecurity.NO_SECOND_FACTOR, "casebridge.mfa.required", "false"),
            setting(Insecurity.PLAIN_ISSUER, "casebridge.oidc.issuer", "http://login.example.org"),
            setting(Insecurity.UNASKED_FACTORS, "casebridge.oidc.amr", " "),
            setting(Insecurity.SHORT_CLIENT_SECRET, "casebridge.oidc.client-secret", "secret"),
            setting(Insecurity.MAIL_IN_THE_CLEAR, "casebridge.outbox.mail-tls", "false"),
            setting(Insecurity.TEXTS_IN_THE_CLEAR, "casebridge.outbox.text-url", "http://texts.example.org/send"),
            setting(Insecurity.LONG_IDLE, "casebridge.session.idle", "16m"),
            setting(Insecurity.LONG_SESSION, "casebridge.session.whole", "13h"),
            setting(Insecurity.NO_AUDIT_KEY, "casebridge.audit.key", "/var/lib/casebridge/audit/key.pem"),
            machine(Insecurity.EXPOSED_AUDIT_KEY, new Standing.OfMachine(false, List.of(), Set.of(), Path.of("/etc/casebridge/audit.pem")::equals)),
            setting(Insecurity.NO_ANCHOR, "casebridge.audit.anchor", "/var/lib/casebridge/../casebridge/anchors.ndjson"),
            setting(Insecurity.SLOW_SEAL, "casebridge.audit.every", "5s"),
            setting(Insecurity.NO_MASTER_KEY, "casebridge.sealing.key-file", "/var/lib/casebridge/keys/casebridge.key"),
            setting(Insecurity.WEAK_MASTER_KEY, "casebridge.sealing.key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
            machine(Insecurity.EXPOSED_MASTER_KEY, new Standing.OfMachine(false, List.of(), Set.of(), Path.of("/etc/casebridge/sealing.key")::equals)),
            machine(Insecurity.EXPOSED_DATA, new Standing.OfMachine(false, List.of(), Set.of(), Path.of("/var/lib/casebridge")::equals)),
            machine(Insecurity.ROOT, new Standing.OfMachine(true, List.of(), Set.of(), _ -> false)),
            machine(Insecurity.DEBUGGER, new Standing.OfMachine(false, List.of("-Xmx512m", "-agentlib:jdwp=transport=dt_socket,server=y"), Set.of(), _ -> false)),
            machine(Insecurity.DEVELOPER_TOOLS, new Standing.OfMachine(false, List.of(), Set.of("devtools"), _ -> false)),
            setting(Insecurity.TALKATIVE_LOG, "logging.level.org.springframework", "DEBUG"),
            setting(Insecurity.TALKATIVE_ERRORS, "server.error.include-stacktrace", "always"),
            setting(Insecurity.NO_BACKUP, "casebridge.backup", ""),
            setting(Insecurity.PLAIN_DISK, "casebridge.disks", "")));

    @Autowired Survey survey;
    @Autowired Superuser superuser;

    @Test
    void a_good_installation_starts() {
        assertThat(Production.refusals(good(), Insecurity.values())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Insecurity.class)
    void each_insecurity_alone_is_refused_by_its_own_sentence(Insecurity one) {
        var looked = Arrays.stream(Insecurity.values()).filter(it -> it != Insecurity.NO_TLS || !Fault.START_CHECK_LOST.planted()).toArray(Insecurity[]::new);
        assertThat(caught(one, looked)).isTrue();
    }

    /** What a lost check would look like here: without it, its installation starts, and the test above is red. */
    @ParameterizedTest
    @EnumSource(Insecurity.class)
    void a_check_that_is_lost_is_noticed(Insecurity lost) {
        var rest = Arrays.stream(Insecurity.values()).filter(it -> it != lost).toArray(Insecurity[]::new);
        assertThat(caught(lost, rest)).isFalse();
    }

    @Test
    void this_database_is_one_that_production_accepts() {
        var here = survey.take().database();
        assertThat(here.mighty()).isFalse();
        assertThat(here.owned()).isEmpty();
        assertThat(here.open()).isEmpty();
        assertThat(here.views()).isEmpty();
        assertThat(here.pending()).isZero();
        assertThat(here.behind()).isBetween(Duration.ofSeconds(-5), Duration.ofSeconds(5));
        assertThat(Insecurity.WEAK_HASH.of(with(here))).isFalse();
    }

    /** The list above believes what the survey saw; so each thing that it looks for in the database is broken there, and seen. */
    @Test
    void what_is_wrong_in_the_database_is_seen_by_the_survey() {
        assertThat(broken("alter table documents.content disable row level security").open()).contains("documents.content");
        assertThat(broken("drop policy reach on documents.content").open()).contains("documents.content");
        assertThat(broken("create view documents.shortcut as select * from documents.content").views()).contains("documents.shortcut");
        assertThat(broken("create view documents.shortcut with (security_invoker = true) as select * from documents.content").views()).isEmpty();
        assertThat(broken("insert into demo.account (account_id, place) select id, 99 from access.account where role = 'MACHINE'").demo()).isTrue();
        var superuser = broken("select 1");
        assertThat(superuser.mighty()).isTrue();
        assertThat(superuser.owned()).contains("client");
    }

    private Standing.OfDatabase broken(String statement) {
        return superuser.undone(statement, survey::look);
    }

    /** Settings that are insecure in another way than the list above bends them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            casebridge.db.url      | jdbc:postgresql://db.example.org/casebridge                                                                                 | UNVERIFIED_DATABASE
            casebridge.db.url      | jdbc:postgresql://db.example.org/casebridge?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory          | UNVERIFIED_DATABASE
            casebridge.db.password | CASEBRIDGE                                                                                                                  | WEAK_DATABASE_PASSWORD
            casebridge.sealing.key | Y2hhbmdlbWVjaGFuZ2VtZWNoYW5nZW1lY2hhbmdlbWU=                                                                                | WEAK_MASTER_KEY
            casebridge.sealing.key | change me                                                                                                                   | WEAK_MASTER_KEY
            casebridge.audit.key   | /var/lib/casebridge/../casebridge/key.pem                                                                                   | NO_AUDIT_KEY
            casebridge.audit.anchor | ' '                                                                                                                        | NO_ANCHOR
            casebridge.mfa.required | FALSE                                                                                                                      | NO_SECOND_FACTOR
            debug                  | true                                                                                                                        | TALKATIVE_LOG
            logging.level.root     | trace                                                                                                                       | TALKATIVE_LOG
            spring.web.error.include-stacktrace | always                                                                                                         | TALKATIVE_ERRORS
            casebridge.demo        | TRUE                                                                                                                        | DEMO
            """)
    void other_ways_to_be_insecure_are_refused_too(String name, String value, Insecurity one) {
        var standing = good();
        ((MockEnvironment) standing.settings()).setProperty(name, value);
        assertThat(Production.refusals(standing, Insecurity.values())).containsExactly(one.sentence());
    }

    /** The number that docs/features.md says. */
    @Test
    void as_many_insecure_things_are_refused_as_we_say() throws java.io.IOException {
        assertThat(java.nio.file.Files.readString(Path.of("docs/features.md"))).containsOnlyOnce("while one of " + Insecurity.values().length + " insecure things is true");
    }

    @Test
    void a_profile_that_there_is_not_is_refused() {
        var odd = new Survey(new MockEnvironment().withProperty("casebridge.profile", "prod"), null, null, null);
        assertThatThrownBy(odd::production).isInstanceOf(Stopped.class).hasMessage("CASEBRIDGE_PROFILE is “prod”; there is only “production”, or leave it out.");
    }

    private static boolean caught(Insecurity one, Insecurity... looked) {
        assertThat(BENT).as("an installation for " + one).containsKey(one);
        return Production.refusals(BENT.get(one).apply(good()), looked).equals(List.of(one.sentence()));
    }

    private static Standing good() {
        var settings = new MockEnvironment();
        settings.setProperty("casebridge.data", "/var/lib/casebridge");
        settings.setProperty("casebridge.db.url", "jdbc:postgresql://db.example.org:5432/casebridge?sslmode=verify-full");
        settings.setProperty("casebridge.db.user", "casebridge");
        settings.setProperty("casebridge.db.password", "made by a generator, long");
        settings.setProperty("casebridge.public-url", "https://cases.example.org");
        settings.setProperty("casebridge.proxy", "native");
        settings.setProperty("casebridge.oidc.issuer", "https://login.example.org");
        settings.setProperty("casebridge.audit.key", "/etc/casebridge/audit.pem");
        settings.setProperty("casebridge.audit.anchor", "/mnt/anchors/casebridge.ndjson");
        settings.setProperty("casebridge.sealing.key-file", "/etc/casebridge/sealing.key");
        settings.setProperty("casebridge.outbox.mail-host", "mail.example.org");
        settings.setProperty("casebridge.outbox.text-url", "https://texts.example.org/send");
        settings.setProperty("casebridge.backup", "Streamed to the second site, restored on 1 November");
        settings.setProperty("casebridge.disks", "LUKS everywhere");
        settings.setProperty("logging.level.root", "warn");
        return new Standing(settings, new Standing.OfDatabase(false, List.of(), List.of(), List.of(), Duration.ofMillis(40), 0, false, HASH),
                new Standing.OfMachine(false, List.of("-Xmx512m"), Set.of(), _ -> false));
    }

    private static Standing with(Standing.OfDatabase database) {
        return new Standing(good().settings(), database, good().machine());
    }

    private static Map.Entry<Insecurity, UnaryOperator<Standing>> setting(Insecurity one, String name, String value) {
        return Map.entry(one, it -> {
            ((MockEnvironment) it.settings()).setProperty(name, value);
            return it;
        });
    }

    private static Map.Entry<Insecurity, UnaryOperator<Standing>> database(Insecurity one, UnaryOperator<Standing.OfDatabase> bend) {
        return Map.entry(one, it -> new Standing(it.settings(), bend.apply(it.database()), it.machine()));
    }

    private static Map.Entry<Insecurity, UnaryOperator<Standing>> machine(Insecurity one, Standing.OfMachine bent) {
        return Map.entry(one, it -> new Standing(it.settings(), it.database(), bent));
    }
}
