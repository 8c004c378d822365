package org.casebridge.careplans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * Who agreed to a version of the plan, or did not, and how: bound by {@code hash} to exactly what it said. {@code words} are those of a refusal, {@code followUpOn} the day by which a spoken agreement
 * is to be signed (42 CFR 441.725(b)(9) asks for signatures of all who are responsible). One noted by mistake is struck and stays to be read.
 */
public record PlanSignature(UUID id, ClientId clientId, PlanId planId, Signer signer, String name, Kind kind, String strokes, @Nullable UUID documentId, String words, LocalDate onDay,
                            @Nullable LocalDate followUpOn, String hash, String by, Instant notedAt, @Nullable LocalDate struckOn, @Nullable String strike) {

    public enum Signer implements Worded {
        CLIENT("The client"), GUARDIAN("A guardian or parent"), SUPPORT("A support person"), WORKER("The worker"), OTHER("Somebody else who has a part");

        private final String words;

        Signer(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum Kind implements Worded {
        DRAWN("Drawn here"), TYPED("Typed name"), PAPER("On paper, scanned"), VERBAL("By word of mouth, to be signed later"), REFUSED("Refused");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }

        public boolean written() { return this == DRAWN || this == TYPED || this == PAPER; }
    }

    public boolean counts() {
        return struckOn == null && kind != Kind.REFUSED;
    }

    /** What is said of a signature when it is given; {@code hash} is of what the signer had before them. */
    public record Said(Signer signer, String name, Kind kind, String strokes, @Nullable UUID document, String words, LocalDate on, @Nullable LocalDate followUpOn, String hash) {}

    /** A copy that was given. */
    public record Given(Agreement.Copy how, LocalDate onDay, String language, String by) {}
}
