package org.casebridge.interop.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.casebridge.access.Actor;
import org.casebridge.console.Console;
import org.casebridge.console.Outcome;
import org.casebridge.interop.fhir.ClientImport;
import org.casebridge.interop.fhir.ClientReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code casebridge import clients FILE|FOLDER}. */
@Command(name = "clients", description = {
        "Bring in clients: FHIR R4 (a resource, a Bundle, NDJSON) or CSV with a header row, compressed by gzip or not.",
        "Conditions, medications, care plans, care teams, visits and answers to questionnaires become their story.",
        "Each file comes in whole or not at all. Bringing it in again changes nothing; a newer file of the same system",
        "changes what that system changed, and keeps and shows what was edited here."})
public final class ImportClients implements Callable<Integer> {

    @Mixin Console console;

    @Parameters(paramLabel = "FILE|FOLDER", description = "What to bring in. A folder is searched with all that is in it; patients come before what refers to them.") Path from;

    @Option(names = "--source", paramLabel = "NAME", description = "Which system this comes from. Ids that are not unique in the world (1, 2, 3) belong to it; without it, to the folder they come from.")
    @Nullable String source;

    @Override
    public Integer call() {
        return console.use(ClientImport.class, clients -> {
            try (var progress = console.progress("Reading clients and their history")) {
                return outcome(Actor.machine().act(() -> clients.bring(from, source, progress::at)));
            }
        });
    }

    private static Outcome outcome(ClientReport report) {
        var passed = report.passedOver().isEmpty() ? "" : "\nNot kept in a case record: " + report.passedOver();
        var remarks = report.remarks().isEmpty() ? "" : "\n" + String.join("\n", report.remarks());
        return Outcome.done(report.sentence() + passed + remarks, report).but(report.problems(), report.files().size(), (int) report.files().stream().filter(it -> it.refused() > 0).count());
    }
}
