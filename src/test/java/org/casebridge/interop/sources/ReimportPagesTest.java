package org.casebridge.interop.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.clients.Client;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.ContactPoint;
import org.casebridge.directory.AddService;
import org.casebridge.directory.SavePlace;
import org.casebridge.directory.SaveService;
import org.casebridge.directory.Services;
import org.casebridge.interop.fhir.ClientImport;
import org.casebridge.interop.fhir.ClientReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A file brought in again after both it and the record changed. */
@PageTest
class ReimportPagesTest {

    @Autowired ClientImport imports;
    @Autowired Clients clients;
    @Autowired Services services;
    @Autowired Town town;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transactions;
    @TempDir Path folder;

    private final String system = "test-" + UUID.randomUUID();

    private ClientReport patient(String family, String phone, String street, String more) throws IOException {
        Files.writeString(folder.resolve("people.json"), """
                {"resourceType": "Patient", "id": "p", "gender": "female", "birthDate": "1979-03-14", "name": [{"family": "%s", "given": ["Adaeze"]}],
                 "telecom": [{"system": "phone", "value": "%s"}], "address": [{"line": ["%s"], "city": "Salem", "state": "MA", "postalCode": "01970"%s}]}
                """.formatted(family, phone, street, more));
        return bring();
    }

    private ClientReport csv(String text) throws IOException {
        Files.writeString(folder.resolve("people.csv"), text);
        return bring();
    }

    private ClientReport bring() {
        var report = Actor.machine().act(() -> imports.bring(folder, system, _ -> { }));
        assertThat(report.problems()).isEmpty();
        return report;
    }

    private ClientId id() {
        return town.ines().act(() -> clients.findBySource(system + " Patient/p").or(() -> clients.findBySource(system + " 7"))).orElseThrow();
    }

    private Client client() {
        return town.ines().act(() -> clients.get(id()));
    }

    private String path() {
        return "/clients/" + id().text();
    }

    /** The number is made another one here. */
    private void editPhone(String number) {
        var before = client();
        town.ines().act(() -> clients.reach(before.id(), before.version(), before.contact(), List.of(ContactPoint.phone(number, ContactPoint.Usage.HOME)), before.addresses()));
    }

    private List<String> phones() {
        return client().points().stream().map(ContactPoint::value).toList();
    }

    @Test
    void what_the_source_changed_is_taken_over_and_twice_the_same_changes_nothing() throws IOException {
        patient("Okafor", "555-0101", "1 Main St", "");
        var again = patient("Okafor", "555-0101", "1 Main St", "");
        assertThat(List.of(again.added(), again.updated(), again.unchanged(), again.kept(), again.history())).containsExactly(0, 0, 1, 0, 0);
        int version = client().version();

        var changed = patient("Okafor Bell", "555-0101", "2 Elm St", "");
        assertThat(changed.sentence()).isEqualTo("0 new clients, 1 updated, 0 unchanged, 0 kept because edited here; 1 new line of history.");
        assertThat(client().name()).isEqualTo("Adaeze Okafor Bell");
        assertThat(client().addresses()).extracting(it -> it.street()).containsExactly("2 Elm St");
        assertThat(client().version()).isGreaterThan(version);
        assertThat(town.get(town.vera(), path())).bodyText().contains("Brought up to date from people.json");
        assertThat(patient("Okafor Bell", "555-0101", "2 Elm St", "").unchanged()).isEqualTo(1);
    }

    @Test
    void what_was_edited_here_is_kept_shown_and_decided() throws IOException {
        patient("Okafor", "555-0101", "1 Main St", "");
        editPhone("555-0142");
        var report = patient("Okafor Bell", "555-0199", "1 Main St", "");

        assertThat(report.sentence()).startsWith("0 new clients, 1 updated, 0 unchanged, 1 kept because edited here");
        assertThat(phones()).containsExactly("555-0142");
        assertThat(client().name()).isEqualTo("Adaeze Okafor Bell");
        assertThat(town.get(town.ines(), path())).bodyText().contains("One thing was edited here and differs from what the source now says.");
        assertThat(town.get(town.ines(), path() + "/differences")).bodyText().contains("Phones and e-mail", "555-0142", "555-0199");
        assertThat(patient("Okafor Bell", "555-0199", "1 Main St", "").unchanged()).isEqualTo(1);

        assertThat(town.post(town.ines(), path() + "/differences/POINTS/taking")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(phones()).containsExactly("555-0142", "555-0199");
        assertThat(town.get(town.ines(), path() + "/differences")).bodyText().contains("Everything is as the source says it, or was decided.");
        assertThat(town.post(town.ines(), path() + "/differences/POINTS/taking")).hasStatus(HttpStatus.CONFLICT).bodyText().contains("This was decided already.");
    }

    @Test
    void ours_may_be_kept_until_the_source_changes_again() throws IOException {
        patient("Okafor", "555-0101", "1 Main St", "");
        editPhone("555-0142");
        patient("Okafor", "555-0199", "1 Main St", "");
        assertThat(town.post(town.ines(), path() + "/differences/POINTS/keeping")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(patient("Okafor", "555-0199", "1 Main St", "").kept()).isZero();
        assertThat(town.get(town.ines(), path())).bodyText().doesNotContain("The source says otherwise");

        assertThat(patient("Okafor", "555-0177", "1 Main St", "").kept()).isEqualTo(1);
        assertThat(phones()).containsExactly("555-0142");
    }

    @Test
    void what_was_added_here_stays_beside_what_the_source_changes() throws IOException {
        patient("Okafor", "555-0101", "1 Main St", "");
        var before = client();
        town.ines().act(() -> clients.reach(before.id(), before.version(), before.contact(), List.of(before.points().getFirst(), ContactPoint.email("ada@example.org")), before.addresses()));

        assertThat(patient("Okafor", "555-0199", "1 Main St", "").kept()).isZero();
        assertThat(phones()).containsExactly("555-0199", "ada@example.org");
    }

    @Test
    void a_line_of_a_table_that_leaves_something_blank_takes_nothing_away() throws IOException {
        csv("id,first name,last name,birth date,phone\n7,Mae,Lowell,1961-05-04,555-0133\n");
        var report = csv("id,first name,last name,birth date,phone\n7,Mae,Lowell-Reed,1961-05-04,\n");

        assertThat(List.of(report.updated(), report.kept())).containsExactly(1, 0);
        assertThat(client().name()).isEqualTo("Mae Lowell-Reed");
        assertThat(phones()).containsExactly("555-0133");
        assertThat(client().about().bornOn()).isEqualTo(LocalDate.of(1961, 5, 4));
    }

    @Test
    void what_came_in_before_sources_were_remembered_is_not_overwritten() throws IOException {
        patient("Okafor", "555-0101", "1 Main St", "");
        forget();
        var same = patient("Okafor", "555-0101", "1 Main St", "");
        assertThat(List.of(same.updated(), same.unchanged(), same.kept())).containsExactly(0, 1, 0);
        forget();
        assertThat(patient("Okafor", "555-0102", "1 Main St", "").kept()).isEqualTo(1);
        assertThat(phones()).containsExactly("555-0101");
    }

    private void forget() {
        town.ines().run(() -> transactions.executeWithoutResult(_ -> db.sql("delete from interop.source_record where client_id = ?").param(id().value()).update()));
    }

    @Test
    void what_a_source_said_is_kept_sealed() throws IOException {
        patient("Okafor", "555-0101", "77 Hidden Lane", "");
        byte[] told = town.ines().act(() -> transactions.execute(_ -> db.sql("select told from interop.source_record where client_id = ?").param(id().value()).query(byte[].class).single()));
        assertThat(new String(told, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain("Hidden").doesNotContain("Okafor");
    }

    @Test
    void where_an_address_is_on_the_map_is_kept_and_services_are_found_from_there() throws IOException {
        var mark = "Zg" + UUID.randomUUID().toString().substring(0, 8);
        var far = new SavePlace(SavePlace.Kind.PHYSICAL, null, "1 Far Rd", null, "Farville", "MA", "01999", new java.math.BigDecimal("43.52"), new java.math.BigDecimal("-70.89"), null, null, null, null, null);
        var near = new SavePlace(SavePlace.Kind.PHYSICAL, null, "1 Near Rd", null, "Salem", "MA", "01970", new java.math.BigDecimal("42.53"), new java.math.BigDecimal("-70.89"), null, null, null, null, null);
        town.vera().run(() -> {
            services.add(new AddService("House " + mark, SaveService.named("A far one", null, null), far));
            services.add(new AddService("House " + mark, SaveService.named("The near one", null, null), near));
        });
        patient("Okafor", "555-0101", "1 Main St", "");
        assertThat(town.get(town.ines(), path() + "/referrals/new?words=" + mark)).bodyText().doesNotContain("miles away");

        var place = ", \"extension\": [{\"url\": \"http://hl7.org/fhir/StructureDefinition/geolocation\", \"extension\": [{\"url\": \"latitude\", \"valueDecimal\": 42.52}, {\"url\": \"longitude\", \"valueDecimal\": -70.89}]}]";
        assertThat(patient("Okafor", "555-0101", "1 Main St", place).updated()).isEqualTo(1);

        assertThat(client().addresses().getFirst().latitude()).isEqualTo(42.52);
        var page = town.get(town.ines(), path() + "/referrals/new?words=" + mark);
        assertThat(page).bodyText().contains("0.7 miles away", "69.1 miles away", "Nearest to where the client lives first");
        assertThat(page).bodyText().containsSubsequence("The near one", "A far one");
        var before = client();
        assertThat(town.post(town.ines(), path() + "/person/how", "version", String.valueOf(before.version()), "how.places[0].kind", "HOME", "how.places[0].street", "1 Main St",
                "how.places[0].city", "Salem", "how.places[0].region", "MA", "how.places[0].postalCode", "01970", "how.places[0].words", "Ring twice")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(client().addresses().getFirst().longitude()).isEqualTo(-70.89);
    }

    @Test
    void who_cannot_reach_the_client_or_may_not_change_them_decides_nothing() throws IOException {
        patient("Okafor", "555-0101", "1 Main St", "");
        editPhone("555-0142");
        patient("Okafor", "555-0199", "1 Main St", "");

        assertThat(town.get(town.sam(), path() + "/differences")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(town.post(town.sam(), path() + "/differences/POINTS/taking")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(town.post(town.priya(), path() + "/differences/POINTS/taking")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(phones()).containsExactly("555-0142");
    }
}
