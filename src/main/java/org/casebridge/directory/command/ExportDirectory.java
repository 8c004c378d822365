package org.casebridge.directory.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.casebridge.access.Actor;
import org.casebridge.console.Console;
import org.casebridge.console.Counted;
import org.casebridge.console.Outcome;
import org.casebridge.console.Problem;
import org.casebridge.directory.hsds.DirectoryExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code casebridge directory export FOLDER}. */
@Command(name = "export", description = {
        "Write the whole directory as HSDS 3.1: services.json and organizations.json and the like, each object whole, or with --csv a table for each kind.",
        "The folder must be new or empty."})
public final class ExportDirectory implements Callable<Integer> {

    @Mixin Console console;

    @Parameters(paramLabel = "FOLDER", description = "Where to write it.") Path to;

    @Option(names = "--csv", description = "As the tables of HSDS (services.csv, phones.csv …) rather than JSON.")
    boolean csv;

    @Override
    public Integer call() {
        return console.use(DirectoryExport.class, export -> {
            try {
                Files.createDirectories(to);
                try (var there = Files.list(to)) {
                    if (there.findAny().isPresent()) {
                        return Outcome.refused(Problem.in(to.toString(), "There is something in this folder. Name a new or an empty one."));
                    }
                }
                int written = Actor.machine().act(() -> csv ? export.csv(to) : export.json(to));
                return Outcome.done("%s written to %s.".formatted(Counted.of(written, "record"), to), Map.of("records", written, "folder", to.toString()));
            } catch (IOException | UncheckedIOException problem) {
                return Outcome.refused(Problem.in(to.toString(), "This cannot be written: " + problem.getMessage() + "."));
            }
        });
    }
}
