package org.casebridge.consent;

import static org.casebridge.consent.DataClass.DV_LOCATION;
import static org.casebridge.consent.DataClass.GENERAL;
import static org.casebridge.consent.DataClass.HIV;
import static org.casebridge.consent.DataClass.PART2;
import static org.casebridge.consent.DataClass.SUD_NOTES;
import static org.casebridge.consent.DataClass.THERAPY_NOTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebridge.clients.ClientId;
import org.jspecify.annotations.Nullable;

/** The states of a consent that the matrix is about, each made the way a worker would: recorded, taken back, replaced. */
record MatrixState(String name, @Nullable LocalDate bornOn, Recipient.Standing standing, Purpose purpose, Making making) {

    interface Making {
        void make(Consents consents, ClientId client, String recipient);
    }

    private static final LocalDate TODAY = ConsentExamples.TODAY;
    private static final Set<Part> ALL = Set.copyOf(Part.ofRecord());

    static List<MatrixState> all() {
        return List.of(
                of("none", (_, _, _) -> { }),
                new MatrixState("treating", null, Recipient.Standing.PROVIDER, Purpose.TREATMENT, (consents, client, _) -> consents.record(client, treating())),
                new MatrixState("treating but no provider", null, Recipient.Standing.OTHER, Purpose.TREATMENT, (consents, client, _) -> consents.record(client, treating())),
                of("scoped", (consents, client, to) -> consents.record(client, said(to, Set.of(GENERAL, PART2)))),
                of("general only", (consents, client, to) -> consents.record(client, said(to, Set.of(GENERAL)))),
                of("spoken", (consents, client, to) -> consents.record(client, signed(said(to, Set.of(GENERAL)), Signature.Kind.VERBAL, Signature.Signer.CLIENT, "", "", TODAY))),
                of("other purpose", (consents, client, to) -> consents.record(client, aimed(said(to, Set.of(GENERAL, PART2)), Purpose.PAYMENT))),
                of("other recipient", (consents, client, to) -> consents.record(client, said(to + " Annex", Set.of(GENERAL, PART2)))),
                of("other part", (consents, client, to) -> consents.record(client, parted(said(to, Set.of(GENERAL, PART2)), Set.of(Part.PLAN)))),
                of("expired", (consents, client, to) -> consents.record(client, lasting(said(to, Set.of(GENERAL, PART2)), TODAY.minusYears(1), TODAY.minusDays(1), ""))),
                of("event came", (consents, client, to) -> consents.happened(client, consents.record(client, lasting(said(to, Set.of(GENERAL, PART2)), TODAY.minusYears(1), null, "I move")).id(), TODAY)),
                of("revoked", (consents, client, to) -> back(consents, client, consents.record(client, said(to, Set.of(GENERAL, PART2))), true, null)),
                of("partly revoked", (consents, client, to) -> back(consents, client, consents.record(client, said(to, Set.of(GENERAL, PART2))), false, PART2)),
                of("replaced by a narrower", (consents, client, to) -> {
                    var old = consents.record(client, said(to, Set.of(GENERAL, PART2)));
                    var it = said(to, Set.of(GENERAL));
                    consents.record(client, new NewConsent(it.scope(), it.discloser(), it.designation(), it.aim(), it.term(), it.revokeHow(), it.mayPassOn(), it.refusalMeans(), it.signature(), old.id()));
                }),
                of("future", (consents, client, to) -> consents.record(client, lasting(said(to, Set.of(GENERAL, PART2)), TODAY.plusDays(1), TODAY.plusYears(1), ""))),
                new MatrixState("minor", TODAY.minusYears(16), Recipient.Standing.OTHER, Purpose.SERVICES, (consents, client, to) ->
                        consents.record(client, signed(said(to, Set.of(GENERAL, PART2)), Signature.Kind.TYPED, Signature.Signer.MINOR, "", "A Parent", TODAY))),
                new MatrixState("parent of one now of age", TODAY.minusYears(18), Recipient.Standing.OTHER, Purpose.SERVICES, (consents, client, to) -> consents.record(client,
                        lasting(signed(said(to, Set.of(GENERAL)), Signature.Kind.TYPED, Signature.Signer.PARENT, "mother", "", TODAY.minusYears(1)), TODAY.minusYears(1), TODAY.plusYears(1), ""))),
                of("guardian", (consents, client, to) -> consents.record(client, signed(said(to, Set.of(GENERAL, PART2, DV_LOCATION, HIV)), Signature.Kind.PAPER, Signature.Signer.GUARDIAN,
                        "Order of the probate court", "", TODAY))),
                of("counseling notes", (consents, client, to) -> consents.record(client, said(to, Set.of(SUD_NOTES)))),
                of("therapy notes", (consents, client, to) -> consents.record(client, said(to, Set.of(THERAPY_NOTES)))));
    }

    /** By way and state, the classes that may leave. */
    static Map<String, Set<DataClass>> expected() throws IOException {
        var expected = new LinkedHashMap<String, Set<DataClass>>();
        for (var line : Files.readAllLines(Path.of("src/test/resources/consent-matrix.csv"))) {
            var cells = line.split(",");
            if (!line.startsWith("#") && !line.startsWith("way,")) {
                var leaving = EnumSet.noneOf(DataClass.class);
                for (var one : DataClass.values()) {
                    if (cells[2 + one.ordinal()].equals("yes")) {
                        leaving.add(one);
                    }
                }
                expected.put(cells[0] + " " + cells[1], leaving);
            }
        }
        return expected;
    }

    private static MatrixState of(String name, Making making) {
        return new MatrixState(name, null, Recipient.Standing.OTHER, Purpose.SERVICES, making);
    }

    private static NewConsent said(String recipient, Set<DataClass> classes) {
        return ConsentExamples.consent(recipient, classes, Purpose.SERVICES);
    }

    private static NewConsent treating() {
        var it = ConsentExamples.consent("-", Set.of(GENERAL, PART2, HIV), Purpose.TREATMENT, Purpose.PAYMENT, Purpose.OPERATIONS);
        return new NewConsent(it.scope(), it.discloser(), new Designation(Designation.Kind.TREATING, null, Designation.TREATING, "", false, ""), it.aim(),
                new Term(TODAY, null, "", null, true), it.revokeHow(), true, it.refusalMeans(), it.signature(), null);
    }

    private static NewConsent parted(NewConsent it, Set<Part> parts) {
        return new NewConsent(new Scope(it.scope().classes(), parts, "x"), it.discloser(), it.designation(), it.aim(), it.term(), it.revokeHow(), it.mayPassOn(), it.refusalMeans(), it.signature(), null);
    }

    private static NewConsent aimed(NewConsent it, Purpose purpose) {
        return new NewConsent(it.scope(), it.discloser(), it.designation(), new Aim(Set.of(purpose), ""), it.term(), it.revokeHow(), it.mayPassOn(), it.refusalMeans(), it.signature(), null);
    }

    private static NewConsent lasting(NewConsent it, LocalDate from, @Nullable LocalDate to, String event) {
        var was = it.signature();
        var on = from.isAfter(TODAY) ? TODAY : from;
        return new NewConsent(it.scope(), it.discloser(), it.designation(), it.aim(), new Term(from, to, event, null, false), it.revokeHow(), it.mayPassOn(), it.refusalMeans(),
                new Signature(was.kind(), was.strokes(), was.paperKept(), was.witness(), was.signer(), was.signedBy(), was.authority(), was.minorAlone(), was.alsoSigned(), on, "en", ""), null);
    }

    private static NewConsent signed(NewConsent it, Signature.Kind kind, Signature.Signer signer, String authority, String also, LocalDate on) {
        return new NewConsent(it.scope(), it.discloser(), it.designation(), it.aim(), it.term(), it.revokeHow(), it.mayPassOn(), it.refusalMeans(),
                new Signature(kind, "", "in the safe", "A Witness", signer, "The Signer", authority, false, also, on, "en", ""), null);
    }

    private static void back(Consents consents, ClientId client, Consent consent, boolean whole, @Nullable DataClass only) {
        consents.revoke(client, consent.id(), new RevokeConsent(whole, only == null ? null : List.of(only), null, "The client", Revocation.How.SPOKEN, null));
    }

    static Set<Part> all(Part... one) {
        return one.length == 0 ? ALL : Set.of(one);
    }
}
