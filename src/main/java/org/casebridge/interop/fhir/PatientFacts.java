package org.casebridge.interop.fhir;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.casebridge.clients.Sex;
import org.casebridge.kernel.Sentence;
import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/** What a Patient says for which a client's record has no field of its own: told in the story, so that nothing of the file is lost. */
final class PatientFacts {

    private PatientFacts() {}

    static @Nullable Sentence of(Patient patient) {
        var facts = new ArrayList<Sentence>();
        var marital = Histories.name(patient.getMaritalStatus());
        if (!marital.isEmpty()) {
            facts.add(Sentence.of("marital status: {status}", marital));
        }
        var born = patient.getExtensionByUrl("http://hl7.org/fhir/StructureDefinition/patient-birthPlace");
        if (born != null && born.getValue() instanceof Address place) {
            facts.add(Sentence.of("born in {place}", java.util.stream.Stream.of(place.getCity(), place.getState(), place.getCountry())
                    .filter(it -> it != null && !it.isBlank()).collect(Collectors.joining(", "))));
        }
        var mother = Patients.words(Patients.extension(patient, "http://hl7.org/fhir/StructureDefinition/patient-mothersMaidenName"));
        if (!mother.isEmpty()) {
            facts.add(Sentence.of("mother's maiden name: {name}", mother));
        }
        var sex = Patients.words(Patients.extension(patient, "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex"));
        if (!sex.isEmpty()) {
            facts.add(Sentence.of("sex at birth: {sex}", sex.equals("F") ? Sex.FEMALE : sex.equals("M") ? Sex.MALE : sex));
        }
        return Histories.joined(facts.toArray(Sentence[]::new));
    }
}
