package org.casebridge.consent;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.casebridge.kernel.Worded;

/**
 * How closely the law guards a piece of a record. Everything that is not more is the general record (45 CFR 164). A consent names each class it covers;
 * notes of counseling and therapy need a consent of their own.
 */
public enum DataClass implements Worded {
    GENERAL("General record"),
    /** 42 CFR 2.11 "records", by the programme they come from. */
    PART2("Substance use treatment record"),
    /** 42 CFR 2.11 "SUD counseling notes". */
    SUD_NOTES("Substance use counseling notes, kept apart"),
    /** 34 U.S.C. 12291(b)(2): what could tell where a survivor is. */
    DV_LOCATION("Where someone in danger lives"),
    /** State law; the strictest ask that a consent names it. */
    HIV("HIV"),
    /** 45 CFR 164.501 "psychotherapy notes". */
    THERAPY_NOTES("Mental health therapy notes, kept apart");

    private final String words;

    DataClass(String words) { this.words = words; }

    @Override
    public String words() { return words; }

    /** Kept apart from the record: a consent for it covers nothing else. */
    public boolean apart() {
        return this == SUD_NOTES || this == THERAPY_NOTES;
    }

    /** The classes of a row by its labels. No label: the general record. A label nobody knows is guarded as every class at once. */
    public static Set<DataClass> of(Collection<String> labels) {
        var classes = EnumSet.noneOf(DataClass.class);
        for (var label : labels) {
            switch (label) {
                case "GENERAL", "" -> { }
                case "PART2", "42CFRPart2", "SUD" -> classes.add(PART2);
                case "SUD_NOTES" -> classes.add(SUD_NOTES);
                case "DV_LOCATION", "DV" -> classes.add(DV_LOCATION);
                case "HIV" -> classes.add(HIV);
                case "THERAPY_NOTES", "PSYTHPN" -> classes.add(THERAPY_NOTES);
                default -> classes.addAll(EnumSet.range(PART2, THERAPY_NOTES));
            }
        }
        return classes.isEmpty() ? EnumSet.of(GENERAL) : classes;
    }
}
