package org.casebridge.interop.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.TestData;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.codes.NeedCategory;
import org.casebridge.console.Problem;
import org.casebridge.directory.ServiceSearch;
import org.casebridge.directory.Services;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Directories that others published come in whole, or are refused with the reason for each line. */
@PageTest
class DirectoryDataTest {

    @Autowired DirectoryImport imports;
    @Autowired Services services;
    @Autowired Town town;

    private DirectoryReport bring(Path from) {
        return Actor.machine().act(() -> imports.bring(from, null, _ -> { }));
    }

    private static List<String> said(DirectoryReport report) {
        return report.problems().stream().map(Problem::toString).toList();
    }

    private static DirectoryReport.Part part(DirectoryReport report, String file) {
        return report.files().stream().filter(it -> it.file().equals(file)).findFirst().orElseThrow();
    }

    @Test
    void san_mateo_in_ohanas_csv_comes_in_whole_and_can_be_searched() {
        var folder = TestData.folder("hsds-ohana-sanmateo/data/sample-csv");
        var first = bring(folder);
        var again = bring(folder);

        assertThat(said(first)).isEmpty();
        // 8 organizations, 1 program, 22 locations, 23 services at 23 locations, 290 taxonomy terms
        assertThat(first.files()).singleElement().satisfies(it -> assertThat(List.of(it.organizations(), it.services(), it.locations())).containsExactly(8, 23, 22));
        assertThat(first.added() + first.changed() + first.unchanged()).isEqualTo(8 + 1 + 22 + 23 + 23 + 290);
        assertThat(List.of(again.added(), again.changed())).containsExactly(0, 0);
        var near = town.rosa().act(() -> services.search(ServiceSearch.by(NeedCategory.FOOD, null, "94403", 25)));
        assertThat(near.hindrance()).isNull();
        assertThat(near.lines()).extracting(it -> it.name()).contains("Fair Oaks Adult Activity Center");
        assertThat(near.lines()).extracting(it -> it.km()).isSorted();
    }

    @Test
    void what_the_transformer_puts_out_comes_in_and_what_it_takes_in_is_no_hsds() {
        var report = bring(TestData.folder("hsds-transformer-fixtures"));

        var output = part(report, "spec/fixtures/base_transformer/output/data");
        assertThat(List.of(output.organizations(), output.services(), output.locations(), output.refused())).containsExactly(5, 19, 19, 0);
        assertThat(said(report)).contains("spec/fixtures/base_transformer/input/services.csv:1: There is no column “organization_id”, which services have in HSDS.",
                "examples/florida_data/organizations.csv:1: There is no column “name”, which organizations have in HSDS.");
        // an excerpt: 340 services name organizations that are not in it, one more has no id
        assertThat(said(report)).filteredOn(it -> it.startsWith("spec/fixtures/custom/ilao/output/services.csv") && it.contains("there is no organization")).hasSize(340);
        assertThat(part(report, "spec/fixtures/custom/ilao/output").added()).isZero();
    }

    @Test
    void the_examples_of_the_specification_come_in_or_say_what_they_refer_to_in_vain() {
        var report = bring(TestData.folder("hsds-3.1-spec/examples"));

        assertThat(said(report)).containsExactly(
                "csv/service_capacity.csv:2: There is no service “f75b808e-7bdb-11ef-afaa-ab00a77dc5c4”, neither here nor in the directory.",
                "csv/attributes.csv:2: There is no service “f28dd44b-0c4d-479f-8e90-4c52219a8b3c”, neither here nor in the directory.",
                "base.json: This is no organization, service, location or taxonomy as HSDS describes them.",
                "tabular.json: at /attributes.csv/0: There is no service “f28dd44b-0c4d-479f-8e90-4c52219a8b3c”, neither here nor in the directory.");
        assertThat(report.files()).filteredOn(it -> it.refused() == 0).hasSize(11);
        assertThat(report.remarks()).contains("location.json: the coordinates 100, 101 are no place on earth and were left out");
        assertThat(bring(TestData.folder("hsds-3.1-spec/examples")).added()).isZero();
    }

    @Test
    void answers_that_the_british_validator_passes_come_in_and_those_it_fails_for_their_values_are_refused() {
        var mocks = TestData.folder("hsds-uk-validator-mocks/Mocks");
        var good = bring(mocks.resolve("V3.0-UK-Default"));
        var bad = bring(mocks.resolve("V3.0-UK-Fail"));

        assertThat(said(good)).allMatch(it -> it.startsWith("api_details.json") || it.startsWith("dashboard_"));
        assertThat(part(good, "organization_list.json").organizations()).isEqualTo(10);
        assertThat(said(bad)).contains(
                "service_full.json: url: “example/counselling” is no address on the web.",
                "service_full.json: email: “email-example_com” is no e-mail address.",
                "service_list.json: at /contents/0: There is no name, which services must have.",
                "taxonomy_term.json: term_uri: “example_com” is no URI.",
                "taxonomy_term_list.json: at /contents/0: parent_id: “0bc248fa-dc27-4650-9ba4-8f1a24ef16a2” is its own parent.");
    }

    @Test
    void a_schema_is_not_taken_for_a_directory() {
        var report = bring(TestData.folder("hsds-3.1-spec/schema"));

        assertThat(report.added()).isZero();
        assertThat(report.files()).isNotEmpty().allMatch(it -> it.refused() > 0);
    }
}
