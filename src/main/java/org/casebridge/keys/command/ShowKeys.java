package org.casebridge.keys.command;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.casebridge.console.Console;
import org.casebridge.console.Counted;
import org.casebridge.console.Outcome;
import org.casebridge.keys.KeyTurning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code casebridge keys status}. */
@Command(name = "status", description = "Say how old the key of the sealed fields is, what it seals, and whether a turn waits to be finished.")
public final class ShowKeys implements Callable<Integer> {

    @Mixin Console console;

    @Override
    public Integer call() {
        return console.use(KeyTurning.class, keys -> outcome(keys.standing()));
    }

    private static Outcome outcome(KeyTurning.Standing it) {
        var sealed = it.sealed().entrySet().stream().map(one -> "%s %,d".formatted(one.getKey(), one.getValue())).collect(Collectors.joining(", "));
        var said = new StringBuilder("The key that seals was made at %s. Sealed values: %s.".formatted(it.changedAt(), sealed));
        if (it.keys() > 1) {
            said.append("\nAn older key is still there, for %s: finish the turn with “casebridge keys rotate”.".formatted(Counted.of(it.older(), "value")));
        }
        if (it.unsealed() > 0) {
            said.append("\n%s older than their sealing: the next start of the server seals them.".formatted(Counted.of(it.unsealed(), "row is", "rows are")));
        }
        return Outcome.done(said.toString(), it);
    }
}
