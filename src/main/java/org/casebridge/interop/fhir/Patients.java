package org.casebridge.interop.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.casebridge.clients.About;
import org.casebridge.clients.Address;
import org.casebridge.clients.ContactPoint;
import org.casebridge.clients.Identifier;
import org.casebridge.clients.Interpreter;
import org.casebridge.clients.Languages;
import org.casebridge.clients.NameUse;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.clients.Race;
import org.casebridge.clients.SafeContact;
import org.casebridge.clients.Sex;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointUse;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** A FHIR Patient as a new client: hl7.org/fhir/R4/patient.html and hl7.org/fhir/us/core/StructureDefinition-us-core-patient.html. */
final class Patients {

    private static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/";
    private static final String CORE = "http://hl7.org/fhir/StructureDefinition/";

    private Patients() {}

    static NewClient client(Patient patient, String source) {
        return new NewClient(names(patient), about(patient), SafeContact.unknown(), points(patient), addresses(patient), identifiers(patient), source);
    }

    private static List<PersonName> names(Patient patient) {
        var names = new ArrayList<PersonName>();
        for (var name : patient.getName()) {
            var given = name.getGiven().stream().map(StringType::getValue).filter(it -> it != null && !it.isBlank()).collect(Collectors.joining(" "));
            var family = text(name.getFamily());
            var written = given.isEmpty() && family.isEmpty() ? text(name.getText()) : "";
            var suffix = name.getSuffix().stream().map(StringType::getValue).filter(it -> it != null).collect(Collectors.joining(" "));
            var until = name.hasPeriod() ? day(name.getPeriod().getEndElement()) : null;
            var read = new PersonName(use(name, names), given, family, suffix, written, until);
            if (!read.blank()) {
                names.add(read);
            }
        }
        return names;
    }

    private static NameUse use(HumanName name, List<PersonName> before) {
        return switch (name.getUse()) {
            case OFFICIAL -> NameUse.LEGAL;
            case USUAL, NICKNAME -> NameUse.PREFERRED;
            case MAIDEN -> NameUse.BIRTH;
            case OLD -> NameUse.FORMER;
            case null -> before.stream().noneMatch(it -> it.usage() == NameUse.LEGAL) ? NameUse.LEGAL : NameUse.ALIAS;
            default -> NameUse.ALIAS;
        };
    }

    private static About about(Patient patient) {
        var born = patient.getBirthDateElement();
        var precision = born.getValueAsString() == null ? 10 : born.getValueAsString().length();
        var deceased = patient.getDeceased() instanceof DateTimeType at ? day(at) : null;
        boolean died = deceased != null || patient.hasDeceasedBooleanType() && patient.getDeceasedBooleanType().booleanValue() || patient.hasDeceasedDateTimeType();
        return new About(day(born), precision < 10, sex(patient), words(extension(patient, US_CORE + "us-core-genderIdentity", CORE + "individual-genderIdentity", CORE + "patient-genderIdentity")),
                words(extension(patient, CORE + "individual-pronouns", US_CORE + "us-core-pronouns")), languages(patient), interpreter(patient), races(patient), ethnicity(patient), "", died, deceased);
    }

    /** Administrative gender, or else the sex extension of US Core, or the sex at birth. */
    private static @Nullable Sex sex(Patient patient) {
        var gender = patient.getGender();
        if (gender != null) {
            switch (gender) {
                case FEMALE: return Sex.FEMALE;
                case MALE: return Sex.MALE;
                case OTHER: return Sex.ANOTHER;
                default: break;
            }
        }
        var sex = extension(patient, US_CORE + "us-core-sex", US_CORE + "us-core-birthsex");
        var code = sex == null || sex.getValue() == null ? "" : sex.getValue() instanceof Coding coding ? text(coding.getCode()) : text(sex.getValue().primitiveValue());
        return switch (code) {
            case "F", "female", "248152002" -> Sex.FEMALE;
            case "M", "male", "248153007" -> Sex.MALE;
            case "" -> gender == null ? null : Sex.UNKNOWN;
            default -> Sex.UNKNOWN;
        };
    }

    /** The preferred one first. */
    private static List<String> languages(Patient patient) {
        return patient.getCommunication().stream().sorted((a, b) -> Boolean.compare(b.getPreferred(), a.getPreferred()))
                .map(it -> it.getLanguage().getCoding().stream().map(Coding::getCode).filter(code -> code != null).findFirst().orElse(""))
                .map(it -> Locale.forLanguageTag(it.replace('_', '-')).getLanguage()).filter(Languages::known).distinct().toList();
    }

    private static @Nullable Interpreter interpreter(Patient patient) {
        var needed = extension(patient, US_CORE + "us-core-interpreter-needed", CORE + "patient-interpreterRequired");
        if (needed == null || needed.getValue() == null) {
            return null;
        }
        var said = needed.getValue() instanceof Coding coding ? text(coding.getCode()) : text(needed.getValue().primitiveValue());
        return switch (said) {
            case "373066001", "true", "yes" -> Interpreter.SPOKEN;
            case "373067005", "false", "no" -> Interpreter.NOT_NEEDED;
            default -> null;
        };
    }

    /** OMB categories of race and ethnicity: CDC Race and Ethnicity code system. */
    private static List<Race> races(Patient patient) {
        var races = new ArrayList<Race>();
        for (var url : List.of("us-core-race", "us-core-ethnicity")) {
            var extension = patient.getExtensionByUrl(US_CORE + url);
            for (var part : extension == null ? List.<Extension>of() : extension.getExtensionsByUrl("ombCategory")) {
                var race = part.getValue() instanceof Coding coding ? race(text(coding.getCode())) : null;
                if (race != null && !races.contains(race)) {
                    races.add(race);
                }
            }
        }
        return races;
    }

    private static @Nullable Race race(String code) {
        return switch (code) {
            case "1002-5" -> Race.AMERICAN_INDIAN_OR_ALASKA_NATIVE;
            case "2028-9" -> Race.ASIAN;
            case "2054-5" -> Race.BLACK_OR_AFRICAN_AMERICAN;
            case "2076-8" -> Race.NATIVE_HAWAIIAN_OR_PACIFIC_ISLANDER;
            case "2106-3" -> Race.WHITE;
            case "2118-8" -> Race.MIDDLE_EASTERN_OR_NORTH_AFRICAN;
            case "2135-2" -> Race.HISPANIC_OR_LATINO;
            case "ASKU" -> Race.PREFERS_NOT_TO_ANSWER;
            default -> null;
        };
    }

    /** The detail behind the categories, in the words of the file. */
    private static String ethnicity(Patient patient) {
        var words = new ArrayList<String>();
        for (var url : List.of("us-core-race", "us-core-ethnicity")) {
            var extension = patient.getExtensionByUrl(US_CORE + url);
            for (var part : extension == null ? List.<Extension>of() : extension.getExtensionsByUrl("detailed")) {
                if (part.getValue() instanceof Coding coding && coding.hasDisplay()) {
                    words.add(coding.getDisplay());
                }
            }
        }
        return String.join(", ", words);
    }

    private static List<ContactPoint> points(Patient patient) {
        var points = new ArrayList<ContactPoint>();
        for (var point : patient.getTelecom()) {
            var system = point.getSystem() == null ? "" : point.getSystem().toCode();
            if (!point.hasValue() || point.getValue().isBlank() || point.getUse() == ContactPointUse.OLD) {
                continue;
            }
            if (system.equals("email")) {
                points.add(ContactPoint.email(point.getValue()));
            } else if (system.equals("phone") || system.equals("sms") || system.isEmpty()) {
                points.add(ContactPoint.phone(point.getValue(), system.equals("sms") ? ContactPoint.Usage.MOBILE : switch (point.getUse()) {
                    case MOBILE -> ContactPoint.Usage.MOBILE;
                    case HOME -> ContactPoint.Usage.HOME;
                    case WORK -> ContactPoint.Usage.WORK;
                    case null, default -> ContactPoint.Usage.OTHER;
                }));
            }
        }
        return points;
    }

    private static List<Address> addresses(Patient patient) {
        var addresses = new ArrayList<Address>();
        for (var address : patient.getAddress()) {
            var kind = switch (address.getUse()) {
                case OLD -> Address.Kind.FORMER;
                case TEMP -> Address.Kind.TEMPORARY;
                case null, default -> address.getType() == org.hl7.fhir.r4.model.Address.AddressType.POSTAL ? Address.Kind.MAILING : Address.Kind.HOME;
            };
            var street = address.getLine().stream().map(StringType::getValue).filter(it -> it != null && !it.isBlank()).collect(Collectors.joining("\n"));
            var read = new Address(kind, street.isEmpty() && !address.hasCity() ? text(address.getText()) : street, text(address.getCity()), text(address.getState()),
                    text(address.getPostalCode()), text(address.getCountry()), "", false);
            if (!read.blank()) {
                var latitude = degrees(address, "latitude", 90);
                var longitude = degrees(address, "longitude", 180);
                addresses.add(latitude == null || longitude == null ? read : read.at(latitude, longitude));
            }
        }
        return addresses;
    }

    /** hl7.org/fhir/R4/extension-geolocation.html; null when it is not there or on no map. */
    private static @Nullable Double degrees(org.hl7.fhir.r4.model.Address address, String which, int most) {
        var place = address.getExtensionByUrl(CORE + "geolocation");
        var part = place == null ? null : place.getExtensionByUrl(which);
        var value = part == null || part.getValue() == null ? "" : text(part.getValue().primitiveValue());
        return !value.matches("[-+]?\\d{1,3}(\\.\\d+)?") || Math.abs(Double.parseDouble(value)) > most ? null : Double.valueOf(value);
    }

    /** The type's code (HL7 v2 table 0203) says the kind, or else the system's URI. */
    private static List<Identifier> identifiers(Patient patient) {
        var identifiers = new ArrayList<Identifier>();
        for (var identifier : patient.getIdentifier()) {
            if (identifier.hasValue() && !identifier.getValue().isBlank()) {
                var system = text(identifier.getSystem());
                var value = identifier.getValue().strip();
                identifiers.add(switch (identifier.getType().getCodingFirstRep().getCode()) {
                    case "SS" -> new Identifier(Identifier.Kind.SSN, system, value);
                    case "DL" -> new Identifier(Identifier.Kind.DRIVER_LICENSE, system, value);
                    case "PPN" -> new Identifier(Identifier.Kind.PASSPORT, system, value);
                    case "MR", "PI", "PT" -> new Identifier(Identifier.Kind.MEDICAL_RECORD, system, value);
                    case "MA" -> new Identifier(Identifier.Kind.MEDICAID, system, value);
                    case "MC" -> new Identifier(Identifier.Kind.MEDICARE, system, value);
                    case null, default -> Identifier.of(system, value);
                });
            }
        }
        return identifiers;
    }

    static @Nullable Extension extension(Patient patient, String... urls) {
        for (var url : urls) {
            if (patient.getExtensionByUrl(url) != null) {
                return patient.getExtensionByUrl(url);
            }
        }
        return null;
    }

    /** A concept's text, or its first display; also when it stands within the extension as {@code value}. */
    static String words(@Nullable Extension extension) {
        if (extension == null) {
            return "";
        }
        var value = extension.getValue() != null ? extension.getValue() : extension.getExtensionByUrl("value") == null ? null : extension.getExtensionByUrl("value").getValue();
        return value instanceof CodeableConcept concept ? Histories.name(concept) : value instanceof Coding coding ? text(coding.getDisplay()) : value == null ? "" : text(value.primitiveValue());
    }

    /** A year or a month alone is its first day. */
    static @Nullable LocalDate day(@Nullable BaseDateTimeType at) {
        return day((org.hl7.fhir.r4.model.PrimitiveType<?>) at);
    }

    private static @Nullable LocalDate day(org.hl7.fhir.r4.model.@Nullable PrimitiveType<?> at) {
        var text = at == null ? null : at.getValueAsString();
        if (text == null || text.isBlank()) {
            return null;
        }
        return LocalDate.parse(text.length() >= 10 ? text.substring(0, 10) : text.length() == 7 ? text + "-01" : text + "-01-01");
    }

    /** A day without a time is its noon, so that it is the same day in every time zone of the country. */
    static @Nullable Instant moment(@Nullable BaseDateTimeType at) {
        if (at == null || at.getValue() == null) {
            return null;
        }
        var day = day(at);
        return at.getValueAsString().length() > 10 ? at.getValue().toInstant() : day == null ? null : day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
