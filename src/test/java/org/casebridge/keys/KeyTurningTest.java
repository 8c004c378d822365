package org.casebridge.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.clients.Address;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Identifier;
import org.casebridge.clients.NewClient;
import org.casebridge.kernel.Stopped;
import org.casebridge.sealing.SealingKeys;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** A new key reaches everything that is sealed, while people go on working, and whatever happens meanwhile. */
@PageTest
class KeyTurningTest {

    private static final String SSN = "934-55-1212";

    @Autowired Town town;
    @Autowired KeyTurning turning;
    @Autowired SealingKeys keys;
    @Autowired Owner owner;
    @Autowired FlywayConnectionDetails login;

    @Test
    void interrupted_a_turn_goes_on_with_the_same_key_and_everything_opens_all_the_time() throws SQLException {
        finished();
        var client = bearer();
        town.post(town.rosa(), "/drafts", "_draft", "/clients", "who.names[0].given", "Left behind");
        var before = keys.newest();
        int changes = changes(client);

        assertThatThrownBy(() -> turning.turn((_, _) -> { throw new IllegalStateException("the power is gone"); })).hasMessage("the power is gone");

        assertThat(turning.standing()).satisfies(it -> {
            assertThat(it.keys()).isEqualTo(2);
            assertThat(it.older()).isPositive();
            assertThat(it.sealed()).containsKeys("accounts.totp", "clients.address", "clients.identifier", "web.draft");
        });
        assertThat(keys.newest()).isNotEqualTo(before);
        opens(client);
        var made = keys.newest();
        var told = new ArrayList<Long>();

        var turned = turning.turn((done, of) -> told.add(done));

        assertThat(turned).satisfies(it -> {
            assertThat(it.wentOn()).isTrue();
            assertThat(it.finished()).isTrue();
            assertThat(it.broken()).isEmpty();
        });
        assertThat(told).isNotEmpty().isSorted();
        assertThat(keys.newest()).isEqualTo(made);
        assertThat(turning.standing().older()).isZero();
        assertThat(rows("select substring(sealed from 1 for 5)::text from clients.identifier where client_id = '%s'".formatted(client.text()))).containsOnly("\\x" + HexFormat.of().formatHex(made));
        opens(client);
        assertThat(town.get(town.rosa(), "/clients/new")).bodyText().contains("Left behind");
        assertThat(changes(client)).as("nothing of the record changed").isEqualTo(changes);
        assertThat(rows("select count(*)::text from audit.entry where what = 'KEYS_TURNED' and at > now() - interval '5 minutes'").getFirst()).isNotEqualTo("0");
    }

    @Test
    void a_value_that_does_not_open_is_named_and_the_older_key_is_kept_for_it() throws SQLException {
        finished();
        var client = bearer();
        run("update clients.identifier set sealed = set_byte(sealed, length(sealed) - 1, (get_byte(sealed, length(sealed) - 1) + 1) % 256) where client_id = '" + client.text() + "'");
        try {
            var turned = turning.turn((_, _) -> {});

            assertThat(turned.broken()).singleElement().asString().contains("clients.identifier", client.text());
            assertThat(turned.finished()).isFalse();
        } finally {
            run("delete from clients.identifier where client_id = '" + client.text() + "'");
        }
        finished();
    }

    @Test
    void two_do_not_turn_at_once() {
        owner.work(_ -> assertThatThrownBy(() -> turning.turn((_, _) -> {})).isInstanceOf(Stopped.class).hasMessageContaining("by another process"));
    }

    private void finished() {
        assertThat(turning.turn((_, _) -> {}).finished()).isTrue();
    }

    private ClientId bearer() {
        return town.client(NewClient.named("Turned", "Key").with(new Identifier(Identifier.Kind.SSN, "", SSN))
                .with(new Address(null, Address.Kind.HOME, "3 Quiet Way", "Salem", "MA", "01970", "US", "", false, true)));
    }

    private void opens(ClientId client) {
        assertThat(new String(town.get(town.rosa(), "/clients/" + client.text() + "/person").getResponse().getContentAsByteArray(), StandardCharsets.UTF_8)).contains("•••-••-1212");
        assertThat(town.as(town.rosa(), () -> town.clients().get(client))).satisfies(it -> {
            assertThat(it.identifiers()).extracting(Identifier::value).containsExactly(SSN);
            assertThat(it.addresses()).extracting(Address::street).containsExactly("3 Quiet Way");
        });
    }

    private int changes(ClientId client) throws SQLException {
        return Integer.parseInt(rows("select count(*)::text from audit.entry where kind = 'CHANGE' and client = '%s'".formatted(client.text())).getFirst());
    }

    private List<String> rows(String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword()); var rows = connection.createStatement().executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private void run(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword()); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
