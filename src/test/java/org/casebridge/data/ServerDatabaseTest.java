package org.casebridge.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.casebridge.kernel.Stopped;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A server that somebody else runs: here, an embedded one on which an administrator prepared a login and a database. */
class ServerDatabaseTest {

    private static final Path DATA = Path.of("target", "server-database");
    private static EmbeddedDatabase server;
    private static String bootstrap;

    private final String url = server.url().replace("/casebridge", "/agency");

    @BeforeAll
    static void a_server() throws Exception {
        FileSystemUtils.deleteRecursively(DATA.resolve("postgres"));
        server = EmbeddedDatabase.open(DATA, false, false);
        bootstrap = ClusterKeys.read(DATA.resolve("postgres")).bootstrap();
    }

    @AfterAll
    static void it_stops() {
        server.close();
    }

    @BeforeEach
    void a_login_and_its_database() throws SQLException {
        administrator("drop database if exists agency");
        administrator("drop role if exists casebridge_app");
        administrator("drop role if exists agency_owner");
        administrator("create role agency_owner login createrole password 'open sesame'");
        administrator("create database agency owner agency_owner");
    }

    @Test
    void the_application_gets_a_login_of_its_own_which_every_node_finds_alike() throws SQLException {
        var first = open("agency_owner", "open sesame");
        var second = open("agency_owner", "open sesame");

        assertThat(second.application()).isEqualTo(first.application());
        try (var connection = DriverManager.getConnection(url, "casebridge_app", first.application().password())) {
            assertThatThrownBy(() -> connection.createStatement().execute("create table public.mine (id int)")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void after_a_new_password_of_the_owner_the_application_is_let_in_again() throws SQLException {
        var before = open("agency_owner", "open sesame").application();
        administrator("alter role agency_owner password 'another'");

        var after = open("agency_owner", "another").application();

        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void what_is_wrong_is_said_in_a_sentence() throws SQLException {
        refused(url, "agency_owner", "wrong", "refuses the login agency_owner: check CASEBRIDGE_DB_USER and CASEBRIDGE_DB_PASSWORD");
        refused(url.replace("agency", "nowhere"), "agency_owner", "open sesame", "has no such database");
        refused("jdbc:postgresql://127.0.0.1:1/agency", "agency_owner", "open sesame", "cannot be reached");
        refused("postgres://somewhere/agency", "agency_owner", "open sesame", "should look like jdbc:postgresql://");
        refused(url + "?user=postgres&password=x", "agency_owner", "open sesame", "not in CASEBRIDGE_DB_URL");
        refused(url, null, null, "CASEBRIDGE_DB_USER");
        administrator("alter role agency_owner nocreaterole");
        refused(url, "agency_owner", "open sesame", "give it CREATEROLE");
    }

    @Test
    void an_application_login_above_the_row_policies_is_refused() throws SQLException {
        administrator("create role casebridge_app login bypassrls");

        refused(url, "agency_owner", "open sesame", "bypasses row security");
    }

    private void refused(String url, String user, String password, String sentence) {
        assertThatThrownBy(() -> ServerDatabase.open(new DatabaseSettings.Db(url, user, password, true)))
                .isInstanceOf(Stopped.class).hasMessageContaining(sentence);
    }

    private ServerDatabase open(String user, String password) {
        return ServerDatabase.open(new DatabaseSettings.Db(url, user, password, true));
    }

    private void administrator(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), Bootstrap.SUPERUSER, bootstrap); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
