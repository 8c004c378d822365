package org.casebridge.interop.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.casebridge.consent.DataClass;
import org.casebridge.consent.Envelope;
import org.casebridge.consent.Piece;
import org.casebridge.consent.Released;
import org.casebridge.consent.ScopeWords;
import org.casebridge.consent.Way;
import org.casebridge.web.Say;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.utilities.xhtml.NodeType;
import org.hl7.fhir.utilities.xhtml.XhtmlNode;
import org.springframework.stereotype.Component;

/**
 * A release as a FHIR R4 document (hl7.org/fhir/R4/documents.html): who it is about, and each part of it as a section of words. Security labels say what guards it
 * (terminology.hl7.org/CodeSystem/v3-ActCode), and the notice of 42 CFR 2.32 is a section of its own.
 */
@Component
class BundleEnvelope implements Envelope {

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private static final class Context {
        static final FhirContext R4 = FhirContext.forR4();
    }

    @Override
    public Way way() { return Way.FHIR; }

    @Override
    public String type() { return "application/fhir+json;charset=utf-8"; }

    @Override
    public String ending() { return "json"; }

    @Override
    public byte[] write(List<Released> parts) {
        var released = Released.whole(parts);
        var bundle = new Bundle();
        bundle.setType(Bundle.BundleType.DOCUMENT).setTimestamp(Date.from(released.at())).getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + released.id().text());
        label(bundle.getMeta(), released);
        var patient = new Patient();
        patient.addName().setText(released.name());
        var author = new Organization().setName(released.consents().isEmpty() ? "Casebridge" : released.consents().getFirst().discloser());
        var subject = "urn:uuid:" + released.client().text();
        var writer = "urn:uuid:" + org.casebridge.kernel.Id.fresh();
        bundle.addEntry().setFullUrl("urn:uuid:" + org.casebridge.kernel.Id.fresh()).setResource(composition(released, subject, writer));
        bundle.addEntry().setFullUrl(subject).setResource(patient);
        bundle.addEntry().setFullUrl(writer).setResource(author);
        return Context.R4.newJsonParser().setPrettyPrint(true).encodeResourceToString(bundle).getBytes(StandardCharsets.UTF_8);
    }

    private static Composition composition(Released released, String subject, String author) {
        var document = new Composition();
        document.setStatus(Composition.CompositionStatus.FINAL).setDate(Date.from(released.at())).setTitle(Say.say("From the record of {name}", released.name()));
        document.setType(new CodeableConcept().setText(Say.say("From the record of {name}", released.name()))).setSubject(new Reference(subject)).addAuthor(new Reference(author));
        label(document.getMeta(), released);
        if (released.part2()) {
            section(document, Say.say("Notice"), List.of(Released.NOTICE));
        }
        if (!released.consents().isEmpty()) {
            section(document, Say.say("Scope of the consent"), released.consents().stream().map(ScopeWords::of).toList());
        }
        released.byPart().forEach((part, pieces) -> section(document, Say.say(part), pieces.stream().map(BundleEnvelope::words).toList()));
        return document;
    }

    private static void section(Composition document, String title, List<String> paragraphs) {
        var div = new XhtmlNode(NodeType.Element, "div");
        div.setAttribute("xmlns", XhtmlNode.XMLNS);
        paragraphs.forEach(it -> div.addTag("p").addText(it));
        var text = new Narrative();
        text.setStatus(Narrative.NarrativeStatus.GENERATED);
        text.setDiv(div);
        document.addSection().setTitle(title).setText(text);
    }

    private static String words(Piece piece) {
        return (piece.on() == null ? "" : piece.on().atStartOfDay().atOffset(ZoneOffset.UTC).toLocalDate() + " · ") + piece.title()
                + (piece.lines().isEmpty() ? "" : ": " + String.join(" · ", piece.lines()));
    }

    private static void label(Meta meta, Released released) {
        released.pieces().stream().flatMap(it -> it.classes().stream()).distinct().sorted().forEach(it -> {
            switch (it) {
                case GENERAL -> { }
                case PART2 -> meta.addSecurity(ACT_CODE, "42CFRPart2", null);
                case SUD_NOTES -> meta.addSecurity(ACT_CODE, "SUD", null);
                case DV_LOCATION -> meta.addSecurity(ACT_CODE, "DV", null);
                case HIV -> meta.addSecurity(ACT_CODE, "HIV", null);
                case THERAPY_NOTES -> meta.addSecurity(ACT_CODE, "PSYTHPN", null);
            }
        });
        if (released.pieces().stream().anyMatch(it -> !it.classes().contains(DataClass.GENERAL))) {
            meta.addSecurity("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "R", null);
        }
    }
}
