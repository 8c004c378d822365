package org.casebridge.interop.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.clients.Client;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.Identifier;
import org.casebridge.clients.Interpreter;
import org.casebridge.clients.NameUse;
import org.casebridge.clients.PersonName;
import org.casebridge.clients.Race;
import org.casebridge.clients.Sex;
import org.casebridge.clients.Support;
import org.casebridge.clients.Supports;
import org.casebridge.console.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class ClientImportTest {

    @Autowired ClientImport imports;
    @Autowired Clients clients;
    @Autowired Supports supports;
    @Autowired Town town;
    @TempDir Path folder;

    /** The system of this test's own, so that its Patient/1 is nobody else's. */
    private final String system = "test-" + UUID.randomUUID();

    private ClientReport bring() {
        return Actor.machine().act(() -> imports.bring(folder, system, _ -> { }));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static List<String> said(ClientReport report) {
        return report.problems().stream().map(Problem::toString).toList();
    }

    private ClientId find(String key) {
        return town.ines().act(() -> clients.findBySource(system + " " + key)).orElseThrow();
    }

    private Client client(String key) {
        return town.ines().act(() -> clients.get(find(key)));
    }

    private boolean there(String key) {
        return town.ines().act(() -> clients.findBySource(system + " " + key)).isPresent();
    }

    private static String patient(String id, String more) {
        return "{\"resourceType\": \"Patient\", \"id\": \"" + id + "\", \"name\": [{\"family\": \"Okafor\", \"given\": [\"Adaeze\"]}]" + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    private static String condition(String id, String subject) {
        return "{\"resourceType\": \"Condition\", \"id\": \"" + id + "\", \"code\": {\"text\": \"Asthma (disorder)\"}, \"onsetDateTime\": \"2024-05-01\", \"subject\": {\"reference\": \"" + subject + "\"}}";
    }

    @Test
    void a_patient_comes_in_with_everything_us_core_says_of_them() throws IOException {
        write("one.json", """
                {"resourceType": "Patient", "id": "p", "gender": "female", "birthDate": "1979-03-14", "deceasedDateTime": "2025-02-03T10:00:00-05:00",
                 "extension": [
                  {"url": "http://hl7.org/fhir/us/core/StructureDefinition/us-core-race", "extension": [
                    {"url": "ombCategory", "valueCoding": {"system": "urn:oid:2.16.840.1.113883.6.238", "code": "2106-3", "display": "White"}},
                    {"url": "ombCategory", "valueCoding": {"system": "urn:oid:2.16.840.1.113883.6.238", "code": "2028-9", "display": "Asian"}},
                    {"url": "detailed", "valueCoding": {"system": "urn:oid:2.16.840.1.113883.6.238", "code": "2034-7", "display": "Chinese"}},
                    {"url": "text", "valueString": "Mixed"}]},
                  {"url": "http://hl7.org/fhir/us/core/StructureDefinition/us-core-ethnicity", "extension": [
                    {"url": "ombCategory", "valueCoding": {"system": "urn:oid:2.16.840.1.113883.6.238", "code": "2135-2", "display": "Hispanic or Latino"}},
                    {"url": "text", "valueString": "Hispanic or Latino"}]},
                  {"url": "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex", "valueCode": "F"},
                  {"url": "http://hl7.org/fhir/us/core/StructureDefinition/us-core-genderIdentity", "valueCodeableConcept": {"text": "Transgender woman"}},
                  {"url": "http://hl7.org/fhir/StructureDefinition/individual-pronouns", "extension": [{"url": "value", "valueCodeableConcept": {"text": "she/her"}}]},
                  {"url": "http://hl7.org/fhir/us/core/StructureDefinition/us-core-interpreter-needed", "valueCoding": {"system": "http://snomed.info/sct", "code": "373066001"}}],
                 "name": [{"use": "official", "family": "Okafor", "given": ["Adaeze", "Rose"], "suffix": ["Jr."]}, {"use": "maiden", "family": "Eze", "given": ["Adaeze"]},
                          {"use": "old", "family": "Smith", "given": ["A"], "period": {"end": "2010-01-01"}}, {"use": "usual", "given": ["Ada"]}],
                 "telecom": [{"system": "phone", "use": "mobile", "value": "(510) 555-0123"}, {"system": "email", "value": "ada@example.org"}, {"system": "phone", "use": "old", "value": "555-0000"}],
                 "address": [{"use": "home", "line": ["12 Elm St", "Apt 3"], "city": "Oakland", "state": "CA", "postalCode": "94601", "country": "US"}],
                 "communication": [{"language": {"coding": [{"system": "urn:ietf:bcp:47", "code": "en-US"}]}}, {"preferred": true, "language": {"coding": [{"system": "urn:ietf:bcp:47", "code": "es"}]}}],
                 "identifier": [{"type": {"coding": [{"code": "SS"}]}, "system": "http://hl7.org/fhir/sid/us-ssn", "value": "999-12-3456"}, {"system": "http://hl7.org/fhir/sid/us-medicaid", "value": "M1"}],
                 "maritalStatus": {"text": "Married"},
                 "contact": [{"relationship": [{"text": "Brother"}], "name": {"family": "Okafor", "given": ["Emeka"]}, "telecom": [{"system": "phone", "value": "510-555-0199"}]}],
                 "text": {"status": "generated", "div": "<div xmlns=\\"http://www.w3.org/1999/xhtml\\"><script>alert(1)</script></div>"}}
                """);

        var report = bring();

        assertThat(said(report)).isEmpty();
        assertThat(report.added()).isEqualTo(1);
        var ada = client("Patient/p");
        assertThat(ada.names()).extracting(PersonName::usage).containsExactly(NameUse.LEGAL, NameUse.BIRTH, NameUse.FORMER, NameUse.PREFERRED);
        assertThat(ada.names().getFirst().whole()).isEqualTo("Adaeze Rose Okafor Jr.");
        assertThat(ada.about().bornOn()).isEqualTo(LocalDate.of(1979, 3, 14));
        assertThat(ada.about().sex()).isEqualTo(Sex.FEMALE);
        assertThat(ada.about().gender()).isEqualTo("Transgender woman");
        assertThat(ada.about().pronouns()).isEqualTo("she/her");
        assertThat(ada.about().languages()).containsExactly("es", "en");
        assertThat(ada.about().interpreter()).isEqualTo(Interpreter.SPOKEN);
        assertThat(ada.about().races()).containsExactly(Race.WHITE, Race.ASIAN, Race.HISPANIC_OR_LATINO);
        assertThat(ada.about().ethnicity()).isEqualTo("Chinese");
        assertThat(ada.about().deceasedOn()).isEqualTo(LocalDate.of(2025, 2, 3));
        assertThat(ada.points()).extracting(it -> it.value()).containsExactly("(510) 555-0123", "ada@example.org");
        assertThat(ada.addresses()).singleElement().satisfies(it -> assertThat(it.shown()).isEqualTo("12 Elm St, Apt 3, Oakland, CA 94601"));
        assertThat(ada.identifiers()).extracting(Identifier::kind).containsExactly(Identifier.Kind.SSN, Identifier.Kind.MEDICAID);
        assertThat(town.ines().act(() -> supports.of(ada.id()))).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("Emeka Okafor");
            assertThat(it.relation()).isEqualTo(Support.Relation.SIBLING);
            assertThat(it.phone()).isEqualTo("510-555-0199");
            assertThat(it.permissions()).isEmpty();
        });
        assertThat(town.get(town.vera(), "/clients/" + ada.id().text())).bodyText()
                .contains("Record brought in from one.json", "marital status: Married", "sex at birth: Female").doesNotContain("<script>alert");
    }

    @Test
    void what_others_recorded_becomes_the_story_in_the_readers_language() throws IOException {
        write("all.json", "{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [" + String.join(",",
                "{\"resource\": " + condition("c", "urn:uuid:0a0a0a0a-0000-4000-8000-00000000000a") + "}",
                "{\"fullUrl\": \"urn:uuid:0a0a0a0a-0000-4000-8000-00000000000a\", \"resource\": " + patient("p", "") + "}",
                "{\"resource\": {\"resourceType\": \"MedicationRequest\", \"id\": \"m\", \"status\": \"active\", \"intent\": \"order\", \"medicationCodeableConcept\": {\"text\": \"Metformin 500 mg\"}, \"subject\": {\"reference\": \"Patient/p\"}, \"authoredOn\": \"2024-06-01\", \"requester\": {\"display\": \"Dr. Shah\"}, \"dosageInstruction\": [{\"text\": \"Twice a day.\"}]}}",
                "{\"resource\": {\"resourceType\": \"CarePlan\", \"id\": \"l\", \"status\": \"active\", \"intent\": \"plan\", \"title\": \"Diabetes care\", \"subject\": {\"reference\": \"Patient/p\"}, \"activity\": [{\"detail\": {\"status\": \"in-progress\", \"code\": {\"text\": \"Diet\"}}}]}}",
                "{\"resource\": {\"resourceType\": \"CareTeam\", \"id\": \"t\", \"subject\": {\"reference\": \"Patient/p\"}, \"participant\": [{\"member\": {\"display\": \"Dr. Shah\"}}]}}",
                "{\"resource\": {\"resourceType\": \"Encounter\", \"id\": \"e\", \"status\": \"finished\", \"class\": {\"code\": \"AMB\"}, \"type\": [{\"text\": \"Check-up\"}], \"subject\": {\"reference\": \"Patient/p\"}, \"period\": {\"start\": \"2024-06-01T10:00:00Z\"}, \"serviceProvider\": {\"display\": \"East Clinic\"}}}",
                "{\"resource\": {\"resourceType\": \"Observation\", \"id\": \"o\", \"status\": \"final\", \"category\": [{\"coding\": [{\"code\": \"survey\"}]}], \"code\": {\"text\": \"PHQ-9 total\"}, \"valueQuantity\": {\"value\": 16.0, \"unit\": \"{score}\"}, \"effectiveDateTime\": \"2024-06-01\", \"subject\": {\"reference\": \"Patient/p\"}}}",
                "{\"resource\": {\"resourceType\": \"Observation\", \"id\": \"lab\", \"status\": \"final\", \"category\": [{\"coding\": [{\"code\": \"laboratory\"}]}], \"code\": {\"text\": \"Glucose\"}, \"subject\": {\"reference\": \"Patient/p\"}}}")
                + "]}");

        var report = bring();

        assertThat(said(report)).isEmpty();
        assertThat(report.history()).isEqualTo(7);
        assertThat(report.passedOver()).containsEntry("Observation", 1);
        var path = "/clients/" + find("Patient/p").text();
        assertThat(town.get(town.vera(), path)).bodyText().contains("Condition: Asthma", "1 May 2024", "Medication: Metformin 500 mg", "active · Twice a day. · prescribed by Dr. Shah",
                "Care plan of another agency: Diabetes care", "Diet", "Care team of another agency: Dr. Shah", "Visit: Check-up", "at East Clinic", "PHQ-9 total: 16").doesNotContain("Glucose", "(disorder)");
        assertThat(town.get(town.rosa(), path)).hasStatus(404);
    }

    @Test
    void a_folder_of_ndjson_comes_in_patients_first_and_twice_changes_nothing() throws IOException {
        write("A-conditions.ndjson", condition("c1", "Patient/a") + "\n" + condition("c2", "Patient/b") + "\n\n");
        try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("patients.ndjson.gz")))) {
            out.write((patient("a", "") + "\n" + patient("b", "")).getBytes(StandardCharsets.UTF_8));
        }
        var first = bring();
        var again = bring();

        assertThat(said(first)).isEmpty();
        assertThat(List.of(first.added(), first.unchanged(), first.history())).containsExactly(2, 0, 4);
        assertThat(List.of(again.added(), again.unchanged(), again.history())).containsExactly(0, 2, 0);
    }

    @Test
    void history_that_comes_later_finds_who_came_before() throws IOException {
        write("p.json", patient("a", ""));
        bring();
        Files.delete(folder.resolve("p.json"));
        write("c.json", condition("c1", "https://ehr.example.org/fhir/Patient/a/_history/3"));

        assertThat(said(bring())).isEmpty();
        assertThat(town.get(town.vera(), "/clients/" + find("Patient/a").text())).bodyText().contains("Condition: Asthma");
    }

    @Test
    void one_wrong_line_keeps_the_whole_file_out_and_each_wrong_line_is_told() throws IOException {
        write("bad.ndjson", String.join("\n", patient("good", ""), "{\"resourceType\": \"Patient\",", patient("feb", "\"birthDate\": \"1980-02-31\""), patient("good", "\"gender\": \"male\""),
                "{\"resourceType\": \"Patent\", \"id\": \"x\"}", "{\"resourceType\": \"Patient\", \"id\": \"noname\"}", patient("nul", "\"gender\": \"\\u0000\""), condition("c", "Patient/ghost"),
                "[1, 2]", "{\"id\": \"y\"}", patient("tomorrow", "\"birthDate\": \"2999-01-01\""), "{\"a\":".repeat(70) + "1" + "}".repeat(70), patient("sex", "\"gender\": \"banana\"")));
        write("good.ndjson", patient("other", ""));

        var report = bring();

        assertThat(said(report)).contains("bad.ndjson:4: “good” is in this file twice: first in line 1.", "bad.ndjson:5: “Patent” is no resource of FHIR R4.",
                        "bad.ndjson:7: This resource holds a NUL character, which no text may hold.",
                        "bad.ndjson:8: This is about “Patient/ghost”, who is neither in this folder nor on record.",
                        "bad.ndjson:9: This is no FHIR resource: it must be a JSON object with a resourceType.", "bad.ndjson:10: This is no FHIR resource: it has no resourceType.",
                        "bad.ndjson:12: This is nested more than 64 levels deep.")
                .anyMatch(it -> it.startsWith("bad.ndjson:2: This is not valid JSON")).anyMatch(it -> it.startsWith("bad.ndjson:3: This Patient cannot be read") && it.contains("1980-02-31"))
                .anyMatch(it -> it.startsWith("bad.ndjson:6:") && it.contains("name")).anyMatch(it -> it.startsWith("bad.ndjson:11:") && it.contains("future"))
                .anyMatch(it -> it.startsWith("bad.ndjson:13: This Patient cannot be read") && it.contains("banana"))
                .noneMatch(it -> it.contains("Exception") || it.contains("HAPI") || it.contains("\tat "));
        assertThat(there("Patient/good")).isFalse();
        assertThat(there("Patient/other")).isTrue();
        assertThat(report.files()).extracting(it -> it.added()).containsExactly(0, 1);
    }

    @Test
    void a_resource_far_too_large_is_told_and_not_read() throws IOException {
        write("big.ndjson", patient("big", "\"language\": \"" + "x".repeat(10_000_000) + "\"") + "\n" + patient("small", ""));

        assertThat(said(bring())).containsExactly("big.ndjson:1: A value here is larger than 5 MB.");
        assertThat(there("Patient/small")).isFalse();
    }

    @Test
    void files_that_are_no_text_are_told() throws IOException {
        Files.write(folder.resolve("a.json"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});
        Files.write(folder.resolve("b.json"), new byte[0]);
        Files.write(folder.resolve("c.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1, 2});

        assertThat(said(bring())).hasSize(3).anyMatch(it -> it.startsWith("a.json: This gzip file is damaged")).anyMatch(it -> it.equals("b.json: This file is empty."))
                .anyMatch(it -> it.startsWith("c.json:1: This is not valid JSON"));
    }

    @Test
    void csv_comes_in_by_its_headings_in_english_and_in_spanish() throws IOException {
        write("people.csv", "Last Name,First Name,DOB,Cell Phone,E-mail,Preferred Language,ID,Shoe size\nO'Brien,Jane,3/14/1979,510-555-0123,jane@example.org,Spanish,17,39\nNguyen,,,,,,18,\n");
        Files.write(folder.resolve("personas.csv"), "\uFEFFnombre;apellidos;fecha de nacimiento;teléfono;código postal;número\nPeña;García López;03/04/1980;510-555-0124;94601;21\n".getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("western.csv"), "nombre completo,dirección,expediente\n\"Muñoz, José\",Calle Ñ 5,31\n".getBytes(StandardCharsets.ISO_8859_1));

        var report = bring();

        assertThat(said(report)).isEmpty();
        assertThat(report.added()).isEqualTo(4);
        assertThat(report.remarks()).containsExactly("people.csv: the column “Shoe size” was not read");
        assertThat(client("17").name()).isEqualTo("Jane O'Brien");
        assertThat(client("17").about().bornOn()).isEqualTo(LocalDate.of(1979, 3, 14));
        assertThat(client("17").about().languages()).containsExactly("es");
        assertThat(client("18").name()).isEqualTo("Nguyen");
        assertThat(client("21").name()).isEqualTo("Peña García López");
        assertThat(client("21").about().bornOn()).isEqualTo(LocalDate.of(1980, 4, 3));
        assertThat(client("31").name()).isEqualTo("José Muñoz");
        assertThat(client("31").addresses().getFirst().street()).isEqualTo("Calle Ñ 5");
        assertThat(bring().added()).isZero();
    }

    @Test
    void wrong_csv_is_told_with_its_line_and_keeps_the_file_out() throws IOException {
        write("a.csv", "name,birth date,email,id\nAnn Lee,1980-02-31,ann@example.org,1\nBob Ray,1980-01-01,nobody,2\nCy Dow,,,1\n,,,4\nDee Fox,1980-01-01\nEve Gay,,,5,6\n");
        write("b.csv", "colour,size\nred,5\n");
        write("c.csv", "name\n\"Ann\n");
        write("d.csv", "name,id\nAnn Lee,9\n");

        assertThat(said(bring())).contains("a.csv:6: This row has 2 fields, but the header has 4 columns.", "a.csv:7: This row has 5 fields, but the header has 4 columns.",
                "b.csv:1: There is no column with a name. Call one “name”, or two “first name” and “last name” (“nombre”, “apellidos”).",
                "c.csv:2: A quotation mark is opened in this row and never closed.");
        write("a.csv", "name,birth date,email,id\nAnn Lee,1980-02-31,ann@example.org,1\nBob Ray,1980-01-01,nobody,2\nCy Dow,,,1\n,,,4\n");
        assertThat(said(bring())).contains("a.csv:2: “1980-02-31” is no date that exists. Write birth dates like 1980-03-14.", "a.csv:3: “nobody” is no e-mail address.",
                "a.csv:4: “1” is in this file twice: first in line 2.").anyMatch(it -> it.startsWith("a.csv:5:"));
        assertThat(there("2")).isFalse();
        assertThat(there("9")).isTrue();
    }

    @Test
    void a_folder_without_clients_is_told() throws IOException {
        write("notes.txt", "hello");

        assertThat(said(bring())).singleElement().asString().contains("There are no clients here");
    }

    @Test
    void two_systems_patient_one_are_two_people() throws IOException {
        write("p.json", patient("1", ""));
        bring();
        var other = Actor.machine().act(() -> imports.bring(folder, "other-" + system, _ -> { }));

        assertThat(other.added()).isEqualTo(1);
    }
}
