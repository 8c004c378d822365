package org.casebridge.console;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The database without the server, for tools that know PostgreSQL: to look, to dump, to restore. */
@Command(name = "database", description = "Run the database alone until Ctrl-C, and say how psql and pg_dump reach it.")
final class RunDatabase implements Callable<Integer> {

    @Mixin Console console;

    @Override
    public Integer call() {
        return console.use(FlywayConnectionDetails.class, this::run);
    }

    private Outcome run(FlywayConnectionDetails owner) {
        var address = Objects.requireNonNull(owner.getJdbcUrl()).substring("jdbc:".length());
        var user = Objects.requireNonNull(owner.getUsername());
        var password = Objects.requireNonNull(owner.getPassword());
        console.answer(Outcome.done("PGUSER=%s PGPASSWORD=%s psql %s".formatted(user, password, address),
                Map.of("address", address, "user", user, "password", password)));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Outcome.done("", Map.of());
    }
}
