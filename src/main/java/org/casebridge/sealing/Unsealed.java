package org.casebridge.sealing;

import java.sql.Connection;
import java.sql.SQLException;

/** Rows that are older than the sealing of their table, offered as a bean by the module that owns them: they are sealed before a server answers. */
public interface Unsealed {

    String table();

    /** How many there still are. */
    long left(Connection owner) throws SQLException;

    /** Seals the next few as the owner of the tables, within the connection's transaction; 0 when none is left. */
    int sealSome(Connection owner, int most) throws SQLException;

    /** None is left: from now on the table itself refuses what is not sealed. */
    void done(Connection owner) throws SQLException;
}
