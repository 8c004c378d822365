package org.casebridge.demo.command;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.casebridge.console.Console;
import org.casebridge.console.Counted;
import org.casebridge.console.Outcome;
import org.casebridge.demo.SeedRequest;
import org.casebridge.demo.Seeder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Fills a database with a synthetic agency: {@code casebridge seed --clients 1000}. */
@Command(name = "seed", description = "Fill the database with a synthetic agency: made-up workers, clients and their histories, for trying out and measuring. "
        + "Refuses a database with real clients.")
public final class Seed implements Callable<Integer> {

    @Mixin Console console;
    @Spec CommandSpec command;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "1000", description = "How many clients. Default: ${DEFAULT-VALUE}.")
    int clients;

    @Option(names = "--workers", paramLabel = "M", description = "How many case managers; supervisors and intake workers come besides. Default: one for each 90 clients.")
    @Nullable Integer workers;

    @Option(names = "--days", paramLabel = "D", defaultValue = "365", description = "How many days of history. Default: ${DEFAULT-VALUE}.")
    int days;

    @Option(names = "--random-seed", paramLabel = "S", defaultValue = "1", description = "The same number gives the same people again. Default: ${DEFAULT-VALUE}.")
    long random;

    @Option(names = "--as-of", paramLabel = "DATE", description = "The day up to which the history goes, as 2026-11-23. Default: today.")
    @Nullable LocalDate asOf;

    @Override
    public Integer call() {
        within("--clients", clients, 1, 10_000_000);
        within("--workers", workers == null ? 1 : workers, 1, 100_000);
        within("--days", days, 1, 3650);
        return console.use(Seeder.class, seeder -> {
            try (var progress = console.progress("Clients")) {
                var seeded = seeder.seed(new SeedRequest(clients, workers == null ? SeedRequest.workersFor(clients) : workers, days, random, asOf == null ? seeder.today() : asOf),
                        done -> progress.at(done, clients));
                return Outcome.done("%s of %s came in with %s, in %.1f seconds.".formatted(
                        Counted.of(seeded.clients(), "client"), Counted.of(seeded.workers(), "case manager"), Counted.of(seeded.facts(), "fact"), seeded.seconds()), seeded);
            }
        });
    }

    private void within(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(command.commandLine(), "%s takes a number from %,d to %,d".formatted(option, least, most));
        }
    }
}
