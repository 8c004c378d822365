package org.casebridge.directory.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.casebridge.console.Console;
import org.casebridge.console.Counted;
import org.casebridge.console.Outcome;
import org.casebridge.console.Problem;
import org.casebridge.directory.hsds.Judge;
import org.casebridge.directory.hsds.Judge.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code casebridge directory check FILE|FOLDER}. */
@Command(name = "check", description = {
        "Judge the answers of an HSDS 3 interface, kept as JSON files: passed, warned or failed.",
        "A fault in a service or in what the interface says of itself fails; a fault elsewhere warns. Nothing is kept."})
public final class CheckDirectory implements Callable<Integer> {

    @Mixin Console console;

    @Parameters(paramLabel = "FILE|FOLDER", description = "One answer, or a folder of answers, which is judged as one interface.") Path from;

    /** What was judged, the verdict on all, and each file's. */
    public record Report(Verdict verdict, List<File> files, List<String> remarks) {

        public record File(String file, String what, Verdict verdict, int faults) {}
    }

    @Override
    public Integer call() {
        var problems = new ArrayList<Problem>();
        var report = check(from, problems);
        var sentence = report.files().isEmpty() ? "" : "%s: %s judged.%s".formatted(switch (report.verdict()) {
            case PASSED -> "Passed";
            case WARNED -> "Passed, with warnings";
            case FAILED -> "Failed";
        }, Counted.of(report.files().size(), "answer"), report.remarks().isEmpty() ? "" : "\nBeside that:\n  " + String.join("\n  ", report.remarks()));
        return console.answer(report.verdict() == Verdict.FAILED || report.files().isEmpty() ? new Outcome(sentence, report, problems, false)
                : new Outcome(problems.isEmpty() ? sentence : sentence + "\nWarnings:\n  " + String.join("\n  ", problems.stream().map(Problem::toString).toList()), report, List.of(), false));
    }

    /** The gravest verdict of all files holds for all. What is no answer of HSDS is passed over, and said so. */
    static Report check(Path from, List<Problem> problems) {
        var files = new ArrayList<Report.File>();
        var remarks = new ArrayList<String>();
        var worst = Verdict.PASSED;
        for (var file : files(from, problems)) {
            var name = Files.isRegularFile(from) ? file.getFileName().toString() : from.relativize(file).toString();
            try {
                var judged = Judge.of(JsonMapper.shared().readTree(Files.readString(file)));
                if (judged.what() == null) {
                    remarks.add(name + ": no answer of HSDS, passed over");
                    continue;
                }
                worst = judged.verdict().compareTo(worst) > 0 ? judged.verdict() : worst;
                files.add(new Report.File(name, judged.what(), judged.verdict(), (int) judged.faults().stream().filter(Judge.Fault::counts).count()));
                for (var fault : judged.faults()) {
                    var problem = Problem.in(name, (fault.pointer().isEmpty() ? "" : "at " + fault.pointer() + ": ") + fault.reason());
                    if (fault.counts()) {
                        problems.add(problem);
                    } else {
                        remarks.add(problem.toString());
                    }
                }
            } catch (IOException | JacksonException unreadable) {
                worst = Verdict.FAILED;
                files.add(new Report.File(name, "unreadable", Verdict.FAILED, 1));
                problems.add(Problem.in(name, "This is not valid JSON."));
            }
        }
        if (files.isEmpty() && problems.isEmpty()) {
            problems.add(Problem.in(from.toString(), "There is no answer of an HSDS interface here."));
        }
        return new Report(files.isEmpty() ? Verdict.FAILED : worst, files, remarks);
    }

    private static List<Path> files(Path from, List<Problem> problems) {
        if (Files.isRegularFile(from)) {
            return List.of(from);
        }
        try (var walk = Files.walk(from)) {
            return walk.filter(it -> Files.isRegularFile(it) && it.toString().endsWith(".json")).sorted().toList();
        } catch (IOException none) {
            problems.add(Problem.in(from.toString(), "There is no such file or folder."));
            return List.of();
        }
    }
}
