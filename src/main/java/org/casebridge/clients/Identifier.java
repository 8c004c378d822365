package org.casebridge.clients;

import java.util.Arrays;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * A number that some system knows a person by. {@code system} is a URI, or the issuer's name in words; empty when the kind says it all. A {@code hidden} one is sealed in the database and
 * shows its end only; those that open doors always are. {@code id} is null until it is kept.
 */
public record Identifier(@Nullable IdentifierId id, Kind kind, String system, String value, boolean hidden) {

    /** Of a number shorter than this its end would tell too much. */
    private static final int SHORT = 7;
    private static final int END = 4;

    /** Kinds that a case manager meets, with the URI other systems name them by (hl7.org/fhir/identifier-registry.html). Secret ones are always hidden; the table clients.identifier says the same. */
    public enum Kind implements Worded {
        SSN("Social Security number", "http://hl7.org/fhir/sid/us-ssn", true),
        MEDICAID("Medicaid number", "http://hl7.org/fhir/sid/us-medicaid", false),
        MEDICARE("Medicare number", "http://hl7.org/fhir/sid/us-mbi", false),
        DRIVER_LICENSE("Driver's license or state ID", "urn:oid:2.16.840.1.113883.4.3", true),
        PASSPORT("Passport number", "http://hl7.org/fhir/sid/passport-USA", true),
        MEDICAL_RECORD("Medical record number", "http://hospital.smarthealthit.org", false),
        HMIS("HMIS personal ID", "urn:hmis:personal-id", false),
        OTHER("Another number", "", false);

        private final String words;
        private final String uri;
        private final boolean secret;

        Kind(String words, String uri, boolean secret) {
            this.words = words;
            this.uri = uri;
            this.secret = secret;
        }

        @Override
        public String words() { return words; }

        public String uri() { return uri; }

        public boolean secret() { return secret; }
    }

    public Identifier {
        hidden = hidden || kind.secret;
    }

    public Identifier(Kind kind, String system, String value) {
        this(null, kind, system, value, false);
    }

    public static Identifier of(String system, String value) {
        var kind = Arrays.stream(Kind.values()).filter(it -> !it.uri.isEmpty() && system.startsWith(it.uri)).findFirst().orElse(Kind.OTHER);
        return new Identifier(kind, system, value.strip());
    }

    /** Wherever it is kept: the key is no part of what it says. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Identifier it && kind == it.kind && system.equals(it.system) && value.equals(it.value) && hidden == it.hidden;
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hash(kind, system, value);
    }

    /** For screens: a hidden number shows its last four characters only, as they are asked for on the phone; a short one shows none. */
    public String shown() {
        if (!hidden) {
            return value;
        }
        var plain = plain();
        var end = plain.length() < SHORT ? "" : plain.substring(plain.length() - END);
        return kind == Kind.SSN ? "•••-••-" + (end.isEmpty() ? "••••" : end) : "•••• " + end;
    }

    /** It was changed outside Casebridge and does not open: nobody knows it any more. */
    public boolean broken() {
        return value.equals(HiddenParts.BROKEN);
    }

    /** The same number, hidden. */
    public Identifier hide() {
        return new Identifier(id, kind, system, value, true);
    }

    Identifier kept(@Nullable IdentifierId as) {
        return new Identifier(as, kind, system, value, hidden);
    }

    /** Its letters and digits, upper case: however it is written, it is the same number. */
    String plain() {
        return plain(value);
    }

    static String plain(String written) {
        return written.toUpperCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Two that have the same are the same number: where many issue numbers of a kind, by the same issuer. */
    public String same() {
        var issued = switch (kind) {
            case MEDICAL_RECORD, HMIS, OTHER -> system.toLowerCase(java.util.Locale.ROOT);
            default -> "";
        };
        return kind + "|" + issued + "|" + plain();
    }
}
