package org.casebridge.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * Rules as people write them: one condition a line, what belongs to "all of" or "any of" is indented beneath it.
 * <pre>
 * all of
 *   age at least 60
 *   any of
 *     income percent of poverty at most 200
 *     veteran is yes
 *   paper income proof younger than 60 days
 * </pre>
 * Refuses what it cannot read, naming the line.
 */
final class RuleText {

    private static final int MOST_LINES = 200;
    private static final int DEEPEST = 10;

    private record Line(int number, int indent, String words) {}

    private final List<Line> lines;
    private int at;

    private RuleText(List<Line> lines) {
        this.lines = lines;
    }

    static Rule read(String text) {
        var lines = new ArrayList<Line>();
        int number = 0;
        for (var raw : text.replace("\t", "  ").lines().toList()) {
            number++;
            if (!raw.isBlank()) {
                lines.add(new Line(number, raw.length() - raw.stripLeading().length(), raw.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")));
            }
        }
        if (lines.isEmpty()) {
            throw Refused.invalid("Write at least one condition.").at("text");
        }
        if (lines.size() > MOST_LINES) {
            throw Refused.invalid("A rule has at most {most} lines.", MOST_LINES).at("text");
        }
        var reader = new RuleText(lines);
        var all = reader.block(lines.getFirst().indent(), 0);
        if (reader.at < lines.size()) {
            throw wrong(lines.get(reader.at), Problem.IS_INDENTED_LESS_THAN_THE_FIRST_LINE);
        }
        return all.size() == 1 ? all.getFirst() : new Rule.All(all);
    }

    private List<Rule> block(int indent, int depth) {
        var rules = new ArrayList<Rule>();
        while (at < lines.size() && lines.get(at).indent() >= indent) {
            var line = lines.get(at);
            if (line.indent() > indent) {
                throw wrong(line, Problem.IS_INDENTED_AND_BELONGS_TO_NOTHING);
            }
            at++;
            if (line.words().equals("all of") || line.words().equals("any of")) {
                var inner = at < lines.size() && lines.get(at).indent() > indent ? lines.get(at).indent() : -1;
                if (inner < 0) {
                    throw wrong(line, Problem.HAS_NOTHING_INDENTED_BENEATH_IT);
                }
                if (depth == DEEPEST) {
                    throw wrong(line, Problem.IS_NESTED_TOO_DEEPLY);
                }
                var parts = block(inner, depth + 1);
                rules.add(line.words().equals("all of") ? new Rule.All(parts) : new Rule.Any(parts));
            } else {
                rules.add(condition(line));
            }
        }
        return rules;
    }

    private static Rule condition(Line line) {
        if (line.words().startsWith("paper ")) {
            return paper(line, line.words().substring(6));
        }
        var fact = Stream.of(Fact.values()).filter(it -> line.words().startsWith(it.key() + " ")).max(Comparator.comparing(it -> it.key().length()))
                .orElseThrow(() -> wrong(line, Problem.BEGINS_WITH_NOTHING_THAT_CAN_BE_ASKED));
        var rest = line.words().substring(fact.key().length() + 1);
        var op = Arrays.stream(Rule.Op.values()).filter(it -> rest.startsWith(it.words() + " ")).max(Comparator.comparing(it -> it.words().length()))
                .orElseThrow(() -> wrong(line, Problem.DOES_NOT_SAY_HOW_TO_COMPARE));
        return compare(line, fact, op, rest.substring(op.words().length() + 1).strip());
    }

    private static Rule compare(Line line, Fact fact, Rule.Op op, String limit) {
        boolean text = op == Rule.Op.IS || op == Rule.Op.IS_ONE_OF;
        if (fact.kind() == Fact.Kind.NUMBER) {
            var number = number(limit);
            if (number == null || op == Rule.Op.IS_ONE_OF) {
                throw wrong(line, Problem.WANTS_A_NUMBER);
            }
            return new Rule.Compare(fact, op, limit, number, Set.of());
        }
        if (!text) {
            throw wrong(line, Problem.CAN_ONLY_BE_COMPARED_BY_IS);
        }
        if (fact.kind() == Fact.Kind.YES_NO && !limit.equals("yes") && !limit.equals("no")) {
            throw wrong(line, Problem.WANTS_YES_OR_NO);
        }
        var texts = op == Rule.Op.IS ? Set.of(limit) : Arrays.stream(limit.split(",")).map(String::strip).filter(it -> !it.isEmpty()).collect(Collectors.toSet());
        if (texts.isEmpty()) {
            throw wrong(line, Problem.NAMES_NOTHING_TO_COMPARE_WITH);
        }
        return new Rule.Compare(fact, op, limit, null, texts);
    }

    private static Rule paper(Line line, String said) {
        var parts = said.split(" younger than ", 2);
        var kind = Arrays.stream(PaperKind.values()).filter(it -> it.key().equals(parts[0].strip())).findFirst().orElseThrow(() -> wrong(line, Problem.NAMES_A_PAPER_THAT_IS_NOT_KNOWN));
        if (parts.length == 1) {
            return new Rule.HasPaper(kind, null);
        }
        var days = parts[1].replaceAll(" days?$", "").strip();
        if (!days.matches("[1-9]\\d{0,3}")) {
            throw wrong(line, Problem.WANTS_A_NUMBER_OF_DAYS);
        }
        return new Rule.HasPaper(kind, Integer.valueOf(days));
    }

    static @Nullable BigDecimal number(String text) {
        return text.matches("-?\\d{1,9}(\\.\\d{1,4})?") ? new BigDecimal(text) : null;
    }

    private static Refused wrong(Line line, Problem problem) {
        return Refused.invalid("Line {number} {problem}: “{words}”", line.number(), problem, line.words()).at("text");
    }

    /** Why a line is not read. */
    enum Problem implements Worded {
        IS_INDENTED_LESS_THAN_THE_FIRST_LINE("is indented less than the first line"),
        IS_INDENTED_AND_BELONGS_TO_NOTHING("is indented, and belongs to nothing"),
        HAS_NOTHING_INDENTED_BENEATH_IT("has nothing indented beneath it"),
        IS_NESTED_TOO_DEEPLY("is nested too deeply"),
        BEGINS_WITH_NOTHING_THAT_CAN_BE_ASKED("begins with nothing that can be asked"),
        DOES_NOT_SAY_HOW_TO_COMPARE("does not say how to compare"),
        WANTS_A_NUMBER("wants a number"),
        CAN_ONLY_BE_COMPARED_BY_IS("can only be compared by “is”"),
        WANTS_YES_OR_NO("wants yes or no"),
        NAMES_NOTHING_TO_COMPARE_WITH("names nothing to compare with"),
        NAMES_A_PAPER_THAT_IS_NOT_KNOWN("names a paper that is not known"),
        WANTS_A_NUMBER_OF_DAYS("wants a number of days");

        private final String words;

        Problem(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }
}
