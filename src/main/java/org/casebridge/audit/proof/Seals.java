package org.casebridge.audit.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casebridge.audit.proof.Finding.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The seals that can be trusted: those of the anchor file, whose signatures and chain hold, and those that the database has made since. What the database keeps of
 * the others must be the very same.
 */
final class Seals {

    /** So long may a seal wait to be anchored, or a row to be sealed, before it is told. */
    static final Duration LATE = Duration.ofMinutes(1);

    final List<Seal> trusted = new ArrayList<>();
    /** When the seal before each was made. */
    final Map<Long, Instant> before = new HashMap<>();
    final List<Finding> findings = new ArrayList<>();
    final List<String> notes = new ArrayList<>();
    private final PublicKeys keys;
    /** The last seal that the database keeps before those it lost; the last trusted one when its seals are not at hand. */
    private long kept;
    private long lost = Long.MAX_VALUE;

    Seals(PublicKeys keys) {
        this.keys = keys;
    }

    /** {@code database} and {@code now} are null when only rows and anchors are at hand. */
    Seals of(List<String> anchors, @Nullable List<String> database, @Nullable Instant now) {
        for (var line : anchors) {
            follow(line, Kind.ANCHOR, "of the anchor file");
        }
        kept = Long.MAX_VALUE;
        if (database != null) {
            compare(anchors, database, now);
        }
        trusted.stream().filter(it -> !it.because().isEmpty()).forEach(it -> notes.add("Epoch %d begins with seal %d, %s: %s".formatted(it.epoch(), it.number(), it.at(), it.because())));
        var names = trusted.stream().map(Seal::key).distinct().toList();
        if (names.size() > 1) {
            notes.add("The seals were signed with %d keys, one after the other: %s".formatted(names.size(), String.join(", ", names)));
        }
        return this;
    }

    /** Whether the database still keeps that seal. */
    boolean kept(Seal seal) {
        return seal.number() <= kept || seal.number() > lost;
    }

    private void compare(List<String> anchors, List<String> database, @Nullable Instant now) {
        var anchored = new TreeMap<Long, String>();
        for (var line : anchors) {
            number(line).ifPresent(it -> anchored.put(it, line));
        }
        long end = anchored.isEmpty() ? 0 : anchored.lastKey();
        var here = new TreeMap<Long, String>();
        for (var line : database) {
            var number = number(line);
            if (number.isEmpty()) {
                findings.add(Finding.of(Kind.SEAL, "A seal in the database cannot be read."));
            } else if (here.put(number.get(), line) != null) {
                findings.add(Finding.of(Kind.SEAL, "Seal %d stands twice in the database.", number.get()));
            }
        }
        here.forEach((number, line) -> {
            if (number <= end && !line.equals(anchored.get(number))) {
                findings.add(Finding.of(Kind.SEAL, "Seal %d in the database is not the one that was anchored.", number));
            } else if (number > end && follow(line, Kind.SEAL, "in the database") && now != null && Instant.parse(trusted.getLast().at()).isBefore(now.minus(LATE))) {
                findings.add(Finding.of(Kind.ANCHOR, "Seal %d of %s was not anchored outside the database.", number, trusted.getLast().at()));
            }
        });
        var gone = anchored.keySet().stream().filter(it -> !here.containsKey(it)).toList();
        if (!gone.isEmpty()) {
            kept = gone.getFirst() - 1;
            lost = gone.getLast();
            findings.add(new Finding(Kind.ROLLED_BACK, List.of(), "Seals %d to %d are anchored and no longer in the database: it was rolled back, or they were deleted.".formatted(gone.getFirst(), lost)));
        }
    }

    private boolean follow(String line, Kind kind, String where) {
        Seal seal;
        try {
            seal = Seal.read(line);
            Instant.parse(seal.at());
            Long.parseUnsignedLong(seal.horizon());
        } catch (RuntimeException unreadable) {
            findings.add(Finding.of(kind, "A seal %s cannot be read after seal %d.", where, last()));
            return false;
        }
        if (!line.equals(seal.line()) || !keys.signed(seal)) {
            findings.add(Finding.of(kind, "Seal %d %s does not bear the signature of %s.", seal.number(), where, keys.know(seal.key()) ? "its key" : "a key that was given"));
            return false;
        }
        if (seal.number() != last() + 1) {
            findings.add(Finding.of(kind, trusted.isEmpty() ? "The seals %2$s begin with %1$d: what was before cannot be proved." : "Seal %d %s follows on seal %d: those between are missing, or it stands there twice.",
                    seal.number(), where, last()));
        } else if (!seal.previous().equals(trusted.isEmpty() ? Seal.NOTHING : trusted.getLast().root())) {
            findings.add(Finding.of(kind, "Seal %d %s does not follow on the seal before it.", seal.number(), where));
        }
        if (!trusted.isEmpty()) {
            before.put(seal.number(), Instant.parse(trusted.getLast().at()));
        }
        trusted.add(seal);
        return true;
    }

    private long last() {
        return trusted.isEmpty() ? 0 : trusted.getLast().number();
    }

    private static Optional<Long> number(String line) {
        try {
            return Optional.of(Seal.read(line).number());
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
