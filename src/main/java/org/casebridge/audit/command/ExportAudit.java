package org.casebridge.audit.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.Callable;
import org.casebridge.audit.AuditProof;
import org.casebridge.console.Console;
import org.casebridge.console.Counted;
import org.casebridge.console.Outcome;
import org.casebridge.console.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The rows as the verifier reads them. They tell who looked at whom, so the file is for its owner's eyes only. */
@Command(name = "export", description = "Write all rows of the audit to a new file, a line of JSON each, for 'casebridge audit verify --rows'.")
public final class ExportAudit implements Callable<Integer> {

    @Mixin Console console;

    @Parameters(paramLabel = "FILE", description = "The file to make.")
    Path to;

    @Override
    public Integer call() {
        return console.use(AuditProof.class, proof -> {
            try {
                Files.createFile(to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                try (var out = Files.newBufferedWriter(to)) {
                    var done = proof.export(out);
                    return Outcome.done("%s in %s. To verify: --rows %s --until %s --anchors %s --key %s".formatted(Counted.of(done.rows(), "row is", "rows are"), to, to, done.until(), proof.anchors(), proof.keys()),
                            Map.of("rows", done.rows(), "until", done.until().toString(), "anchors", proof.anchors().toString(), "key", proof.keys().toString()));
                }
            } catch (NoSuchFileException missing) {
                return Outcome.refused(Problem.of("The folder of %s does not exist: make it first.".formatted(to)));
            } catch (FileAlreadyExistsException there) {
                return Outcome.refused(Problem.of("There is a file %s already: choose another name.".formatted(to)));
            } catch (IOException failure) {
                return Outcome.refused(Problem.of("The file %s cannot be made: %s".formatted(to, failure)));
            }
        });
    }
}
