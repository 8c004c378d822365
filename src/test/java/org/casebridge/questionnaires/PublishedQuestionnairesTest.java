package org.casebridge.questionnaires;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.casebridge.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every file of two published collections either works or is refused by feature and item, as the table beside this test says; none fails, none hangs. */
class PublishedQuestionnairesTest {

    private static final Path TABLE = Path.of("src/test/resources/questionnaires/states.txt");
    private final Engine engine = new Engine();

    @Test
    @Timeout(180)
    void every_file_works_or_is_refused_with_the_reason() throws IOException {
        var states = new TreeMap<String, String>();
        var atHand = valueSets();
        for (var folder : new String[] {"questionnaires-lforms", "fhir-sdc"}) {
            try (var files = Files.walk(TestData.folder(folder))) {
                for (var file : files.filter(it -> it.toString().matches(".*\\.(json|xml)")).sorted().toList()) {
                    states.put(folder + "/" + TestData.folder(folder).relativize(file), state(Files.readString(file, StandardCharsets.UTF_8), atHand));
                }
            }
        }
        var expected = Files.readAllLines(TABLE).stream().filter(it -> !it.isBlank() && !it.startsWith("#")).map(it -> it.split(" \\| ", 2)).collect(Collectors.toMap(it -> it[0], it -> it[1]));
        if (System.getenv("STATES_WRITE") != null) {
            Files.writeString(TABLE, "# The state of each file of the published collections: works, or refused: the first reason as \"feature at item\".\n"
                    + states.entrySet().stream().map(it -> it.getKey() + " | " + it.getValue() + "\n").collect(Collectors.joining()));
        } else {
            assertThat((Map<String, String>) states).isEqualTo(expected);
        }
    }

    private String state(String file, ValueSets atHand) {
        var began = System.nanoTime();
        var state = switch (QuestionnaireReader.read(file, atHand)) {
            case Reading.Refused(var refusals, var _) -> "refused: " + refusals.stream().map(it -> it.feature() + (it.item().isEmpty() ? "" : " at " + it.item())).distinct().limit(3).collect(Collectors.joining("; "))
                    + (refusals.isEmpty() ? "nothing" : "");
            case Reading.Understood(var questionnaire, var remarks) -> asked(questionnaire);
        };
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
        return state;
    }

    /** What the collections bring beside the questionnaires. */
    private static ValueSets valueSets() throws IOException {
        var sets = ValueSets.none();
        for (var folder : new String[] {"questionnaires-lforms", "fhir-sdc"}) {
            try (var files = Files.walk(TestData.folder(folder))) {
                for (var file : files.filter(it -> it.toString().matches(".*(ValueSet|CodeSystem)[^.]*\\.json")).sorted().toList()) {
                    sets = sets.with(Files.readString(file));
                }
            }
        }
        return sets;
    }

    private String asked(Questionnaire questionnaire) {
        var state = engine.state(questionnaire, engine.begin(questionnaire, Launch.NONE), Launch.NONE);
        engine.extract(state, Launch.NONE);
        var again = Filling.from(questionnaire, state.response(Launch.NONE, false));
        assertThat(again.problems()).isEmpty();
        var failed = state.problems().stream().filter(it -> it.kind() == Problem.Kind.EXPRESSION).map(it -> it.place() + ": " + it.words()).collect(Collectors.joining("; "));
        return failed.isEmpty() ? "works" : "works, but " + failed;
    }
}
