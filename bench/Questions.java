import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casebridge.questionnaires.Engine;
import org.casebridge.questionnaires.Filling;
import org.casebridge.questionnaires.Launch;
import org.casebridge.questionnaires.Questionnaire;
import org.casebridge.questionnaires.QuestionnaireReader;
import org.casebridge.questionnaires.Reading;

/** Measures the questionnaire engine alone, without server and database, on one core: responses to the PHQ-9 scored a second, and how long a large questionnaire takes to open. */
final class Questions {

    private static final Engine ENGINE = new Engine();
    private static final List<String> WEIGHTS = List.of("0", "1", "2", "3");

    private Questions() {}

    static void main() throws Exception {
        var large = FormPages.large(2_000);
        double opened = IntStream.range(0, 7).mapToDouble(_ -> opened(large)).sorted().skip(3).findFirst().orElseThrow();
        System.out.printf("engine %.0f %.0f %.0f%n", scored(nine(false)), scored(nine(true)), opened);
    }

    /** Each from its JSON to its score, for three seconds after two of warming. */
    private static double scored(Questionnaire nine) {
        var items = IntStream.rangeClosed(1, 9).mapToObj(it -> "p" + it).toList();
        var responses = new ArrayList<String>();
        for (int i = 0; i < 64; i++) {
            int turn = i;
            responses.add("{\"resourceType\":\"QuestionnaireResponse\",\"status\":\"completed\",\"item\":[" + IntStream.rangeClosed(1, 9)
                    .mapToObj(it -> "{\"linkId\":\"p" + it + "\",\"answer\":[{\"valueCoding\":{\"system\":\"urn:bench\",\"code\":\"" + WEIGHTS.get((turn + it) % 4) + "\"}}]}").collect(Collectors.joining(",")) + "]}");
        }
        count(nine, items, responses, 2);
        return count(nine, items, responses, 3) / 3.0;
    }

    private static long count(Questionnaire nine, List<String> items, List<String> responses, int seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long done = 0;
        for (; System.nanoTime() < end; done++) {
            var state = ENGINE.state(nine, Filling.from(nine, responses.get((int) (done % responses.size()))).filling(), Launch.NONE);
            if (state.scores().isEmpty() ? !state.tally(items).complete() : !state.scores().getFirst().valid()) {
                throw new IllegalStateException("a complete response has no score");
            }
        }
        return done;
    }

    private static double opened(String json) {
        long began = System.nanoTime();
        var questionnaire = understood(json);
        ENGINE.state(questionnaire, ENGINE.begin(questionnaire, Launch.NONE), Launch.NONE);
        return (System.nanoTime() - began) / 1e6;
    }

    /** Nine questions from 0 to 3; {@code computed}: with their sum as an expression. */
    private static Questionnaire nine(boolean computed) {
        var options = WEIGHTS.stream().map(it -> "{\"valueCoding\":{\"system\":\"urn:bench\",\"code\":\"" + it + "\"},\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/itemWeight\",\"valueDecimal\":" + it + "}]}")
                .collect(Collectors.joining(","));
        var items = IntStream.rangeClosed(1, 9).mapToObj(it -> "{\"linkId\":\"p" + it + "\",\"type\":\"choice\",\"required\":true,\"answerOption\":[" + options + "]}").collect(Collectors.joining(","));
        var sum = ",{\"linkId\":\"total\",\"type\":\"integer\",\"readOnly\":true,\"extension\":[{\"url\":\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression\",\"valueExpression\":"
                + "{\"language\":\"text/fhirpath\",\"expression\":\"%resource.item.where(linkId.startsWith('p')).answer.value.ordinal().sum()\"}}]}";
        return understood("{\"resourceType\":\"Questionnaire\",\"item\":[" + items + (computed ? sum : "") + "]}");
    }

    private static Questionnaire understood(String json) {
        return ((Reading.Understood) QuestionnaireReader.read(json)).questionnaire();
    }
}
