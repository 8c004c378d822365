package org.casebridge.data;

/** A PostgreSQL that is ready for use, with its two logins: the owner of the tables, and the application, which owns nothing. */
sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ServerDatabase {

    String APPLICATION = "casebridge_app";

    record Login(String user, String password) {}

    String url();

    Login owner();

    Login application();

    @Override
    void close();
}
