package org.casebridge.audit.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.casebridge.audit.proof.Expected.Place;
import org.casebridge.audit.proof.Finding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Holds the rows against the seals and names what is not as it was. A row that a seal names with its hash is proved, whatever else was done; one that no seal names must be
 * younger than the last seal. What a superuser does to rows of the last second or two, before they are sealed, it cannot tell.
 */
public final class Verifier {

    /** What a row may say of its time, before the seal that precedes its own: a transaction that ran so long would have held that seal back. */
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration CLOCKS = Duration.ofSeconds(10);
    /** More than these are counted and no longer compared each with each. */
    private static final int MANY = 300;

    private final Form form;
    private final Seals seals;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Row> odd = new ArrayList<>();
    private final Set<Long> edited = new TreeSet<>();
    private final Set<Long> inserted = new TreeSet<>();
    private final Set<Long> backdated = new TreeSet<>();
    private final Set<Integer> explained = new HashSet<>();
    private long rows;
    private long waiting;
    private @Nullable Instant oldest;

    private Verifier(PublicKeys keys, Form form) {
        this.form = form;
        this.seals = new Seals(keys);
    }

    /** Rows in any order, each handed to the consumer once. */
    public interface Rows {
        void each(Consumer<Row> row);
    }

    /** {@code database} are the seals it keeps, null when they are not at hand; {@code now} is null for a dump, whose rows may wait for a seal as long as they like. */
    public static Verdict verify(PublicKeys keys, Form form, List<String> anchors, @Nullable List<String> database, Rows rows, @Nullable Instant now) {
        return new Verifier(keys, form).verify(anchors, database, rows, now);
    }

    private Verdict verify(List<String> anchors, @Nullable List<String> database, Rows all, @Nullable Instant now) {
        seals.of(anchors, database, now);
        var expected = new Expected(seals.trusted);
        all.each(row -> hold(row, expected));
        missing(expected);
        if (now != null && oldest != null && oldest.isBefore(now.minus(Seals.LATE))) {
            findings.add(Finding.of(Kind.LATE, "%d rows wait to be sealed since %s: the sealer does not run, or a transaction was left open.", waiting, oldest));
        }
        var told = new ArrayList<>(forgiven());
        told.addAll(findings);
        return new Verdict(rows, seals.trusted.size(), waiting, told, seals.notes);
    }

    private void hold(Row row, Expected expected) {
        rows++;
        try {
            var seal = expected.meet(row.id(), form.hash(row));
            if (seal != null) {
                if (outside(row, seal)) {
                    backdated.add(row.id());
                }
                explain(row);
            } else if (expected.knows(row.id())) {
                note(row, edited);
            } else if (young(row)) {
                waiting++;
                oldest = oldest == null || row.at().isBefore(oldest) ? row.at() : oldest;
                if (!seals.trusted.isEmpty() && row.at().isBefore(Instant.parse(seals.trusted.getLast().at()).minus(LONGEST))) {
                    backdated.add(row.id());
                }
            } else {
                note(row, inserted);
            }
        } catch (RuntimeException unreadable) {
            findings.add(Finding.of(Kind.EDITED, "A row cannot be read: %s", row.values()));
        }
    }

    /** Whether no seal can have reached it yet. */
    private boolean young(Row row) {
        if (seals.trusted.isEmpty()) {
            return true;
        }
        var last = seals.trusted.getLast();
        return row.epoch() > last.epoch() || row.epoch() == last.epoch() && Long.compareUnsigned(row.tx(), Long.parseUnsignedLong(last.horizon())) >= 0;
    }

    private boolean outside(Row row, Seal seal) {
        var before = seals.before.get(seal.number());
        return row.at().isAfter(Instant.parse(seal.at()).plus(CLOCKS)) || before != null && seal.because().isEmpty() && row.at().isBefore(before.minus(LONGEST));
    }

    /** An operator says why the database went back: {@code casebridge audit restored}. */
    private void explain(Row row) {
        if ("RESTORED".equals(row.get("what")) && "DEED".equals(row.get("kind"))) {
            explained.add(row.epoch());
            seals.notes.add("Epoch %d was explained by an operator, %s: %s".formatted(row.epoch(), row.get("at"), row.get("reason")));
        }
    }

    private void note(Row row, Set<Long> which) {
        which.add(row.id());
        if (odd.size() < MANY) {
            odd.add(row);
        }
    }

    private void missing(Expected expected) {
        var unmet = expected.unmet(_ -> true);
        moved(unmet);
        var gone = unmet.stream().filter(it -> !edited.contains(it.id())).toList();
        tell(Kind.EDITED, edited, "Row %s is not as it was sealed.", "Rows %s are not as they were sealed.");
        tell(Kind.INSERTED, inserted, "Row %s was never sealed and is older than the last seal: it was inserted.", "Rows %s were never sealed and are older than the last seal: they were inserted.");
        tell(Kind.BACKDATED, backdated, "Row %s says a time at which it was not written.", "Rows %s say times at which they were not written.");
        var lost = gone.stream().filter(it -> !seals.kept(it.seal())).toList();
        if (!lost.isEmpty()) {
            findings.add(new Finding(Kind.ROLLED_BACK, ids(lost), "The database was rolled back: %d rows that seals %d to %d name are gone.".formatted(lost.size(), lost.getFirst().seal().number(), lost.getLast().seal().number())));
        }
        var left = gone.stream().filter(it -> seals.kept(it.seal())).toList();
        if (left.size() > 1 && !left.isEmpty() && tail(left, expected)) {
            findings.add(new Finding(Kind.TRUNCATED, ids(left), "All %d rows from seal %d on are gone: truncated, or rolled back.".formatted(left.size(), left.getFirst().seal().number())));
        } else {
            tell(Kind.DELETED, ids(left), "Row %s was sealed and is gone.", "Rows %s were sealed and are gone.");
        }
    }

    /** Whether these are all rows of the last seals. */
    private boolean tail(List<Place> gone, Expected expected) {
        var from = gone.stream().mapToLong(it -> it.seal().number()).min().orElseThrow();
        return seals.trusted.stream().filter(it -> it.number() >= from).mapToLong(it -> it.ids().length).sum() == gone.size();
    }

    /** A row that stands, whole but for its number, where another was. */
    private void moved(List<Place> unmet) {
        if (unmet.size() > MANY) {
            return;
        }
        for (var row : odd) {
            for (var place : unmet) {
                if (place.id() != row.id() && Arrays.equals(form.hash(row.as(place.id())), place.leaf())) {
                    findings.add(new Finding(Kind.SWAPPED, List.of(place.id(), row.id()), "What was sealed as row %d stands as row %d.".formatted(place.id(), row.id())));
                }
            }
        }
    }

    /** What the seals found, without a rollback that an operator explained in the epoch after it. */
    private List<Finding> forgiven() {
        var back = seals.trusted.stream().filter(it -> it.because().startsWith(Seal.WENT_BACK)).toList();
        boolean forgiven = !back.isEmpty() && back.stream().allMatch(it -> explained.contains(it.epoch()));
        if (forgiven) {
            findings.removeIf(it -> it.kind() == Kind.ROLLED_BACK && seals.notes.add(it.sentence()));
        }
        return seals.findings.stream().filter(it -> !(forgiven && it.kind() == Kind.ROLLED_BACK && seals.notes.add(it.sentence()))).toList();
    }

    private void tell(Kind kind, java.util.Collection<Long> ids, String one, String many) {
        if (!ids.isEmpty()) {
            var some = ids.stream().limit(20).map(String::valueOf).collect(Collectors.joining(", "));
            findings.add(new Finding(kind, List.copyOf(ids), (ids.size() == 1 ? one : many).formatted(ids.size() > 20 ? some + " and %d more".formatted(ids.size() - 20) : some)));
        }
    }

    private static List<Long> ids(List<Place> places) {
        return places.stream().map(Place::id).distinct().toList();
    }
}
