package org.casebridge.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.casebridge.PageTest;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** A database that ran a migration before it was mended starts as before; one whose migration was changed in any other way does not. */
@PageTest
class MendedMigrationTest {

    private static final int BEFORE = -1954883298;

    @Autowired Flyway flyway;
    @Autowired FlywayConnectionDetails login;

    @Test
    void a_migration_is_known_by_the_text_it_had_before_it_was_mended() throws SQLException {
        int now = checksum();
        set(BEFORE);
        flyway.validate();
        assertThat(checksum()).isEqualTo(now).isNotEqualTo(BEFORE);
        try {
            set(BEFORE + 1);
            assertThatThrownBy(flyway::validate).isInstanceOf(FlywayValidateException.class).hasMessageContaining("20261201.0038");
        } finally {
            set(now);
        }
        flyway.validate();
    }

    private int checksum() throws SQLException {
        try (var owner = DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword());
             var found = owner.createStatement().executeQuery("select checksum from flyway_schema_history where version = '20261201.0038'")) {
            assertThat(found.next()).isTrue();
            return found.getInt(1);
        }
    }

    private void set(int checksum) throws SQLException {
        try (var owner = DriverManager.getConnection(login.getJdbcUrl(), login.getUsername(), login.getPassword());
             var change = owner.prepareStatement("update flyway_schema_history set checksum = ? where version = '20261201.0038'")) {
            change.setInt(1, checksum);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }
}
