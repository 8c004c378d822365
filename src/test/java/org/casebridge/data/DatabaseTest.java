package org.casebridge.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
class DatabaseTest {

    @Autowired JdbcClient db;
    @Autowired Database database;

    @Test
    void the_application_neither_owns_the_tables_nor_stands_above_the_row_policies() {
        var powers = db.sql("""
                select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or pg_has_role(rolname, datdba, 'member')
                from pg_roles, pg_database where rolname = current_user and datname = current_database()
                """).query(Boolean.class).single();

        assertThat(powers).isFalse();
        assertThat(db.sql("select current_user").query(String.class).single()).isEqualTo("casebridge_app");
    }
}
