package org.casebridge.consent;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The smallest thing that leaves or stays: one row of a record, in words, with the classes it is guarded by. Pages of the house say of a {@code veiled} one only that it is there. */
public record Piece(Part part, UUID row, Set<DataClass> classes, @Nullable LocalDate on, String title, List<String> lines, boolean veiled) {

    public Piece(Part part, UUID row, Set<DataClass> classes, @Nullable LocalDate on, String title, List<String> lines) {
        this(part, row, classes, on, title, lines, false);
    }

    public Piece {
        classes = Set.copyOf(classes);
        lines = lines.stream().filter(it -> !it.isBlank()).toList();
    }

    /** A row of the general record, until its labels say more. */
    public static Piece of(Part part, UUID row, @Nullable LocalDate on, String title, List<String> lines) {
        return new Piece(part, row, Set.of(DataClass.GENERAL), on, title, lines);
    }

    /** The same, guarded by these too. */
    public Piece guarded(Set<DataClass> more) {
        var all = java.util.EnumSet.copyOf(more.isEmpty() ? classes : more);
        all.addAll(classes);
        if (all.size() > 1) {
            all.remove(DataClass.GENERAL);
        }
        return new Piece(part, row, all, on, title, lines, veiled);
    }

    /** What a consent must cover for it to leave: notes kept apart are their own class, whatever programme they come from. */
    Set<DataClass> needed() {
        return classes.stream().anyMatch(DataClass::apart) ? classes.stream().filter(it -> it != DataClass.PART2).collect(java.util.stream.Collectors.toSet()) : classes;
    }

    boolean part2() {
        return classes.contains(DataClass.PART2) || classes.contains(DataClass.SUD_NOTES);
    }
}
