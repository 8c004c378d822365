package org.casebridge.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * Who may share what of a client's record with whom, for what, until when, and who signed for it: the elements of 42 CFR 2.31(a) and 45 CFR 164.508(c).
 * It is never changed: it is taken back, ends, or is replaced by another.
 */
public record Consent(ConsentId id, ClientId clientId, Scope scope, String discloser, Designation designation, Aim aim, Term term, String revokeHow,
                      boolean mayPassOn, String refusalMeans, Signature signature, Instant recordedAt, String recordedBy, @Nullable ConsentId replaces,
                      @Nullable Instant replacedAt, List<Revocation> revocations, int version) {

    /** The age at which a client signs alone; 42 CFR 2.11 "minor" where a state names no other. */
    public static final int OF_AGE = 18;

    public enum State implements Worded {
        IN_FORCE("In force"), PARTLY("In force, in part taken back"), COMING("Not begun yet"), EXPIRED("Ended"), REVOKED("Taken back"), REPLACED("Replaced"),
        CAME_OF_AGE("Ended: the client is of age");

        private final String words;

        State(String words) { this.words = words; }

        @Override
        public String words() { return words; }

        public boolean holds() {
            return this == IN_FORCE || this == PARTLY;
        }
    }

    public State state(@Nullable LocalDate bornOn, LocalDate today) {
        if (revocations.stream().anyMatch(Revocation::whole)) {
            return State.REVOKED;
        }
        if (replacedAt != null) {
            return State.REPLACED;
        }
        if (term.over(today)) {
            return State.EXPIRED;
        }
        if (outgrown(bornOn, today)) {
            return State.CAME_OF_AGE;
        }
        return !term.begun(today) ? State.COMING : revocations.isEmpty() ? State.IN_FORCE : State.PARTLY;
    }

    /** Null when this consent lets one class of one part go by this release; else what stands against it. */
    @Nullable Why hindrance(Release release, Part part, DataClass dataClass, @Nullable LocalDate bornOn, LocalDate today) {
        if (!designation.means(release.recipient())) {
            return Why.NO_CONSENT;
        }
        if (!aim.means(release.purpose(), release.purposeWords())) {
            return Why.OTHER_PURPOSE;
        }
        if (!scope.parts().contains(part)) {
            return Why.PART_NOT_COVERED;
        }
        if (!scope.classes().contains(dataClass)) {
            return dataClass.apart() ? Why.APART : Why.CLASS_NOT_COVERED;
        }
        if (dataClass != DataClass.GENERAL && !signature.written()) {
            return Why.CLASS_NOT_COVERED;
        }
        if (revocations.stream().anyMatch(it -> it.touches(part, dataClass))) {
            return Why.REVOKED;
        }
        return switch (state(bornOn, today)) {
            case IN_FORCE, PARTLY -> null;
            case COMING -> Why.NOT_YET;
            case EXPIRED -> Why.EXPIRED;
            case REVOKED -> Why.REVOKED;
            case REPLACED -> Why.REPLACED;
            case CAME_OF_AGE -> Why.CAME_OF_AGE;
        };
    }

    /** A parent's consent ends when the client is of age and can sign; a guardian's does not. */
    private boolean outgrown(@Nullable LocalDate bornOn, LocalDate today) {
        return signature.signer() == Signature.Signer.PARENT && bornOn != null && !today.isBefore(bornOn.plusYears(OF_AGE));
    }

    /** Refuses one that no longer holds, and a revocation that takes nothing back. */
    void needsRevocable(Revocation revocation, @Nullable LocalDate bornOn, LocalDate today) {
        var state = state(bornOn, today);
        if (!state.holds() && state != State.COMING) {
            throw Refused.conflict("This consent holds no longer: {state}.", state);
        }
        if (!revocation.whole() && revocation.classes().isEmpty() && revocation.parts().isEmpty()) {
            throw Refused.invalid("Choose what is taken back.").at("whole");
        }
    }

    public String path() {
        return "/clients/" + clientId.text() + "/consents/" + id.text();
    }
}
