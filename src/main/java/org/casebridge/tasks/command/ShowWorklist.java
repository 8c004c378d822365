package org.casebridge.tasks.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casebridge.console.Console;
import org.casebridge.console.Outcome;
import org.casebridge.tasks.Worklist;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The list of somebody's My day, in its order, with the sums behind it: {@code casebridge worklist --worker rosa --json}. It is read as that person, and so shows nobody whom they do not reach. */
@Command(name = "worklist", description = "Show what waits for a worker, in the order of their My day, with the points of each line.")
public final class ShowWorklist implements Callable<Integer> {

    @Mixin Console console;

    @Option(names = "--worker", paramLabel = "USER", required = true, description = "Their user name.")
    String worker;

    @Override
    public Integer call() {
        return console.use(Worklist.class, lists -> {
            var list = lists.of(worker);
            return Outcome.done(words(list), list);
        });
    }

    private static String words(Worklist.Sheet list) {
        return list.lines().isEmpty() ? "Nothing waits for %s.".formatted(list.worker())
                : IntStream.range(0, list.lines().size()).mapToObj(it -> words(it + 1, list.lines().get(it))).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String words(int place, Worklist.Line it) {
        return "%d. %d points, %s, %s: %s%s (%s)".formatted(place, it.points(), it.lane(), it.due(), it.client() == null ? "" : it.client() + " · ", it.what(), sum(it.reasons()));
    }

    private static String sum(List<Worklist.Reason> reasons) {
        return reasons.stream().map(it -> it.points() + " " + it.what()).collect(Collectors.joining(" + "));
    }
}
