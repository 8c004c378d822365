package org.casebridge.keys.command;

import java.util.concurrent.Callable;
import org.casebridge.console.Console;
import org.casebridge.console.Counted;
import org.casebridge.console.Outcome;
import org.casebridge.console.Problem;
import org.casebridge.keys.KeyTurning;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code casebridge keys rotate}. */
@Command(name = "rotate", description = {
        "Make a new key for the sealed fields, seal everything anew with it, and forget the older key.",
        "People can go on working. Stopped half-way, the next run goes on; it makes no further key before the last turn is finished."})
public final class RotateKeys implements Callable<Integer> {

    @Mixin Console console;

    @Override
    public Integer call() {
        return console.use(KeyTurning.class, keys -> {
            try (var progress = console.progress("Sealing anew")) {
                return outcome(keys.turn(progress::at));
            }
        });
    }

    private static Outcome outcome(KeyTurning.Turned turned) {
        var sentence = "%s%s sealed anew. %s".formatted(turned.wentOn() ? "An earlier turn was finished. " : "", Counted.of(turned.sealedAnew(), "value was", "values were"),
                turned.finished() ? "Only the new key is left." : "The older key is kept, because something still needs it. Run this again later.");
        return Outcome.done(sentence, turned).but(turned.broken().stream().map(it -> Problem.of("A sealed value does not open and was left as it is: " + it + ".")).toList());
    }
}
