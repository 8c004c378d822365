package org.casebridge.data;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The superuser of an embedded PostgreSQL, who makes its database and the two logins and then does nothing ever. */
record Bootstrap(ClusterKeys keys) {

    static final String SUPERUSER = "casebridge_bootstrap";
    static final String OWNER = "casebridge_owner";
    static final String DATABASE = "casebridge";

    /** What is there already stays as it is. */
    void furnish(int port) throws SQLException {
        try (var connection = connect(port); var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login createrole password '%2$s';
                        end if;
                        if not exists (select from pg_roles where rolname = '%3$s') then
                            create role %3$s login password '%4$s';
                        end if;
                    end $$
                    """.formatted(OWNER, keys.owner(), Database.APPLICATION, keys.application()));
            try (var there = statement.executeQuery("select from pg_database where datname = '%s'".formatted(DATABASE))) {
                if (there.next()) {
                    return;
                }
            }
            statement.execute("create database %s owner %s".formatted(DATABASE, OWNER));
        }
    }

    Connection connect(int port) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/postgres?connectTimeout=5".formatted(port), SUPERUSER, keys.bootstrap());
    }
}
