package org.casebridge.consent;

import java.util.UUID;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** Whom a consent lets receive: somebody by name, or, for treatment, payment and operations, all who treat, pay or help to run (42 CFR 2.31(a)(4)). */
public record Designation(Kind kind, @Nullable UUID organization, String name, String address, boolean intermediary, String members) {

    /** The description that 42 CFR 2.31(a)(4)(i) offers for a single consent for all treatment, payment and operations. */
    public static final String TREATING = "My treating providers, health plans, third-party payers, and people helping to operate this program";

    public enum Kind implements Worded {
        ORGANIZATION("An organization, by name"), PERSON("A person, by name"),
        TREATING("All who treat the client, pay for it, or help to run this programme");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    boolean means(Recipient recipient) {
        return kind == Kind.TREATING
                ? recipient.kind() != Recipient.Kind.CLIENT && recipient.standing() != Recipient.Standing.OTHER
                : recipient.is(this);
    }
}
