package org.casebridge.directory.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.casebridge.TestData;
import org.casebridge.console.Problem;
import org.casebridge.directory.hsds.Judge.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The judge of what directories publish agrees with those who labelled their answers. */
class CheckDirectoryTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"V3.0-UK-Default, PASSED", "V3.0-UK-Test, PASSED", "V3.0-UK-Warn, WARNED", "V3.0-UK-Fail, FAILED"})
    void the_labelled_answers_are_judged_as_labelled(String mock, Verdict label) {
        var problems = new ArrayList<Problem>();
        var report = CheckDirectory.check(TestData.folder("hsds-uk-validator-mocks/Mocks/" + mock), problems);

        assertThat(report.verdict()).as(problems.toString()).isEqualTo(label);
        assertThat(report.files()).hasSizeGreaterThan(8);
        assertThat(problems.isEmpty()).isEqualTo(label == Verdict.PASSED);
    }

    @Test
    void the_examples_of_the_standard_pass() {
        for (var name : java.util.List.of("service_full", "organization_full", "service_list", "service_at_location_full", "taxonomy_term_list", "base")) {
            var problems = new ArrayList<Problem>();
            assertThat(CheckDirectory.check(TestData.folder("hsds-3.1-spec/examples").resolve(name + ".json"), problems).verdict()).as(problems.toString()).isEqualTo(Verdict.PASSED);
        }
    }

    @Test
    void each_fault_is_told_with_its_place_and_garbage_is_refused_in_a_sentence() throws Exception {
        var problems = new ArrayList<Problem>();
        Files.writeString(folder.resolve("s.json"), "{\"id\": \"ac148810-d857-441c-9679-408f346de14b\", \"status\": \"open\", \"minimum_age\": \"12\", \"phones\": [{\"id\": \"ac148810-d857-441c-9679-408f346de14b\"}]}");
        assertThat(CheckDirectory.check(folder, problems).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(problems.toString()).contains("no name", "at /status", "at /minimum_age: “12” is no number", "at /phones/0: There is no number");
        for (var garbage : java.util.List.of("", "{", "[]", "null", "{\"contents\": 5}", "{\"contents\": [null, [], 3]}")) {
            problems.clear();
            Files.writeString(folder.resolve("s.json"), garbage);
            assertThat(CheckDirectory.check(folder, problems).verdict()).as(garbage).isEqualTo(Verdict.FAILED);
            assertThat(problems).as(garbage).isNotEmpty();
        }
        problems.clear();
        assertThat(CheckDirectory.check(folder.resolve("none"), problems).verdict()).isEqualTo(Verdict.FAILED);
    }
}
