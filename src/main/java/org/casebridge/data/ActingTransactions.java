package org.casebridge.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.casebridge.access.Actor;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL who is acting, for the length of each transaction: the row policies and the audit triggers read it
 * there, so no query has to pass it along. A wide role steps into {@code casebridge_wide}, whose policies go by custody.
 */
@Component
class ActingTransactions extends JdbcTransactionManager {

    private static final String DUPLICATE = "23505";

    ActingTransactions(DataSource database) {
        super(database);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var actor = Actor.ifAny();
        try (var statement = connection.prepareStatement("select set_config('casebridge.actor', ?, true), set_config('role', ?, true)")) {
            statement.setString(1, actor.map(it -> it.account().text()).orElse(""));
            statement.setString(2, actor.isPresent() && actor.get().role().wide() ? "casebridge_wide" : "none");
            statement.execute();
        }
        if (!definition.isReadOnly()) {
            var token = Once.spend();
            if (token.isPresent()) {
                record(connection, token.get());
            }
        }
    }

    private static void record(Connection connection, UUID token) throws SQLException {
        try (var statement = connection.prepareStatement("insert into data.once (token) values (?)")) {
            statement.setObject(1, token);
            statement.execute();
        } catch (SQLException problem) {
            if (DUPLICATE.equals(problem.getSQLState())) {
                throw new Once.AlreadyDone();
            }
            throw problem;
        }
    }

    @Override
    protected void doRollback(org.springframework.transaction.support.DefaultTransactionStatus status) {
        Once.giveBack();
        super.doRollback(status);
    }
}
