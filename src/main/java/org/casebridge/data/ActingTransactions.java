package org.casebridge.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.casebridge.access.Actor;
import org.casebridge.access.Asking;
import org.casebridge.access.Factor;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;

/**
 * Tells PostgreSQL who is acting, by which request and for what purpose, for the length of each transaction: the row policies and the audit triggers read it
 * there, so no query has to pass it along. A wide role steps into {@code casebridge_wide}, whose policies go by custody,
 * a partner into {@code casebridge_partner}, which may read little else than what was sent to them.
 * What is told is sealed by {@link ContextKey}.
 */
@Component
class ActingTransactions extends JdbcTransactionManager {

    private static final String DUPLICATE = "23505";
    private static final String WHO = """
            select set_config('casebridge.actor', ?, true), set_config('role', ?, true),
                   set_config('casebridge.request', ?, true), set_config('casebridge.source', ?, true), set_config('casebridge.purpose', ?, true),
                   set_config('casebridge.session', ?, true), set_config('casebridge.factors', ?, true), set_config('casebridge.seal', ?, true)
            """;

    private final ContextKey key;

    ActingTransactions(DataSource database, ContextKey key) {
        super(database);
        this.key = key;
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition) throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        var actor = Actor.ifAny();
        var asking = Asking.ifAny();
        var account = actor.map(it -> it.account().text()).orElse("");
        try (var statement = connection.prepareStatement(WHO)) {
            statement.setString(1, account);
            statement.setString(2, actor.map(it -> it.role().inDatabase()).orElse("none"));
            statement.setString(3, asking.map(it -> it.request().toString()).orElse(""));
            statement.setString(4, asking.map(Asking::source).orElse(""));
            statement.setString(5, asking.map(Asking::purpose).orElse(""));
            statement.setString(6, actor.map(Actor::session).map(UUID::toString).orElse(""));
            statement.setString(7, actor.map(it -> it.factors().stream().sorted().map(Factor::name).collect(Collectors.joining(" "))).orElse(""));
            statement.setString(8, key.seal(account, actor.map(Actor::role).orElse(null), connection));
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
