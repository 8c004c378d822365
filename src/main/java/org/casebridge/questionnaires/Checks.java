package org.casebridge.questionnaires;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Questionnaire.Type;
import org.casebridge.questionnaires.Sheet.Line;
import org.casebridge.questionnaires.Sheet.Row;
import org.casebridge.questionnaires.fhirpath.Guarded;
import org.jspecify.annotations.Nullable;

/** Holds answers against what the questionnaire demands of them. */
final class Checks {

    private static final Pattern ADDRESS = Pattern.compile("(https?|ftp|mailto|tel|urn):\\S+");

    private final List<Problem> problems;

    Checks(List<Problem> problems) {
        this.problems = problems;
    }

    void check(Line line) {
        if (!line.asked) {
            line.rows.stream().filter(it -> it.value != null && line.item.computing().calculated() == null).forEach(it ->
                    add(it.place, Problem.Kind.NOT_ASKED, Sentence.of("This question is not asked with these answers, so this answer does not count.")));
            line.rows.forEach(it -> it.lines.forEach(this::check));
            return;
        }
        var answers = line.rows.stream().filter(it -> it.value != null).toList();
        if (line.item.type().asks()) {
            number(line, answers.size());
            answers.forEach(it -> answer(line, it, Objects.requireNonNull(it.value)));
            exclusive(line, answers);
        }
        line.rows.forEach(it -> it.lines.forEach(this::check));
        if (line.item.type() == Type.GROUP && line.item.required() && !line.item.hidden() && !answered(line)) {
            add(line.place, Problem.Kind.MISSING, Sentence.of("Answer at least one question here."));
        }
    }

    private static boolean answered(Line line) {
        return line.rows.stream().anyMatch(row -> row.value != null || row.lines.stream().anyMatch(Checks::answered));
    }

    private void number(Line line, int answers) {
        var limits = line.item.limits();
        int fewest = Math.max(line.item.required() ? 1 : 0, Objects.requireNonNullElse(limits.fewest(), 0));
        if (answers < fewest && !line.item.hidden() && !line.item.readOnly() && line.item.computing().calculated() == null) {
            add(line.rows.getFirst().place, Problem.Kind.MISSING, fewest == 1 ? Sentence.of("Please answer this question.") : Sentence.of("Please give at least {number, number} answers.", fewest));
        }
        if (limits.most() != null && answers > limits.most()) {
            add(line.rows.getLast().place, Problem.Kind.WRONG, Sentence.of("At most {number, number} answers, please.", limits.most()));
        }
    }

    private void answer(Line line, Row row, Value value) {
        var item = line.item;
        if (Kinds.as(item.type(), value) == null) {
            wrong(row, Sentence.of("The answer is not {kind}.", item.type()));
            return;
        }
        if (item.type() == Type.CHOICE && !offered(line, value)) {
            wrong(row, Sentence.of("This is not one of the answers offered."));
            return;
        }
        var limits = item.limits();
        bounds(row, value, limits.least(), limits.greatest());
        switch (value) {
            case Value.Words(var text) -> text(row, text, limits);
            case Value.Link(var address) -> {
                if (!ADDRESS.matcher(address).matches()) {
                    wrong(row, Sentence.of("A web address starts with https:// or the like and has no spaces."));
                } else {
                    text(row, address, limits);
                }
            }
            case Value.Decimal(var number) -> decimals(row, number, limits.decimals());
            case Value.Amount it -> {
                decimals(row, it.number(), limits.decimals());
                if (!limits.units().isEmpty() && !limits.otherUnits() && limits.units().stream().noneMatch(unit -> unit.code().equals(it.code()) || unit.display().equals(it.unit()) || unit.code().equals(it.unit()))) {
                    wrong(row, Sentence.of("The unit must be one of: {units}.", String.join(", ", limits.units().stream().map(Value::shown).toList())));
                }
            }
            case Value.File it -> {
                if (limits.bytes() != null && it.bytes() > limits.bytes()) {
                    wrong(row, Sentence.of("The file is larger than {bytes, number} bytes.", limits.bytes()));
                } else if (!limits.mimeTypes().isEmpty() && it.contentType() != null && limits.mimeTypes().stream().noneMatch(kind -> it.contentType().equals(kind) || kind.endsWith("/*") && it.contentType().startsWith(kind.substring(0, kind.length() - 1)))) {
                    wrong(row, Sentence.of("The file must be one of: {kinds}.", String.join(", ", limits.mimeTypes())));
                }
            }
            default -> { }
        }
    }

    private static boolean offered(Line line, Value value) {
        return line.options.isEmpty() && line.item.computing().options() == null || line.options.stream().anyMatch(it -> Comparing.same(it.value(), value));
    }

    private void text(Row row, String text, Questionnaire.Limits limits) {
        if (limits.longest() != null && text.codePointCount(0, text.length()) > limits.longest()) {
            wrong(row, Sentence.of("At most {number, number} characters, please.", limits.longest()));
        } else if (limits.shortest() != null && text.codePointCount(0, text.length()) < limits.shortest()) {
            wrong(row, Sentence.of("At least {number, number} characters, please.", limits.shortest()));
        } else if (limits.pattern() != null && !fits(limits.pattern(), text)) {
            wrong(row, limits.example().isEmpty() ? Sentence.of("This does not have the form that is asked for.") : Sentence.of("This should look like {example}.", limits.example().plain()));
        }
    }

    private static boolean fits(Pattern pattern, String text) {
        try {
            return Guarded.fits(pattern, text);
        } catch (Guarded.TooLong | StackOverflowError endless) {
            return false;
        }
    }

    private void bounds(Row row, Value value, @Nullable Value least, @Nullable Value greatest) {
        if (least != null && Comparing.order(value, least) instanceof Integer order && order < 0) {
            wrong(row, Sentence.of("At least {least}, please.", least.shown()));
        } else if (greatest != null && Comparing.order(value, greatest) instanceof Integer order && order > 0) {
            wrong(row, Sentence.of("At most {greatest}, please.", greatest.shown()));
        }
    }

    private void decimals(Row row, java.math.BigDecimal number, @Nullable Integer most) {
        if (most != null && number.stripTrailingZeros().scale() > most) {
            wrong(row, Sentence.of("At most {number, number} places after the point, please.", most));
        }
    }

    private void exclusive(Line line, List<Row> answers) {
        for (var row : answers) {
            if (answers.size() > 1 && row.value != null && line.item.option(row.value) instanceof Questionnaire.Option option && option.exclusive()) {
                wrong(row, Sentence.of("“{answer}” goes with no other answer.", option.text().plain()));
            }
        }
    }

    private void wrong(Row row, Sentence words) {
        add(row.place, Problem.Kind.WRONG, words);
    }

    private void add(Place place, Problem.Kind kind, Sentence words) {
        problems.add(new Problem(place, kind, words));
    }
}
