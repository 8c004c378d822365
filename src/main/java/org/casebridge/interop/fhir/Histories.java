package org.casebridge.interop.fhir;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.casebridge.kernel.Sentence;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** What other systems recorded, as sentences of a client's story: conditions, medications, care plans and teams, visits, answers to questionnaires. */
final class Histories {

    static final Set<String> KINDS = Set.of("Condition", "MedicationRequest", "CarePlan", "CareTeam", "Encounter", "Observation");

    /** Classes of Encounter (HL7 v3 ActCode): in hospital, and in its emergency department. */
    private static final Set<String> STAYS = Set.of("IMP", "ACUTE", "NONAC", "OBSENC");
    private static final String EMERGENCY = "EMER";

    private static final int LONGEST = 1500;
    private static final Pattern SNOMED_KIND = Pattern.compile("\\s+\\((finding|disorder|procedure|situation|event|regime/therapy|observable entity|qualifier value|occupation|person)\\)$");

    /** One fact. {@code at} is null when the file gives no date. */
    record Told(Reference about, @Nullable Instant at, Sentence what, @Nullable Sentence why) {}

    private Histories() {}

    /** Empty for what is none of our business or was entered in error. */
    static Optional<Told> of(Resource resource) {
        return switch (resource) {
            case Condition condition -> condition(condition);
            case MedicationRequest medication -> medication(medication);
            case CarePlan plan -> plan(plan);
            case CareTeam team -> team(team);
            case Encounter visit -> visit(visit);
            case Observation answer -> survey(answer);
            default -> Optional.empty();
        };
    }

    private static Optional<Told> condition(Condition condition) {
        if (condition.getVerificationStatus().hasCoding("http://terminology.hl7.org/CodeSystem/condition-ver-status", "entered-in-error")) {
            return Optional.empty();
        }
        var onset = condition.getOnset() instanceof DateTimeType at ? Patients.moment(at) : condition.getOnset() instanceof Period period ? Patients.moment(period.getStartElement()) : null;
        var ended = condition.getAbatement() instanceof DateTimeType at ? Patients.day(at) : null;
        var status = code(condition.getClinicalStatus());
        var why = ended != null ? Sentence.of("ended on {day}", ended) : switch (status) {
            case "active" -> Sentence.of("active");
            case "recurrence", "relapse" -> Sentence.of("came back");
            case "inactive", "remission", "resolved" -> Sentence.of("no longer active");
            default -> null;
        };
        return Optional.of(new Told(condition.getSubject(), first(onset, Patients.moment(condition.getRecordedDateElement())), Sentence.of("Condition: {name}", name(condition.getCode())), why));
    }

    private static Optional<Told> medication(MedicationRequest request) {
        if (request.getStatus() == MedicationRequest.MedicationRequestStatus.ENTEREDINERROR) {
            return Optional.empty();
        }
        var name = request.getMedication() instanceof CodeableConcept concept ? name(concept) : request.getMedication() instanceof Reference reference ? reference(reference) : "";
        var dose = request.getDosageInstruction().stream().map(it -> Patients.text(it.getText())).filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
        var by = Patients.text(request.getRequester().getDisplay());
        var status = request.getStatus() == MedicationRequest.MedicationRequestStatus.ACTIVE ? Sentence.of("active")
                : request.getStatus() == MedicationRequest.MedicationRequestStatus.STOPPED || request.getStatus() == MedicationRequest.MedicationRequestStatus.CANCELLED ? Sentence.of("stopped")
                : request.getStatus() == MedicationRequest.MedicationRequestStatus.COMPLETED ? Sentence.of("completed") : null;
        return Optional.of(new Told(request.getSubject(), Patients.moment(request.getAuthoredOnElement()), Sentence.of("Medication: {name}", name),
                joined(status, dose.isEmpty() ? null : Sentence.of("{words}", dose), by.isEmpty() ? null : Sentence.of("prescribed by {name}", by))));
    }

    private static Optional<Told> plan(CarePlan plan) {
        if (plan.getStatus() == CarePlan.CarePlanStatus.ENTEREDINERROR) {
            return Optional.empty();
        }
        var name = plan.hasTitle() ? plan.getTitle() : plan.getCategory().stream().map(Histories::name).filter(it -> !it.isEmpty() && !it.equals("assess-plan")).findFirst()
                .orElse(Patients.text(plan.getDescription()));
        var steps = plan.getActivity().stream().map(it -> it.hasDetail() ? name(it.getDetail().getCode()) : "").filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
        var ended = Patients.day(plan.getPeriod().getEndElement());
        return Optional.of(new Told(plan.getSubject(), first(Patients.moment(plan.getPeriod().getStartElement()), Patients.moment(plan.getCreatedElement())),
                name.isEmpty() ? Sentence.of("Care plan of another agency") : Sentence.of("Care plan of another agency: {name}", name),
                joined(steps.isEmpty() ? null : Sentence.of("{words}", cut(steps)), ended == null ? null : Sentence.of("until {day}", ended))));
    }

    private static Optional<Told> team(CareTeam team) {
        if (team.getStatus() == CareTeam.CareTeamStatus.ENTEREDINERROR) {
            return Optional.empty();
        }
        var members = team.getParticipant().stream().filter(it -> !Patients.text(it.getMember().getReference()).startsWith("Patient"))
                .map(it -> Patients.text(it.getMember().getDisplay())).filter(it -> !it.isEmpty()).distinct().collect(Collectors.joining(", "));
        var reason = team.getReasonCode().stream().map(Histories::name).filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
        return Optional.of(new Told(team.getSubject(), Patients.moment(team.getPeriod().getStartElement()),
                members.isEmpty() ? Sentence.of("Care team of another agency") : Sentence.of("Care team of another agency: {names}", members),
                joined(reason.isEmpty() ? null : Sentence.of("for {reason}", reason), Patients.day(team.getPeriod().getEndElement()) == null ? null
                        : Sentence.of("until {day}", Patients.day(team.getPeriod().getEndElement())))));
    }

    private static Optional<Told> visit(Encounter visit) {
        if (visit.getStatus() == Encounter.EncounterStatus.ENTEREDINERROR) {
            return Optional.empty();
        }
        var name = visit.getType().stream().map(Histories::name).filter(it -> !it.isEmpty()).findFirst().orElse(Patients.text(visit.getClass_().getDisplay()));
        var place = Patients.text(visit.getServiceProvider().getDisplay());
        var reason = visit.getReasonCode().stream().map(Histories::name).filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
        var kind = Patients.text(visit.getClass_().getCode());
        var turn = STAYS.contains(kind) ? Sentence.of("Hospital stay") : kind.equals(EMERGENCY) ? Sentence.of("Emergency visit") : null;
        var what = turn != null ? turn : name.isEmpty() ? Sentence.of("Visit elsewhere") : Sentence.of("Visit: {name}", name);
        var where = joined(turn == null || name.isEmpty() ? null : Sentence.of("{words}", name), place.isEmpty() ? null : Sentence.of("at {place}", place));
        return Optional.of(new Told(visit.getSubject(), Patients.moment(visit.getPeriod().getStartElement()), what, joined(where, reason.isEmpty() ? null : Sentence.of("for {reason}", reason))));
    }

    /** Laboratory values and vital signs are left to the clinic; what people were asked belongs to the story. */
    private static Optional<Told> survey(Observation answer) {
        if (answer.getCategory().stream().flatMap(it -> it.getCoding().stream()).noneMatch(it -> "survey".equals(it.getCode())) || answer.getStatus() == Observation.ObservationStatus.ENTEREDINERROR) {
            return Optional.empty();
        }
        var at = answer.getEffective() instanceof DateTimeType moment ? Patients.moment(moment) : answer.getEffective() instanceof Period period ? Patients.moment(period.getStartElement()) : null;
        var value = value(answer.getValue());
        var answers = answer.getComponent().stream().map(it -> name(it.getCode()).replaceFirst("([^?])$", "$1:") + " " + value(it.getValue())).collect(Collectors.joining(" · "));
        return Optional.of(new Told(answer.getSubject(), first(at, answer.getIssued() == null ? null : answer.getIssued().toInstant()),
                value.isEmpty() ? Sentence.of("Asked: {name}", name(answer.getCode())) : Sentence.of("{name}: {value}", name(answer.getCode()), value),
                answers.isEmpty() ? null : Sentence.of("{words}", cut(answers))));
    }

    private static String value(@Nullable Type value) {
        return switch (value) {
            case null -> "";
            case Quantity quantity -> quantity.getValue() == null ? "" : quantity.getValue().stripTrailingZeros().toPlainString() + unit(quantity);
            case CodeableConcept concept -> name(concept);
            default -> value.isPrimitive() ? Patients.text(value.primitiveValue()) : "";
        };
    }

    private static String unit(Quantity quantity) {
        var unit = Patients.text(quantity.getUnit());
        return unit.isEmpty() || unit.startsWith("{") ? "" : " " + unit;
    }

    /** What people read: the text, or the first display, or the bare code; without the kind of concept that SNOMED CT names put behind. */
    static String name(CodeableConcept concept) {
        var words = concept.hasText() ? concept.getText()
                : concept.getCoding().stream().map(it -> it.hasDisplay() ? it.getDisplay() : Patients.text(it.getCode())).filter(it -> !it.isBlank()).findFirst().orElse("");
        return cut(SNOMED_KIND.matcher(words.strip()).replaceFirst(""));
    }

    private static String code(CodeableConcept concept) {
        return concept.getCoding().stream().map(Coding::getCode).filter(it -> it != null).findFirst().orElse("");
    }

    private static String reference(Reference reference) {
        return reference.hasDisplay() ? reference.getDisplay()
                : reference.getResource() instanceof org.hl7.fhir.r4.model.Medication medication ? name(medication.getCode()) : Patients.text(reference.getReference());
    }

    private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : one;
    }

    static @Nullable Sentence joined(@Nullable Sentence... parts) {
        Sentence whole = null;
        for (var part : parts) {
            whole = whole == null ? part : part == null ? whole : Sentence.of("{one} · {two}", whole, part);
        }
        return whole;
    }

    private static String cut(String words) {
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + " …";
    }
}
