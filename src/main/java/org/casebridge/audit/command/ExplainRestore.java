package org.casebridge.audit.command;

import java.util.Map;
import java.util.concurrent.Callable;
import org.casebridge.audit.AuditProof;
import org.casebridge.console.Console;
import org.casebridge.console.Outcome;
import org.casebridge.console.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** After a backup was restored: without a reason, the verifier counts what is gone since as rolled back by somebody. */
@Command(name = "restored", description = "Say why the database was set back to a backup; the reason is sealed with the audit.")
public final class ExplainRestore implements Callable<Integer> {

    @Mixin Console console;

    @Option(names = "--because", required = true, paramLabel = "REASON", description = "Who restored which backup, and why.")
    String because;

    @Override
    public Integer call() {
        if (because.isBlank()) {
            return console.answer(Outcome.refused(Problem.of("Say why.")));
        }
        return console.use(AuditProof.class, proof -> {
            proof.restored(because.strip());
            return Outcome.done("The reason is in the audit.", Map.of());
        });
    }
}
