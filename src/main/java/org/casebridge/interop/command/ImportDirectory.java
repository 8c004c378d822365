package org.casebridge.interop.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.casebridge.access.Actor;
import org.casebridge.console.Console;
import org.casebridge.console.Outcome;
import org.casebridge.interop.hsds.DirectoryImport;
import org.casebridge.interop.hsds.DirectoryReport;
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

    @Parameters(paramLabel = "FILE|FOLDER", description = "What to bring in. A folder is searched with all that is in it.") Path from;

    @Option(names = "--source", paramLabel = "NAME", description = "Whose directory this is. Ids that are not unique in the world (1, 2, 3) belong to it; without it, to the folder they come from.")
    @Nullable String source;

    @Override
    public Integer call() {
        return console.use(DirectoryImport.class, directory -> {
            try (var progress = console.progress("Reading directories")) {
                return outcome(Actor.machine().act(() -> directory.bring(from, source, progress::at)));
            }
        });
    }

    private static Outcome outcome(DirectoryReport report) {
        var sentence = "%,d new, %,d changed, %,d unchanged in the directory.".formatted(report.added(), report.changed(), report.unchanged());
        var remarks = report.remarks().isEmpty() ? "" : "\nLeft out:\n  " + String.join("\n  ", report.remarks());
        return Outcome.done(sentence + remarks, report).but(report.problems(), report.files().size(), (int) report.files().stream().filter(it -> it.refused() > 0).count());
    }
}
