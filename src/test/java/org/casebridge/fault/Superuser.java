package org.casebridge.fault;

import java.sql.SQLException;
import java.util.function.Function;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** The superuser of the tests' database, for what only they see or do. */
@Component
@Lazy
public class Superuser implements DisposableBean {

    private final SingleConnectionDataSource connection;
    private final JdbcClient db;

    Superuser(FlywayConnectionDetails owner) throws SQLException {
        connection = new SingleConnectionDataSource(BareRole.superuser(owner.getJdbcUrl()), true);
        db = JdbcClient.create(connection);
    }

    public synchronized <T> T ask(Function<JdbcClient, T> work) {
        return work.apply(db);
    }

    /** Past every trigger and foreign key. */
    public synchronized <T> T force(Function<JdbcClient, T> work) {
        db.sql("set session_replication_role = replica").update();
        try {
            return work.apply(db);
        } finally {
            db.sql("set session_replication_role = origin").update();
        }
    }

    /** What somebody finds after this statement, which is undone again. */
    public synchronized <T> T undone(String statement, Look<T> look) {
        try {
            var here = connection.getConnection();
            here.setAutoCommit(false);
            try (var changed = here.createStatement()) {
                changed.execute(statement);
                return look.at(here);
            } finally {
                here.rollback();
                here.setAutoCommit(true);
            }
        } catch (SQLException problem) {
            throw new IllegalStateException(problem);
        }
    }

    public interface Look<T> {
        T at(java.sql.Connection connection) throws SQLException;
    }

    @Override
    public void destroy() {
        connection.destroy();
    }
}
