package org.casebridge.questionnaires.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.casebridge.console.Console;
import org.casebridge.console.Counted;
import org.casebridge.console.Outcome;
import org.casebridge.console.Problem;
import org.casebridge.questionnaires.Engine;
import org.casebridge.questionnaires.Finding;
import org.casebridge.questionnaires.Launch;
import org.casebridge.questionnaires.Questionnaire;
import org.casebridge.questionnaires.QuestionnaireReader;
import org.casebridge.questionnaires.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads each file and works out its state with no answers, so that what never ends shows here. Needs neither database nor server. */
@Command(name = "check", description = "Say of each FHIR Questionnaire whether it can be asked here, and if not, which item and feature stand in the way. Exit code 0: all can; 1: some cannot.")
public final class CheckQuestionnaire implements Callable<Integer> {

    @Mixin Console console;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "FHIR R4 Questionnaires, as JSON.")
    List<Path> files;

    @Option(names = "--with", paramLabel = "FILE", description = "An answer list (ValueSet, CodeSystem or Bundle, as JSON) that questionnaires may name; may be given several times.")
    List<Path> lists = List.of();

    /** One file's line: {@code passedOver} are features that answers and scores do not depend on. */
    public record Checked(String file, boolean works, String title, int items, List<Feature> refused, List<Feature> passedOver) {}

    public record Feature(String item, String feature, String reason) {}

    @Override
    public Integer call() {
        var problems = new ArrayList<Problem>();
        var sets = QuestionnaireFile.lists(lists, problems);
        var checked = new ArrayList<Checked>();
        var said = new StringBuilder();
        for (var file : files) {
            int before = problems.size();
            var text = QuestionnaireFile.text(file, problems);
            var one = problems.size() > before ? new Checked(file.toString(), false, "", 0, List.of(), List.of()) : check(file, QuestionnaireReader.read(text, sets), problems);
            checked.add(one);
            said.append(said.isEmpty() ? "" : "\n").append(file).append(one.works() ? ": works, " + Counted.of(one.items(), "item") : ": refused");
            one.passedOver().forEach(it -> said.append("\n    passed over: ").append(it.item().isEmpty() ? "" : "item " + it.item() + ": ").append(it.feature()));
        }
        return console.answer(Outcome.done(said.toString(), java.util.Map.of("files", checked)).but(problems));
    }

    private static Checked check(Path file, Reading reading, List<Problem> problems) {
        return switch (reading) {
            case Reading.Refused(var refusals, var remarks) -> {
                problems.addAll(QuestionnaireFile.problems(file, refusals));
                yield new Checked(file.toString(), false, "", 0, features(refusals), features(remarks));
            }
            case Reading.Understood(var questionnaire, var remarks) -> {
                var failed = tried(questionnaire);
                problems.addAll(QuestionnaireFile.problems(file, failed));
                yield new Checked(file.toString(), failed.isEmpty(), questionnaire.title().plain(), questionnaire.index().items().size(), features(failed), features(remarks));
            }
        };
    }

    private static List<Finding> tried(Questionnaire questionnaire) {
        var engine = new Engine();
        return engine.state(questionnaire, engine.begin(questionnaire, Launch.NONE), Launch.NONE).problems().stream()
                .filter(it -> it.kind() == org.casebridge.questionnaires.Problem.Kind.EXPRESSION).map(it -> new Finding(it.place().linkId(), "expression", it.words())).toList();
    }

    private static List<Feature> features(List<Finding> findings) {
        return findings.stream().map(it -> new Feature(it.item(), it.feature(), QuestionnaireFile.said(it.words()))).toList();
    }
}
