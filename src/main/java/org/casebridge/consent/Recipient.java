package org.casebridge.consent;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** Who receives. An organization of the directory is known by its key, others by their name. */
public record Recipient(Kind kind, @Nullable UUID organization, String name, String address, Standing standing) {

    public enum Kind implements Worded {
        ORGANIZATION("An organization"), PERSON("A person"), CLIENT("The client");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** What the recipient is to the client, which decides whether the general designation of 42 CFR 2.31(a)(4)(i) means them. */
    public enum Standing implements Worded {
        PROVIDER("Treats or cares for the client"), PAYER("Health plan or payer"), HELPER("Helps to run this programme (contractor)"), OTHER("None of these");

        private final String words;

        Standing(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public static Recipient organization(UUID key, String name) {
        return new Recipient(Kind.ORGANIZATION, key, name, "", Standing.OTHER);
    }

    public static Recipient client(String name) {
        return new Recipient(Kind.CLIENT, null, name, "", Standing.OTHER);
    }

    boolean is(Designation named) {
        return organization != null && named.organization() != null ? organization.equals(named.organization()) : plain(name).equals(plain(named.name()));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
