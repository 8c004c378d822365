package org.casebridge.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.sealing.SealedColumn;
import org.casebridge.sealing.Unsealed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Hidden numbers and addresses cannot be read in the database, by whoever reads it, and are found all the same. */
@PageTest
class HiddenPartsTest {

    @Autowired Town town;
    @Autowired FlywayConnectionDetails login;
    @Autowired List<Unsealed> older;
    @Autowired List<SealedColumn> columns;
    private String ssn;
    private String digits;
    private String street;

    @BeforeEach
    void a_number_and_a_street_that_nobody_else_has() {
        var random = ThreadLocalRandom.current();
        digits = "9" + (10_000_000 + random.nextInt(80_000_000));
        ssn = digits.substring(0, 3) + "-" + digits.substring(3, 5) + "-" + digits.substring(5);
        street = random.nextInt(1000, 9999) + " Zvezdochka " + random.nextInt(100_000, 999_999);
    }

    @Test
    void nobody_who_reads_the_tables_the_log_or_the_drafts_finds_a_hidden_number_or_address() throws SQLException {
        var client = hidden();
        town.post(town.rosa(), path(client, "/person/numbers"), "version", "0", "numbers[0].kind", "SSN", "numbers[0].value", ssn, "numbers[1].kind", "MEDICAID", "numbers[1].value", "MA-1");
        town.post(town.rosa(), path(client, "/person/numbers"), "version", "1", "numbers[0].kind", "MEDICAID", "numbers[0].value", "MA-1");
        town.post(town.rosa(), path(client, "/person/numbers"), "version", "2", "numbers[0].kind", "SSN", "numbers[0].value", ssn, "numbers[1].kind", "MEDICAID", "numbers[1].value", "MA-1");
        town.post(town.rosa(), "/drafts", "_draft", path(client, "/person/numbers"), "numbers[0].value", ssn, "how.places[0].street", street);
        town.get(town.rosa(), path(client, "/person"));
        town.get(town.rosa(), "/clients?find=" + ssn);
        town.get(town.rosa(), path(client, ""));

        assertThat(tablesWith(ssn)).isEmpty();
        assertThat(tablesWith(digits)).isEmpty();
        assertThat(tablesWith(street)).isEmpty();
        assertThat(tablesWith("MA-1")).contains("clients.identifier");
    }

    @Test
    void an_address_that_becomes_confidential_was_never_in_the_log() throws SQLException {
        var client = town.client(NewClient.named("Once", "Open").with(Address.home(street, "Salem", "MA", "01970")));
        assertThat(tablesWith(street)).containsExactly("clients.address");

        town.rosa().run(() -> {
            var known = town.clients().get(client);
            town.clients().reach(client, known.version(), known.contact(), known.points(), known.addresses().stream().map(Address::secret).toList());
        });

        assertThat(tablesWith(street)).isEmpty();
        assertThat(town.as(town.rosa(), () -> town.clients().get(client)).addresses().getFirst().street()).isEqualTo(street);
    }

    @Test
    void a_hidden_number_is_found_whole_and_by_its_end_and_by_no_other_part() {
        var client = hidden();

        for (var typed : List.of(ssn, digits, digits.substring(5))) {
            assertThat(text(town.get(town.rosa(), "/clients?find=" + typed))).as(typed).contains("Hidden Bearer", client.text());
        }
        assertThat(text(town.get(town.rosa(), "/clients?find=" + ssn))).contains("a hidden number is the one you typed");
        assertThat(text(town.get(town.rosa(), "/clients?find=" + digits.substring(5)))).contains("Social Security number ends in what you typed");
        assertThat(text(town.get(town.ines(), "/clients?find=" + ssn))).contains("Hidden Bearer");
        assertThat(text(town.get(town.rosa(), "/clients?find=" + digits.substring(0, 7)))).doesNotContain(client.text());
        assertThat(text(town.get(town.sam(), "/clients?find=" + ssn))).doesNotContain("Hidden Bearer");
    }

    @Test
    void who_has_the_same_hidden_number_is_told_before_somebody_is_added_twice() {
        hidden();

        var asked = town.post(town.rosa(), "/clients", "who.names[0].given", "Hydden", "who.names[0].family", "Bearer", "numbers[0].kind", "SSN", "numbers[0].value", digits);

        assertThat(asked).hasStatus(422);
        assertThat(text(asked)).contains("One person here may be the same", "same Social Security number");
    }

    @Test
    void what_is_sealed_opens_in_its_own_row_only() throws SQLException {
        var mine = hidden();
        var other = town.client(NewClient.named("Other", "Bearer").with(new Identifier(Identifier.Kind.SSN, "", "987-65-4329")));

        asOwner("update clients.identifier set sealed = (select sealed from clients.identifier where client_id = '%s' and kind = 'SSN') where client_id = '%s'".formatted(mine.text(), other.text()));

        var page = town.get(town.rosa(), path(other, "/person"));
        var shown = town.post(town.rosa(), path(other, "/person/numbers/") + town.as(town.rosa(), () -> town.clients().get(other)).identifiers().getFirst().id().text() + "/shown", "why", "TREAT");
        asOwner("delete from clients.identifier where client_id = '%s'".formatted(other.text()));
        assertThat(page).hasStatusOk();
        assertThat(text(page)).contains("This was changed outside Casebridge and does not open.").doesNotContain(digits.substring(5), ssn);
        assertThat(shown).hasStatus(409);
        assertThat(text(shown)).doesNotContain(digits.substring(5), ssn);
        assertThat(text(town.get(town.rosa(), path(mine, "/person")))).contains("•••-••-" + digits.substring(5)).doesNotContain(ssn);
    }

    @Test
    void rows_from_before_are_sealed_portion_by_portion_and_found_as_before() throws SQLException {
        var client = town.client(NewClient.named("Older", "Row"));
        asOwner("alter table clients.identifier drop constraint secret", "alter table clients.address drop constraint secret",
                "insert into clients.identifier (id, client_id, place, kind, system, value) select gen_random_uuid(), '%s', p, 'SSN', '', '%s' from generate_series(0, 1) p".formatted(client.text(), ssn),
                "insert into clients.search_key (client_id, agency_id, kind, token) select client_id, agency_id, 'X', t from access.custody, unnest(array['%2$s', right('%2$s', 4)]) t where client_id = '%1$s'"
                        .formatted(client.text(), digits),
                "insert into clients.address (id, client_id, place, kind, street, city, region, postal_code, country, words, unsafe) values (gen_random_uuid(), '%s', 0, 'HOME', '%s', '', '', '', 'US', '', true)"
                        .formatted(client.text(), street),
                "alter table clients.identifier add constraint secret check (kind not in ('SSN', 'DRIVER_LICENSE', 'PASSPORT') or sealed is not null) not valid",
                "alter table clients.address add constraint secret check (not (unsafe or confidential) or sealed is not null) not valid");
        assertThat(tablesWith(ssn)).contains("clients.identifier");
        assertThat(text(town.get(town.rosa(), path(client, "/person")))).contains("•••-••-" + digits.substring(5));

        var table = older.stream().filter(it -> it.table().equals("clients.identifier")).findFirst().orElseThrow();
        try (var owner = DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword())) {
            owner.setAutoCommit(false);
            owner.createStatement().execute("select set_config('casebridge.resealing', 'yes', true)");
            assertThat(table.left(owner)).isEqualTo(3);
            assertThat(table.sealSome(owner, 1)).isEqualTo(2);
            owner.commit();
            owner.createStatement().execute("select set_config('casebridge.resealing', 'yes', true)");
            assertThat(table.sealSome(owner, 1)).isEqualTo(1);
            assertThat(table.sealSome(owner, 1)).isZero();
            table.done(owner);
            owner.commit();
        }

        assertThat(tablesWith(ssn)).isEmpty();
        assertThat(tablesWith(digits)).isEmpty();
        assertThat(tablesWith(street)).isEmpty();
        assertThat(text(town.get(town.rosa(), "/clients?find=" + ssn))).contains("Older Row");
        assertThat(text(town.get(town.rosa(), "/clients?find=" + digits.substring(5)))).contains("Older Row");
        assertThat(town.as(town.rosa(), () -> town.clients().get(client))).satisfies(it -> {
            assertThat(it.identifiers()).extracting(Identifier::value).containsExactly(ssn);
            assertThat(it.addresses()).extracting(Address::street).containsExactly(street);
        });
    }

    @Test
    void the_tables_themselves_refuse_a_secret_in_clear_words() throws SQLException {
        var client = town.client("Plain Person");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> asOwner("insert into clients.identifier (id, client_id, place, kind, system, value) values (gen_random_uuid(), '%s', 0, 'PASSPORT', '', 'X1234567')"
                .formatted(client.text()))).hasMessageContaining("secret");
        for (var kind : Identifier.Kind.values()) {
            if (kind.secret()) {
                assertThat(rows("select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'clients.identifier'::regclass and conname = 'secret'")).allMatch(it -> it.contains("'" + kind + "'"));
            }
        }
    }

    /** So that a new key reaches all of them. */
    @Test
    void every_column_of_bytes_is_known_as_sealed_or_as_something_else() throws SQLException {
        var others = List.of("access.context_key inner_pad", "access.context_key outer_pad", "access.session key", "accounts.invitation key", "accounts.recovery_code hash", "accounts.known_browser key", "accounts.passkey credential", "accounts.passkey credential_id", "accounts.question key",
                "accounts.throttle key", "calendar.feed key", "directory.asking secret_hash", "documents.document sha256", "documents.content bytes", "referrals.link_key code", "referrals.link_key key", "referrals.link_key opened", "sealing.keyset wrapped");
        var all = new ArrayList<>(columns.stream().map(it -> it.table() + " " + it.column()).toList());
        all.addAll(others);

        assertThat(rows("""
                select c.oid::regclass || ' ' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
                where a.atttypid = 'bytea'::regtype and c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' order by 1
                """)).isSubsetOf(all).containsAll(columns.stream().map(it -> it.table() + " " + it.column()).toList());
    }

    private ClientId hidden() {
        return town.client(NewClient.named("Hidden", "Bearer").with(new Identifier(Identifier.Kind.SSN, "", ssn))
                .with(new Address(Address.Kind.HOME, street, "Salem", "MA", "01970", "US", "", true)));
    }

    /** Every table of the database with a row that holds the words, in letters or as bytes. */
    private List<String> tablesWith(String words) throws SQLException {
        var found = new ArrayList<String>();
        var bytes = HexFormat.of().formatHex(words.getBytes(StandardCharsets.UTF_8));
        for (var table : rows("select c.oid::regclass from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)'")) {
            if (rows("select exists (select from %s t where t::text like '%%%s%%' or t::text like '%%%s%%')".formatted(table, words, bytes)).getFirst().equals("t")) {
                found.add(table);
            }
        }
        return found;
    }

    private List<String> rows(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var owner = DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword()); var rows = owner.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
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
