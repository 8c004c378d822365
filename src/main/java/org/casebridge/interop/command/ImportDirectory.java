package org.casebridge.interop.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.casebridge.access.Actor;
import org.casebridge.console.Console;
import org.casebridge.console.Outcome;
import org.casebridge.console.Problem;
import org.casebridge.console.Progress;
import org.casebridge.interop.hsds.DirectoryImport;
import org.casebridge.interop.files.Faulty;
import org.casebridge.interop.hsds.DirectoryReport;
import org.casebridge.interop.hsds.HsdsApi;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code casebridge import directory FILE|FOLDER}. */
@Command(name = "directory", description = {
        "Bring in a directory of services: HSDS 1.x, 2.x or 3.x, as JSON files or folders of CSV files.",
        "A JSON file, or a folder of CSV files, comes in whole or not at all. Bringing it in again changes only what has changed."})
public final class ImportDirectory implements Callable<Integer> {

    @Mixin Console console;

    @Parameters(paramLabel = "FILE|FOLDER|ADDRESS", description = "What to bring in. A folder is searched with all that is in it; https://… is a running HSDS 3 interface, which is asked page by page.")
    String from;

    @Option(names = "--within-network", description = "The address may lead to this machine or its own network, and be asked by http.")
    boolean withinNetwork;

    @Option(names = "--source", paramLabel = "NAME", description = "Whose directory this is. Ids that are not unique in the world (1, 2, 3) belong to it; without it, to the folder they come from.")
    @Nullable String source;

    @Option(names = "--skip-bad", description = "Leave out each row with a fault, and what cannot be without it, and bring in the rest. Each is told with its line.")
    boolean skipBad;

    @Option(names = "--review", description = "Change nothing yet: keep it for somebody to look at the differences in the directory, and to take or drop it.")
    boolean review;

    @Override
    public Integer call() {
        return console.use(DirectoryImport.class, directory -> {
            try (var progress = console.progress("Reading directories")) {
                return from.matches("https?://.*") ? asked(directory, progress) : outcome(Actor.machine().act(() -> directory.bring(Path.of(from), source, new DirectoryImport.Way(skipBad, review), progress::at)), skipBad);
            }
        });
    }

    /** The host's name is the source, unless another is named. */
    private Outcome asked(DirectoryImport directory, Progress progress) {
        Path kept = null;
        try {
            kept = Files.createTempFile("directory", ".json");
            var file = kept;
            HsdsApi.fetch(from, withinNetwork, file, progress::at);
            return outcome(Actor.machine().act(() -> directory.bring(file, source == null ? URI.create(from.strip()).getHost() : source, new DirectoryImport.Way(skipBad, review), progress::at)), skipBad);
        } catch (Faulty faulty) {
            return Outcome.refused(faulty.problems().toArray(Problem[]::new));
        } catch (IOException problem) {
            return Outcome.refused(Problem.in(from, "What comes from there cannot be kept: " + problem.getMessage() + "."));
        } finally {
            if (kept != null) {
                var gone = kept.toFile().delete();
                assert gone;
            }
        }
    }

    private static Outcome outcome(DirectoryReport report, boolean skipBad) {
        var sentence = "%,d new, %,d changed, %,d unchanged in the directory.".formatted(report.added(), report.changed(), report.unchanged());
        var remarks = report.remarks().isEmpty() ? "" : "\nLeft out:\n  " + String.join("\n  ", report.remarks());
        if (skipBad && report.added() + report.changed() + report.unchanged() > 0) {
            return new Outcome(sentence + remarks, report, report.problems(), !report.problems().isEmpty());
        }
        return Outcome.done(sentence + remarks, report).but(report.problems(), report.files().size(), (int) report.files().stream().filter(it -> it.refused() > 0).count());
    }
}
