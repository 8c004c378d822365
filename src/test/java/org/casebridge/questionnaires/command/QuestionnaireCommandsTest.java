package org.casebridge.questionnaires.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.casebridge.Casebridge;
import org.casebridge.console.Commands;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What an operator learns about questionnaires on the command line, without server or database. */
@ResourceLock(Resources.SYSTEM_OUT)
class QuestionnaireCommandsTest {

    private static final String GOOD = """
            {"resourceType":"Questionnaire","title":"Mood","item":[{"linkId":"sad","type":"boolean","text":"Sad?","required":true},
            {"linkId":"why","type":"string","text":"Why?","enableWhen":[{"question":"sad","operator":"=","answerBoolean":true}]},
            {"linkId":"twice","type":"integer","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"1 + 1"}}]}]}""";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void a_file_that_works_ends_with_0_and_one_that_does_not_with_1_by_item_and_feature() throws IOException {
        var good = file("good.json", GOOD);
        var bad = file("bad.json", "{\"resourceType\":\"Questionnaire\",\"item\":[{\"linkId\":\"x\",\"type\":\"telepathy\"}]}");

        assertThat(run("check", good)).isZero();
        assertThat(out.toString()).contains("good.json: works, 3 items");
        assertThat(run("check", good, bad, "--json")).isEqualTo(1);
        assertThat(out.toString()).contains("bad.json: refused", "\"item\":\"x\",\"feature\":\"type\"", "\"works\":true");
        assertThat(run("check", folder.resolve("gone.json").toString())).isEqualTo(1);
        assertThat(run("check")).isEqualTo(2);
    }

    @Test
    void a_response_is_answered_with_what_is_asked_computed_and_wrong() throws IOException {
        var good = file("good.json", GOOD);
        var sad = file("sad.json", "{\"resourceType\":\"QuestionnaireResponse\",\"item\":[{\"linkId\":\"sad\",\"answer\":[{\"valueBoolean\":true}]}]}");
        var none = file("none.json", "{\"resourceType\":\"QuestionnaireResponse\"}");

        assertThat(run("answer", good, sad, "--json")).isZero();
        assertThat(out.toString()).contains("\"asked\":[\"sad\",\"why\",\"twice\"]", "\"computed\":{\"twice\":[\"2\"]}", "\"complete\":true");
        assertThat(run("answer", good, none, "--json")).isEqualTo(1);
        assertThat(out.toString()).contains("\"asked\":[\"sad\",\"twice\"]", "item sad: Please answer this question.", "\"complete\":false");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int run(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "questionnaire";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        var before = System.out;
        out.reset();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            return Commands.of(Casebridge.class).group("questionnaire", "What a FHIR questionnaire can do here.", CheckQuestionnaire.class, AnswerQuestionnaire.class).run(all);
        } finally {
            System.setOut(before);
        }
    }
}
