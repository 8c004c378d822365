package org.casebridge.audit.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.casebridge.audit.AuditProof;
import org.casebridge.audit.proof.Form;
import org.casebridge.audit.proof.PublicKeys;
import org.casebridge.audit.proof.Seal;
import org.casebridge.audit.proof.Verdict;
import org.casebridge.audit.proof.Verifier;
import org.casebridge.console.Console;
import org.casebridge.console.Counted;
import org.casebridge.console.Outcome;
import org.casebridge.console.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Of this installation's database, or of rows in a file, for which neither a database nor the sealing key is needed. */
@Command(name = "verify", description = "Hold the audit against its seals, and say which row was touched. Exit code 0: none was; 1: some were.")
public final class VerifyAudit implements Callable<Integer> {

    @Spec CommandSpec command;
    @Mixin Console console;

    @Option(names = "--anchors", paramLabel = "FILE", description = "The anchor file, or a copy of it from elsewhere (by default this installation's own).")
    @Nullable Path anchors;

    @Option(names = "--key", paramLabel = "FILE", description = "The public keys, as PEM (by default this installation's own).")
    @Nullable Path key;

    @Option(names = "--rows", paramLabel = "FILE", description = "Rows from elsewhere: what 'casebridge audit export' or a plain pg_dump wrote. Needs --anchors and --key.")
    @Nullable Path rows;

    @Option(names = "--until", paramLabel = "TIME", description = "With --rows: when they were taken (2026-11-24T02:00:00Z), so that later seals do not count.")
    @Nullable Instant until;

    @Override
    public Integer call() {
        if (rows == null) {
            return console.use(AuditProof.class, proof -> outcome(proof.verify(anchors == null ? proof.anchors() : anchors, key == null ? proof.keys() : key)));
        }
        if (anchors == null || key == null) {
            throw new ParameterException(command.commandLine(), "Rows in a file are held against an anchor file and a public key: name them with --anchors and --key.");
        }
        try {
            var lines = Files.readAllLines(anchors, StandardCharsets.UTF_8).stream().filter(it -> until == null || !Seal.made(it).isAfter(until)).toList();
            return console.answer(outcome(Verifier.verify(PublicKeys.read(Files.readString(key)), Form.ONE, lines, null, new RowFile(rows), null)));
        } catch (IOException | GeneralSecurityException failure) {
            return console.answer(Outcome.refused(Problem.of("A file cannot be read: %s".formatted(failure))));
        }
    }

    private static Outcome outcome(Verdict verdict) {
        var said = new StringBuilder(verdict.untouched()
                ? "The audit is as it was sealed: %s, %s, %s waiting to be sealed.".formatted(Counted.of(verdict.rows(), "row"), Counted.of(verdict.seals(), "seal"), Counted.of(verdict.waiting(), "row"))
                : "The audit was touched (%s, %s).".formatted(Counted.of(verdict.rows(), "row"), Counted.of(verdict.seals(), "seal")));
        verdict.notes().forEach(it -> said.append('\n').append(it));
        return Outcome.done(said.toString(), verdict).but(verdict.findings().stream().map(it -> Problem.of(it.toString())).toList());
    }
}
