package org.casebridge.clients;

import java.util.Arrays;
import org.casebridge.kernel.Worded;

/** A number that some system knows a person by. {@code system} is a URI, or the issuer's name in words; empty when the kind says it all. */
public record Identifier(Kind kind, String system, String value) {

    /** Kinds that a case manager meets, with the URI other systems name them by (hl7.org/fhir/identifier-registry.html). Secret ones show their end only. */
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
    }

    public static Identifier of(String system, String value) {
        var kind = Arrays.stream(Kind.values()).filter(it -> !it.uri.isEmpty() && system.startsWith(it.uri)).findFirst().orElse(Kind.OTHER);
        return new Identifier(kind, system, value.strip());
    }

    /** For screens: a secret number shows its last four characters only. */
    public String shown() {
        if (!kind.secret || value.length() < 5) {
            return kind.secret ? "••••" : value;
        }
        return "•••• " + value.substring(value.length() - 4);
    }

    /** Its letters and digits, upper case: however it is written, it is the same number. */
    String plain() {
        return value.toUpperCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
