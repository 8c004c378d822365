package org.casebridge.consent;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is to leave: to whom, for what, on which ground, which parts, by which way. {@code authority} names the law, the order or the emergency; {@code request}
 * is the recipient's own request; until {@code silentUntil} the client's account keeps quiet because an agency said so (45 CFR 164.528(a)(2)).
 */
public record Release(Recipient recipient, Purpose purpose, String purposeWords, Basis basis, String authority, String request, Set<Part> parts, Way way,
                      @Nullable LocalDate silentUntil) {

    public Release {
        parts = Set.copyOf(parts);
    }

    /** By consent, and nothing else. */
    public static Release byConsent(Recipient recipient, Purpose purpose, Set<Part> parts, Way way) {
        return new Release(recipient, purpose, "", Basis.CONSENT, "", "", parts, way, null);
    }

    /** A copy for the client. */
    public static Release toClient(String name, Set<Part> parts, Way way) {
        return new Release(Recipient.client(name), Purpose.REQUEST, "", Basis.CLIENT, "", "", parts, way, null);
    }

    Release by(Way other) {
        return new Release(recipient, purpose, purposeWords, basis, authority, request, parts, other, silentUntil);
    }
}
