package org.casebridge.questionnaires.command;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.casebridge.console.Console;
import org.casebridge.console.Outcome;
import org.casebridge.console.Problem;
import org.casebridge.questionnaires.Engine;
import org.casebridge.questionnaires.Filling;
import org.casebridge.questionnaires.Launch;
import org.casebridge.questionnaires.Questionnaire;
import org.casebridge.questionnaires.QuestionnaireReader;
import org.casebridge.questionnaires.Reading;
import org.casebridge.questionnaires.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a response leads to: which items are asked, what is computed, the scores, and what is wrong. Needs neither database nor server. */
@Command(name = "answer", description = "Say what a QuestionnaireResponse leads to: items asked, values computed, scores, problems. Exit code 0: it is complete; 1: it is not.")
public final class AnswerQuestionnaire implements Callable<Integer> {

    @Mixin Console console;

    @Parameters(index = "0", paramLabel = "QUESTIONNAIRE", description = "A FHIR R4 Questionnaire, as JSON.")
    Path questionnaire;

    @Parameters(index = "1", paramLabel = "RESPONSE", description = "A QuestionnaireResponse to it, as JSON.")
    Path response;

    @Option(names = "--with", paramLabel = "FILE", description = "An answer list (ValueSet, CodeSystem or Bundle, as JSON) that the questionnaire may name; may be given several times.")
    List<Path> lists = List.of();

    /** {@code value} is null until the score is valid. */
    public record Scored(String item, @Nullable BigDecimal value, @Nullable BigDecimal soFar, boolean valid, int answered, int required) {}

    @Override
    public Integer call() {
        var problems = new ArrayList<Problem>();
        var sets = QuestionnaireFile.lists(lists, problems);
        var asked = QuestionnaireFile.text(questionnaire, problems);
        var answered = QuestionnaireFile.text(response, problems);
        if (!problems.isEmpty()) {
            return console.answer(Outcome.refused(problems.toArray(Problem[]::new)));
        }
        return console.answer(switch (QuestionnaireReader.read(asked, sets)) {
            case Reading.Refused(var refusals, var _) -> Outcome.refused(QuestionnaireFile.problems(questionnaire, refusals).toArray(Problem[]::new));
            case Reading.Understood(var understood, var _) -> outcome(understood, Filling.from(understood, answered));
        });
    }

    private Outcome outcome(Questionnaire understood, Filling.Read read) {
        var state = new Engine().state(understood, read.filling(), Launch.NONE);
        var problems = new ArrayList<Problem>();
        java.util.stream.Stream.concat(read.problems().stream(), state.problems().stream()).forEach(it ->
                problems.add(Problem.in(response.toString(), (it.place().linkId().isEmpty() ? "" : "item " + it.place() + ": ") + QuestionnaireFile.said(it.words()))));
        var facts = new LinkedHashMap<String, Object>();
        facts.put("asked", state.all().filter(State.Field::asked).map(it -> it.place().toString()).toList());
        facts.put("computed", computed(state));
        facts.put("scores", state.scores().stream().map(it -> new Scored(it.linkId(), it.value(), it.soFar(), it.valid(), it.answered(), it.required())).toList());
        facts.put("complete", state.complete() && read.problems().isEmpty());
        var said = new StringBuilder("%d of %d items are asked.".formatted(state.all().filter(State.Field::asked).count(), state.all().count()));
        computed(state).forEach((place, values) -> said.append("\n%s = %s".formatted(place, String.join(", ", values))));
        state.scores().forEach(it -> said.append(it.valid() ? "\nscore %s: %s".formatted(it.linkId(), it.value().toPlainString())
                : "\nscore %s: not valid yet, %d of %d answered".formatted(it.linkId(), it.answered(), it.required())));
        return Outcome.done(said.toString(), facts).but(problems);
    }

    private static Map<String, List<String>> computed(State state) {
        var computed = new LinkedHashMap<String, List<String>>();
        state.all().filter(it -> it.asked() && it.computed()).forEach(it -> {
            var values = it.rows().stream().filter(row -> row.value() != null).map(row -> row.value().shown()).toList();
            if (!values.isEmpty()) {
                computed.put(it.place().toString(), values);
            }
        });
        return computed;
    }
}
