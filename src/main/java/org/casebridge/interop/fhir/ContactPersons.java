package org.casebridge.interop.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Support;
import org.casebridge.clients.SupportId;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Patient.ContactComponent;

/** The contact persons of a Patient as support persons. The file grants them nothing: what may be shared with them is for the client to say. */
final class ContactPersons {

    private ContactPersons() {}

    static List<Support> of(Patient patient, ClientId client) {
        var supports = new ArrayList<Support>();
        for (var contact : patient.getContact()) {
            var name = contact.getName().hasText() ? contact.getName().getText() : contact.getName().getNameAsSingleString();
            var whole = Patients.text(name).isEmpty() ? Patients.text(contact.getOrganization().getDisplay()) : Patients.text(name);
            if (!whole.isEmpty()) {
                var words = contact.getRelationship().stream().map(Histories::name).filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
                supports.add(new Support(SupportId.next(), client, whole, relation(contact), codes(contact).contains("c") ? List.of(Support.Role.EMERGENCY) : List.of(), List.of(),
                        reached(contact, "phone"), reached(contact, "email"), "", null, null, words, null, 0));
            }
        }
        return supports;
    }

    /** HL7 v3 RoleCode (hl7.org/fhir/v3/RoleCode) and what people write. */
    private static Support.Relation relation(ContactComponent contact) {
        for (var code : codes(contact)) {
            switch (code) {
                case "sps", "husb", "wife", "domprt", "spouse", "partner", "husband", "wife (spouse)": return Support.Relation.PARTNER;
                case "prn", "mth", "fth", "mother", "father", "parent": return Support.Relation.PARENT;
                case "child", "son", "dau", "daughter", "chldinlaw": return Support.Relation.CHILD;
                case "sib", "bro", "sis", "brother", "sister", "sibling": return Support.Relation.SIBLING;
                case "frnd", "friend": return Support.Relation.FRIEND;
                case "nbor", "neighbor", "neighbour": return Support.Relation.NEIGHBOR;
                case "ext", "fammemb", "grprn", "aunt", "uncle", "cousin", "n": return Support.Relation.OTHER_RELATIVE;
                default: break;
            }
        }
        return Support.Relation.OTHER;
    }

    private static List<String> codes(ContactComponent contact) {
        var codes = new ArrayList<String>();
        contact.getRelationship().forEach(it -> {
            it.getCoding().forEach(coding -> codes.add(Patients.text(coding.getCode()).toLowerCase(Locale.ROOT)));
            codes.add(Histories.name(it).toLowerCase(Locale.ROOT));
        });
        return codes;
    }

    private static String reached(ContactComponent contact, String system) {
        return contact.getTelecom().stream().filter(it -> it.getSystem() != null && it.getSystem().toCode().equals(system)).map(it -> Patients.text(it.getValue()))
                .filter(it -> !it.isEmpty()).findFirst().orElse("");
    }
}
