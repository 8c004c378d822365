package org.casebridge.consent;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which elements a consent still lacks: those of 42 CFR 2.31 where substance use treatment records are in it, and of 45 CFR 164.508(c) always. */
final class Elements {

    private Elements() {}

    static Set<Element> missing(NewConsent it, @Nullable LocalDate bornOn) {
        var missing = EnumSet.noneOf(Element.class);
        var part2 = it.scope().part2();
        var classes = it.scope().classes();
        var purposes = it.aim().purposes();
        need(missing, Element.DISCLOSER, !it.discloser().isBlank());
        need(missing, Element.DESCRIPTION, !part2 || !it.scope().described().isBlank());
        need(missing, Element.RECIPIENT, !it.designation().name().isBlank());
        need(missing, Element.MEMBERS, !it.designation().intermediary() || !it.designation().members().isBlank());
        need(missing, Element.PASSING_ON, !part2 || !it.aim().anyTpo() || it.mayPassOn());
        need(missing, Element.PURPOSE, !purposes.isEmpty() && (!purposes.contains(Purpose.OTHER) || !it.aim().words().isBlank()));
        need(missing, Element.REVOKING, !it.revokeHow().isBlank());
        need(missing, Element.EXPIRY, it.term().expiresOn() != null || !it.term().expiresWhen().isBlank() || it.term().openEnded() && it.aim().onlyTpo());
        need(missing, Element.REFUSING, !part2 || !it.aim().anyTpo() || !it.refusalMeans().isBlank());
        need(missing, Element.NOTES_APART, !classes.contains(DataClass.SUD_NOTES) || classes.size() == 1);
        need(missing, Element.THERAPY_APART, !classes.contains(DataClass.THERAPY_NOTES) || classes.size() == 1);
        need(missing, Element.PROCEEDINGS_APART, !part2 || !purposes.contains(Purpose.LEGAL) || purposes.size() == 1);
        need(missing, Element.TREATING_ONLY, it.designation().kind() != Designation.Kind.TREATING || it.aim().onlyTpo());
        signature(missing, it, bornOn);
        return missing;
    }

    private static void signature(EnumSet<Element> missing, NewConsent it, @Nullable LocalDate bornOn) {
        var signature = it.signature();
        var general = it.scope().classes().equals(Set.of(DataClass.GENERAL));
        need(missing, Element.SIGNATURE, general || signature.written());
        need(missing, Element.SIGNER, !signature.signedBy().isBlank());
        need(missing, Element.AUTHORITY, !signature.signer().forAnother() || !signature.authority().isBlank());
        var minor = bornOn != null && signature.on().isBefore(bornOn.plusYears(Consent.OF_AGE));
        if (minor && it.scope().part2()) {
            need(missing, Element.MINOR, signature.signer() == Signature.Signer.MINOR && (signature.minorAlone() || !signature.alsoSigned().isBlank()));
        } else if (minor) {
            need(missing, Element.MINOR, signature.signer() != Signature.Signer.CLIENT
                    && (signature.signer() != Signature.Signer.MINOR || signature.minorAlone() || !signature.alsoSigned().isBlank()));
        } else {
            need(missing, Element.MINOR, bornOn == null || signature.signer() != Signature.Signer.MINOR);
        }
    }

    private static void need(EnumSet<Element> missing, Element element, boolean there) {
        if (!there) {
            missing.add(element);
        }
    }
}
