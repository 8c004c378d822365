package org.casebridge.consent;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.casebridge.kernel.Worded;

/**
 * Who signed, how, and for whom. {@code strokes} is what was drawn: moves and lines in a field of 600 by 200 (an SVG path of M, L and whole numbers only).
 * {@code alsoSigned} is the parent who signs beside a minor.
 */
public record Signature(Kind kind, String strokes, String paperKept, String witness, Signer signer, String signedBy, String authority, boolean minorAlone,
                        String alsoSigned, LocalDate on, String language, String interpreter) {

    /** Nothing else can be a drawing, so nothing else can be drawn. */
    public static final Pattern STROKES = Pattern.compile("(?:M\\d{1,3} \\d{1,3}(?:L\\d{1,3} \\d{1,3})*){0,400}");

    public enum Kind implements Worded {
        DRAWN("Drawn on the screen"), TYPED("Typed name"), PAPER("On paper"), VERBAL("Spoken, before a witness");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** 42 CFR 2.14 and 2.15, 45 CFR 164.502(g). */
    public enum Signer implements Worded {
        CLIENT("The client"), MINOR("The client, a minor"), PARENT("A parent"), GUARDIAN("A guardian"), REPRESENTATIVE("Another personal representative");

        private final String words;

        Signer(String words) { this.words = words; }

        @Override
        public String words() { return words; }

        public boolean forAnother() {
            return this != CLIENT && this != MINOR;
        }
    }

    public boolean written() {
        return kind != Kind.VERBAL;
    }
}
