package org.casebridge.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.TestData;
import org.casebridge.Town;
import org.casebridge.directory.Directory;
import org.casebridge.directory.Entry;
import org.casebridge.directory.Entry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the public interface answers is HSDS 3.1, by the standard's own schemas. */
@PageTest
class PublicDirectoryTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired Town town;
    @Autowired Directory directory;
    @Autowired MockMvcTester browser;

    private final String source = "public " + UUID.randomUUID();
    private final String mark = "Zv" + UUID.randomUUID().toString().substring(0, 8);

    private void bring() {
        var service = new HashMap<String, Object>(Map.of("organization_id", "o", "program_id", "p", "name", "Clinic " + mark, "status", "active", "minimum_age", "18", "email", "ask@example.org",
                "assured_date", "2026-01-02", "url", "https://example.org/clinic"));
        service.put("phones", List.of(Map.of("number", "555-0100", "extension", "12"), Map.of("number", "555-0101", "extension", "front desk")));
        service.put("schedules", List.of(Map.of("freq", "DAILY", "opens_at", "09:00", "closes_at", "17:00"), Map.of("freq", "YEARLY", "closed", true, "valid_from", "2026-12-25", "valid_to", "2026-12-25")));
        service.put("capacities", List.of(Map.of("unit", "beds", "available", "3", "maximum", "10", "updated", "2026-11-30T10:00Z"), Map.of("unit", "chairs")));
        service.put("languages", List.of(Map.of("name", "Spanish", "code", "es")));
        service.put("cost_options", List.of(Map.of("option", "visit", "amount", "5.50", "currency", "USD")));
        service.put("required_documents", List.of(Map.of("document", "Photo ID")));
        service.put("contacts", List.of(Map.of("name", "Ann", "phones", List.of(Map.of("number", "555-0102")))));
        service.put("attributes", List.of(Map.of("taxonomy_term_id", "t"), Map.of("label", "Walk-in")));
        town.vera().act(() -> directory.bring(source, List.of(
                new Entry(Kind.TAXONOMY, "x", Map.of("name", "Needs " + mark)),
                new Entry(Kind.TAXONOMY_TERM, "t", Map.of("name", "Dental " + mark, "taxonomy_id", "x")),
                new Entry(Kind.ORGANIZATION, "o", Map.of("name", "Harbor " + mark, "year_incorporated", "1999", "organization_identifiers", List.of(Map.of("identifier", "12-345")))),
                new Entry(Kind.PROGRAM, "p", Map.of("name", "Care " + mark, "organization_id", "o")),
                new Entry(Kind.LOCATION, "l", Map.of("organization_id", "o", "location_type", "physical", "name", "House", "latitude", "42.65", "longitude", "-73.75",
                        "addresses", List.of(Map.of("address_1", "1 Main St", "city", "Albany", "postal_code", "zv-" + mark)), "accessibility", List.of(Map.of("description", "Ramp")))),
                new Entry(Kind.SERVICE, "s", service),
                new Entry(Kind.SERVICE, "closed", Map.of("organization_id", "o", "name", "Gym " + mark, "status", "defunct")),
                new Entry(Kind.SERVICE_AT_LOCATION, "sl", Map.of("service_id", "s", "location_id", "l")))));
    }

    /** As somebody who is not signed in. */
    private JsonNode ask(String path) throws IOException {
        var answer = browser.get().uri(path).exchange();
        assertThat(answer).as(path).hasStatusOk().headers().hasValue("Access-Control-Allow-Origin", "*");
        return JSON.readTree(answer.getResponse().getContentAsString());
    }

    private List<String> names(String path) throws IOException {
        return ask(path).path("contents").valueStream().map(it -> it.path("name").asString()).toList();
    }

    @Test
    void every_answer_validates_against_the_schemas_of_hsds() throws IOException {
        var folder = TestData.folder("hsds-3.1-spec/schema").toAbsolutePath();
        bring();
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, it -> it.schemas((String iri) -> iri.startsWith("file:") ? read(iri) : null));
        var paths = Map.of("services", "service.json", "organizations", "organization.json", "service_at_locations", "service_at_location.json", "taxonomies", "taxonomy.json", "taxonomy_terms", "taxonomy_term.json");
        for (var path : paths.entrySet()) {
            var search = path.getKey().equals("service_at_locations") ? "?search=" + mark : "?search=" + mark;
            var list = ask("/hsds/" + path.getKey() + search);
            assertThat(list.path("contents").size()).as(path.getKey()).isPositive();
            var flat = Path.of(folder.toString(), "compiled", path.getValue().replace(".json", "_list.json"));
            var whole = schema(registry, folder.resolve(path.getValue()));
            for (var one : list.path("contents")) {
                assertThat(schema(registry, Files.exists(flat) ? flat : folder.resolve(path.getValue())).validate(one)).as(one.toString()).isEmpty();
                var full = ask("/hsds/" + path.getKey() + "/" + one.path("id").asString());
                assertThat(whole.validate(full, it -> it.executionConfig(config -> config.formatAssertionsEnabled(true)))).as(full.toString()).isEmpty();
            }
            for (var one : ask("/hsds/" + path.getKey() + search + "&full=true").path("contents")) {
                assertThat(whole.validate(one)).as(one.toString()).isEmpty();
            }
        }
        assertThat(whole(registry, folder).validate(JSON.readTree("{\"id\": \"x\"}"))).as("the schemas can be failed").isNotEmpty();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(java.net.URI.create(file)));
        } catch (IOException absent) {
            throw new java.io.UncheckedIOException(absent);
        }
    }

    private static Schema whole(SchemaRegistry registry, Path folder) {
        return schema(registry, folder.resolve("service.json"));
    }

    private static Schema schema(SchemaRegistry registry, Path file) {
        return registry.getSchema(SchemaLocation.of(file.toUri().toString()));
    }

    @Test
    void services_are_listed_in_pages_and_found_by_each_filter_and_by_all_together() throws IOException {
        bring();
        var all = "/hsds/services?search=" + mark;
        var page = ask(all + "&per_page=1");
        assertThat(List.of(page.path("total_items").asInt(), page.path("total_pages").asInt(), page.path("size").asInt())).containsExactly(2, 2, 1);
        assertThat(List.of(page.path("first_page").asBoolean(), page.path("last_page").asBoolean())).containsExactly(true, false);
        assertThat(ask(all + "&per_page=1&page=3").path("empty").asBoolean()).isTrue();

        var clinic = ask(all).path("contents").valueStream().filter(it -> it.path("name").asString().startsWith("Clinic")).findFirst().orElseThrow();
        var organization = clinic.path("organization").path("id").asString();
        var full = ask("/hsds/services/" + clinic.path("id").asString());
        var term = full.path("attributes").get(0).path("taxonomy_term_id").asString();
        assertThat(names("/hsds/services?organization_id=" + organization)).containsExactlyInAnyOrder("Clinic " + mark, "Gym " + mark);
        assertThat(names("/hsds/services?organization_id=" + organization + "&taxonomy_term_id=" + term)).containsExactly("Clinic " + mark);
        assertThat(names(all + "&modified_after=2100-01-01")).isEmpty();
        assertThat(names(all + "&modified_after=2001-01-01T00:00:00Z")).hasSize(2);
        assertThat(ask(all + "&minimal=true").path("contents").get(0).propertyNames()).containsExactly("id", "name", "status", "last_modified");
        assertThat(full.path("schedules").get(0).path("byday").asString()).isEqualTo("MO,TU,WE,TH,FR,SA,SU");
        assertThat(full.path("capacities").size()).as("a capacity without a number says nothing").isEqualTo(1);
        assertThat(full.path("phones").get(1).path("description").asString()).isEqualTo("ext. front desk");
        assertThat(full.path("service_at_locations").get(0).path("location").path("name").asString()).isEqualTo("House");
        assertThat(ask("/hsds/service_at_locations?postcode=zv-" + mark).path("total_items").asInt()).isEqualTo(1);
        assertThat(ask("/hsds/service_at_locations?proximity=500&postcode=zv-" + mark + "&search=" + mark).path("total_items").asInt()).isEqualTo(1);
        assertThat(ask("/hsds").path("version").asString()).isEqualTo("3.1");
    }

    @Test
    void what_cannot_be_read_is_refused_in_a_sentence_and_nothing_can_be_written() {
        for (var wrong : List.of("page=0", "per_page=100000", "page=abc", "taxonomy_term_id=1", "modified_after=yesterday", "proximity=5", "format=xml")) {
            assertThat(browser.get().uri("/hsds/services?" + wrong)).as(wrong).hasStatus(400).bodyText().contains("error");
        }
        assertThat(browser.get().uri("/hsds/services/" + UUID.randomUUID())).hasStatus(404);
        assertThat(browser.get().uri("/hsds/services/x")).hasStatus(404);
        assertThat(browser.get().uri("/hsds/people")).hasStatus(404);
        assertThat(browser.post().uri("/hsds/services")).hasStatus3xxRedirection();
    }

    @Autowired DirectoryExport export;
    @org.junit.jupiter.api.io.TempDir Path folder;

    @Test
    void the_whole_directory_is_written_as_json_and_as_tables_that_refer_to_each_other() throws IOException {
        bring();

        int objects = org.casebridge.access.Actor.machine().act(() -> export.json(folder));
        var services = JSON.readTree(Files.readString(folder.resolve("services.json")));
        assertThat(objects).isGreaterThan(5);
        assertThat(services.valueStream().filter(it -> it.path("name").asString().equals("Clinic " + mark)).findFirst().orElseThrow().path("phones").size()).isEqualTo(2);

        var tables = Files.createDirectory(folder.resolve("csv"));
        org.casebridge.access.Actor.machine().act(() -> export.csv(tables));
        var clinic = Files.readAllLines(tables.resolve("services.csv")).stream().filter(it -> it.contains("Clinic " + mark)).toList();
        assertThat(clinic).hasSize(1);
        var id = clinic.getFirst().split(",")[0];
        assertThat(Files.readAllLines(tables.resolve("phones.csv")).getFirst()).contains("service_id");
        assertThat(Files.readAllLines(tables.resolve("phones.csv")).stream().filter(it -> it.contains(id))).hasSize(2);
        assertThat(Files.readAllLines(tables.resolve("service_at_location.csv")).stream().filter(it -> it.contains(id))).hasSize(1);
        assertThat(Files.readAllLines(tables.resolve("organizations.csv")).stream().filter(it -> it.contains("Harbor " + mark))).hasSize(1);
    }
}
