package org.casebridge.consent;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one place that decides what may leave: a function of the piece, the release, the client's consents, their birth date and the day, and of nothing else.
 * Whatever no rule opens stays.
 */
public final class Rules {

    private Rules() {}

    public static Verdict decide(Piece piece, Release release, List<Consent> consents, @Nullable LocalDate bornOn, LocalDate today) {
        if (release.basis() == Basis.CLIENT != (release.recipient().kind() == Recipient.Kind.CLIENT)
                || piece.part().clientsOwn() && release.basis() != Basis.CLIENT) {
            return new Verdict.Stays(Why.NOT_BY_LAW);
        }
        return switch (release.basis()) {
            case CONSENT -> byConsent(piece, release, consents, bornOn, today);
            case CLIENT -> release.basis().opens(piece.needed()) ? new Verdict.Leaves(java.util.Set.of()) : new Verdict.Stays(Why.NOT_ASKED_FOR);
            case TPO -> release.basis().opens(piece.needed()) && Purpose.TPO.contains(release.purpose()) && release.recipient().standing() != Recipient.Standing.OTHER
                    ? new Verdict.Leaves(java.util.Set.of()) : new Verdict.Stays(Why.NOT_BY_LAW);
            default -> release.basis().opens(piece.needed()) && !release.authority().isBlank()
                    ? new Verdict.Leaves(java.util.Set.of()) : new Verdict.Stays(Why.NOT_BY_LAW);
        };
    }

    /** Each class the piece is guarded by needs a consent that covers it; one may cover several. */
    private static Verdict byConsent(Piece piece, Release release, List<Consent> consents, @Nullable LocalDate bornOn, LocalDate today) {
        var used = new HashSet<ConsentId>();
        for (var dataClass : piece.needed()) {
            var nearest = Why.NO_CONSENT;
            ConsentId found = null;
            for (var consent : consents) {
                var why = consent.hindrance(release, piece.part(), dataClass, bornOn, today);
                if (why == null) {
                    found = consent.id();
                    break;
                }
                nearest = why.ordinal() > nearest.ordinal() ? why : nearest;
            }
            if (found == null) {
                return new Verdict.Stays(nearest);
            }
            used.add(found);
        }
        return new Verdict.Leaves(java.util.Set.copyOf(used));
    }
}
