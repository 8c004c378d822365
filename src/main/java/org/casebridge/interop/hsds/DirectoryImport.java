package org.casebridge.interop.hsds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.casebridge.console.Problem;
import org.casebridge.directory.Brought;
import org.casebridge.directory.Directory;
import org.casebridge.directory.Entry;
import org.casebridge.directory.Entry.Kind;
import org.casebridge.directory.Renewals;
import org.casebridge.interop.files.Bytes;
import org.casebridge.interop.files.Faulty;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Brings directories of services in: each JSON file, and each folder of CSV files, whole or not at all. */
@Service
public class DirectoryImport {

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** The source of ids that are unique in the world, as HSDS 3 requires them (UUIDs): the same thing, whichever file it comes in. */
    private static final String EVERYWHERE = "HSDS";

    /** What is left out takes with it what stands on it: a phone of a contact of a service of an organization. */
    private static final int DEEPEST = 10;

    private final Directory directory;

    private final Renewals reviews;

    DirectoryImport(Directory directory, Renewals reviews) {
        this.directory = directory;
        this.reviews = reviews;
    }

    /**
     * {@code source} names whose ids these are; left out, ids that are no UUIDs are those of the folder they come from (its last two names), so that two
     * publishers' “1” stay two. Answers what came in and what was refused, with the place of each fault.
     */
    public DirectoryReport bring(Path from, @Nullable String source, LongConsumer progress) {
        return bring(from, source, Way.STRAIGHT, progress);
    }

    /** {@code skipBad}: a row with a fault, and what cannot be without it, is left out and told, and the rest comes in. {@code review}: it is kept for somebody to look at first. */
    public record Way(boolean skipBad, boolean review) {

        public static final Way STRAIGHT = new Way(false, false);
    }

    public DirectoryReport bring(Path from, @Nullable String source, Way way, LongConsumer progress) {
        var parts = new ArrayList<DirectoryReport.Part>();
        var remarks = new ArrayList<String>();
        var problems = new ArrayList<Problem>();
        var folders = new TreeMap<Path, List<Path>>();
        var files = new ArrayList<Path>();
        list(from, folders, files, remarks, problems);
        long done = 0;
        for (var folder : folders.entrySet()) {
            progress.accept(++done);
            var name = name(from, folder.getKey());
            bring(name.isEmpty() ? folder.getKey().getFileName().toString() : name, source, folder.getKey(), way, it -> HsdsCsv.read(name, folder.getValue(), it), parts, remarks, problems);
        }
        for (var file : files) {
            progress.accept(++done);
            var name = name(from, file);
            bring(name, source, file.toAbsolutePath().getParent(), way, _ -> HsdsJson.read(name, Bytes.text(file, name)), parts, remarks, problems);
        }
        if (parts.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.in(from.toString(), "There is no directory here: neither HSDS CSV files (organizations.csv, services.csv …) nor JSON."));
        }
        return DirectoryReport.of(parts, remarks, problems);
    }

    private interface Reader {
        HsdsRows read(@Nullable List<Problem> skipped);
    }

    private void bring(String name, @Nullable String source, Path folder, Way way, Reader reader, List<DirectoryReport.Part> parts, List<String> remarks, List<Problem> problems) {
        try {
            var skipped = new ArrayList<Problem>();
            var rows = reader.read(way.skipBad() ? skipped : null);
            var of = source != null ? source : source(rows, folder);
            if (way.skipBad() && !rows.problems.isEmpty()) {
                skipped.addAll(rows.leaveOutBad());
            }
            var entries = entries(rows, of);
            for (int i = 0; way.skipBad() && !rows.problems.isEmpty() && i < DEEPEST; i++) {
                skipped.addAll(rows.leaveOutBad());
                entries = entries(rows, of);
            }
            if (!rows.problems.isEmpty()) {
                throw new Faulty(rows.problems);
            }
            if (way.review()) {
                reviews.keep(of, entries);
                remarks.add(name + ": kept to be looked at in the directory, under “What sources say anew”");
            }
            var brought = way.review() ? Brought.NOTHING : directory.bring(of, entries);
            parts.add(new DirectoryReport.Part(name, count(entries, Kind.ORGANIZATION), count(entries, Kind.SERVICE), count(entries, Kind.LOCATION),
                    brought.added(), brought.changed(), brought.unchanged(), skipped.size()));
            problems.addAll(skipped);
            remarks.addAll(rows.remarks.stream().distinct().toList());
        } catch (Faulty faulty) {
            problems.addAll(faulty.problems());
            parts.add(DirectoryReport.Part.refused(name, faulty.problems().size()));
        } catch (Refused refused) {
            problems.add(Problem.in(name, "This contradicts itself: %s".formatted(refused.sentence().values().stream().map(String::valueOf).findFirst().orElse(refused.sentence().english()))));
            parts.add(DirectoryReport.Part.refused(name, 1));
        }
    }

    private List<Entry> entries(HsdsRows rows, String of) {
        return rows.complete() ? HsdsEntries.of(rows, (kind, ids) -> directory.unknown(of, kind, ids)) : List.of();
    }

    private static void list(Path from, TreeMap<Path, List<Path>> folders, List<Path> files, List<String> remarks, List<Problem> problems) {
        if (!Files.exists(from)) {
            problems.add(Problem.in(from.toString(), "There is no such file or folder."));
            return;
        }
        try (var walk = Files.walk(from)) {
            walk.filter(Files::isRegularFile).sorted().forEach(file -> {
                var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                if (HsdsCsv.isTable(file)) {
                    folders.computeIfAbsent(file.toAbsolutePath().getParent(), _ -> new ArrayList<>()).add(file);
                } else if ((name.endsWith(".json") || name.endsWith(".json.gz")) && !name.startsWith("datapackage")) {
                    files.add(file);
                } else if (file.equals(from)) {
                    problems.add(Problem.in(file.getFileName().toString(), "This is neither JSON nor a CSV file that HSDS knows by this name (organizations.csv, services.csv …)."));
                } else if (name.endsWith(".csv")) {
                    remarks.add("%s: not read, because the directory keeps nothing of a table of this name".formatted(name(from, file)));
                }
            });
        } catch (IOException | java.io.UncheckedIOException unreadable) {
            problems.add(Problem.in(from.toString(), "This cannot be read: " + unreadable.getMessage() + "."));
        }
    }

    private static String name(Path from, Path file) {
        if (Files.isRegularFile(from)) {
            return Files.isDirectory(file) ? "" : file.getFileName().toString();
        }
        return from.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
    }

    private static String source(HsdsRows rows, Path folder) {
        for (var table : HsdsTable.values()) {
            if (table.kind() != null && rows.of(table).stream().map(HsdsRow::id).filter(it -> !it.isEmpty()).anyMatch(it -> !UUID.matcher(it).matches())) {
                int names = folder.getNameCount();
                return folder.subpath(Math.max(0, names - 2), names).toString();
            }
        }
        return EVERYWHERE;
    }

    private static int count(List<Entry> entries, Kind kind) {
        return (int) entries.stream().filter(it -> it.kind() == kind).count();
    }
}
