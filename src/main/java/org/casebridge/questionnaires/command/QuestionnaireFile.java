package org.casebridge.questionnaires.command;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.console.Problem;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Finding;
import org.casebridge.questionnaires.QuestionnaireReader;
import org.casebridge.questionnaires.ValueSets;
import org.casebridge.web.Say;

/** A file on the command line, read with the answer lists that lie beside it. */
final class QuestionnaireFile {

    private static final long LARGEST = 4L * QuestionnaireReader.LARGEST;

    private QuestionnaireFile() {}

    /** Its text; what cannot be read is said in {@code problems}, and the answer is empty then. */
    static String text(Path path, List<Problem> problems) {
        try {
            if (Files.size(path) > LARGEST) {
                problems.add(Problem.in(path.toString(), "The file is larger than %,d bytes.".formatted(LARGEST)));
                return "";
            }
            return Files.readString(path);
        } catch (CharacterCodingException wrong) {
            problems.add(Problem.in(path.toString(), "The file is not text in UTF-8."));
        } catch (IOException wrong) {
            problems.add(Problem.in(path.toString(), "The file cannot be read."));
        }
        return "";
    }

    static ValueSets lists(List<Path> files, List<Problem> problems) {
        var sets = ValueSets.none();
        for (var file : files) {
            sets = sets.with(text(file, problems));
        }
        return sets;
    }

    static String said(Sentence words) {
        return Say.say(words);
    }

    static List<Problem> problems(Path path, List<Finding> findings) {
        var problems = new ArrayList<Problem>();
        findings.forEach(it -> problems.add(Problem.in(path.toString(), said(it))));
        return problems;
    }

    static String said(Finding finding) {
        return (finding.item().isEmpty() ? "" : "item " + finding.item() + ": ") + finding.feature() + ": " + said(finding.words());
    }
}
