package org.casebridge.interop.fhir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import org.casebridge.caseload.Story;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.Supports;
import org.casebridge.console.Problem;
import org.casebridge.interop.files.Bytes;
import org.casebridge.interop.files.Faulty;
import org.casebridge.interop.sources.SourceRecords;
import org.casebridge.sealing.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings clients and their history in from FHIR R4 and from CSV: each file whole or not at all, and twice the same as once. What a newer file changes is taken over, what was edited here is kept. */
@Service
public class ClientImport {

    private static final int MOST_PROBLEMS = 1000;

    private final Clients clients;
    private final Supports supports;
    private final SourceRecords sources;
    private final Story story;
    private final Sealed sealed;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ClientImport(Clients clients, Supports supports, SourceRecords sources, Story story, Sealed sealed, TransactionTemplate transaction, Clock clock) {
        this.clients = clients;
        this.supports = supports;
        this.sources = sources;
        this.story = story;
        this.sealed = sealed;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * {@code source} names the system whose ids these are; left out, ids that are no UUIDs are those of the folder they come from (its last two names), so that
     * two systems' Patient/1 stay two people. Files with patients come before those that refer to them.
     */
    public ClientReport bring(Path from, @Nullable String source, LongConsumer progress) {
        var problems = new ArrayList<Problem>();
        var parts = new ArrayList<ClientReport.Part>();
        var passed = new ArrayList<Map<String, Integer>>();
        var remarks = new ArrayList<String>();
        var people = new HashMap<String, ClientId>();
        for (var file : files(from, problems)) {
            var name = Files.isRegularFile(from) ? file.getFileName().toString() : from.relativize(file).toString();
            var reading = new ClientFile(name, source != null ? source : folder(file), people, clients, supports, sources, story, it -> sealed.token("client file", it), clock.instant(), progress);
            transaction.executeWithoutResult(status -> {
                read(file, name, reading);
                if (!reading.problems.isEmpty()) {
                    status.setRollbackOnly();
                }
            });
            parts.add(reading.part());
            remarks.addAll(reading.remarks);
            problems.addAll(reading.problems.size() <= MOST_PROBLEMS ? reading.problems : reading.problems.subList(0, MOST_PROBLEMS));
            if (reading.problems.isEmpty()) {
                people.putAll(reading.here);
                passed.add(reading.passed);
            }
        }
        var report = ClientReport.of(parts, passed, remarks, problems);
        if (problems.isEmpty() && report.added() + report.updated() + report.unchanged() == 0 && parts.stream().noneMatch(it -> it.history() > 0) && report.passedOver().isEmpty()) {
            problems.add(Problem.in(from.toString(), "There are no clients here: neither FHIR (JSON, NDJSON) nor CSV."));
            return ClientReport.of(parts, passed, remarks, problems);
        }
        return report;
    }

    private void read(Path file, String name, ClientFile reading) {
        try {
            if (plain(file).endsWith(".csv")) {
                reading.csv(Bytes.text(file, name));
            } else {
                FhirFile.read(file, name, reading.problems, reading::resource);
            }
            reading.end();
        } catch (Faulty faulty) {
            reading.problems.addAll(faulty.problems());
        } catch (DataIntegrityViolationException contradiction) {
            reading.problems.add(Problem.in(name, "This contradicts what is on record: "
                    + String.valueOf(contradiction.getMostSpecificCause().getMessage()).lines().findFirst().orElse("")));
        }
    }

    private static List<Path> files(Path from, List<Problem> problems) {
        if (!Files.exists(from)) {
            problems.add(Problem.in(from.toString(), "There is no such file or folder."));
            return List.of();
        }
        try (var walk = Files.walk(from)) {
            var files = walk.filter(Files::isRegularFile).filter(it -> it.equals(from) || plain(it).matches(".*\\.(json|ndjson|csv)"))
                    .sorted(Comparator.comparing(ClientImport::rank).thenComparing(Comparator.naturalOrder())).toList();
            return files;
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            problems.add(Problem.in(from.toString(), "This cannot be read: " + unreadable.getMessage() + "."));
            return List.of();
        }
    }

    /** Files that hold patients first, told by the beginning of each. */
    private static int rank(Path file) {
        try (var in = Bytes.open(file)) {
            var start = Bytes.text(in.readNBytes(4096)).replaceAll("\\s", "");
            return start.contains("\"resourceType\":\"Patient\"") ? 0 : start.contains("\"resourceType\":\"Bundle\"") ? 1 : 2;
        } catch (IOException unreadable) {
            return 2;
        }
    }

    private static String plain(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
    }

    private static String folder(Path file) {
        var folder = file.toAbsolutePath().normalize().getParent();
        int names = folder.getNameCount();
        return names == 0 ? "files" : folder.subpath(Math.max(0, names - 2), names).toString();
    }
}
