package org.casebridge.assessments.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Collectors;
import org.casebridge.assessments.BuiltItem;
import org.casebridge.assessments.BuiltItem.Look;
import org.casebridge.questionnaires.Condition;
import org.casebridge.questionnaires.Questionnaire;
import org.casebridge.questionnaires.Questionnaire.Type;
import org.casebridge.questionnaires.Text;
import org.casebridge.questionnaires.Value;
import org.jspecify.annotations.Nullable;

/** An item of a form as it is typed. Answers stand one a line: {@code Often | A menudo = 3}; the Spanish and the weight may be missing. */
public record BuildItem(
        @Nullable @Size(max = 200) String linkId, @Nullable @Size(max = 200) String section,
        @NotNull(message = "Say what kind of item this is.") Type type,
        @NotBlank(message = "Write what is asked.") @Size(max = 2000) String text,
        @Nullable @Size(max = 2000) String spanish, @Nullable @Size(max = 1000) String help, @Nullable Boolean required, @Nullable Boolean repeats,
        @Nullable @Size(max = 10000) String answers, @Nullable @Size(max = 20) String least, @Nullable @Size(max = 20) String greatest, @Nullable @Size(max = 30) String unit,
        @Nullable Look look, @Nullable Boolean any, @Nullable @Size(max = 20) List<@Valid WhenRow> when) {

    /** So many conditions are there to be filled in; with those that are, there are always two more. */
    public static final int ROWS = 2;

    /** One condition; without a question it is none. */
    public record WhenRow(@Nullable @Size(max = 200) String question, @Nullable @Pattern(regexp = "|=|!=|>|<|>=|<=|exists|missing", message = "Choose one of the answers offered.") String operator,
                          @Nullable @Size(max = 300) String answer) {

        static WhenRow of(Condition condition) {
            return switch (condition) {
                case Condition.Compared it -> new WhenRow(it.question(), it.operator().code(), it.value().shown());
                case Condition.Answered it -> new WhenRow(it.question(), it.expected() ? "exists" : BuiltItem.MISSING, null);
                default -> new WhenRow(null, null, null);
            };
        }
    }

    private static final java.util.regex.Pattern WEIGHT = java.util.regex.Pattern.compile("(.*?)\\s*=\\s*([+-]?\\d+(?:[.,]\\d+)?)\\s*");

    BuiltItem built() {
        return new BuiltItem(blank(linkId), blank(section), type, text.strip(), or(spanish), or(help), Boolean.TRUE.equals(required), Boolean.TRUE.equals(repeats),
                or(answers).lines().map(String::strip).filter(it -> !it.isEmpty()).map(BuildItem::answer).toList(), blank(least), blank(greatest), blank(unit), look == null ? Look.PLAIN : look,
                Boolean.TRUE.equals(any), (when == null ? List.<WhenRow>of() : when).stream()
                        .map(it -> it == null ? new BuiltItem.When("", "=", "") : new BuiltItem.When(or(it.question()), blank(it.operator()) == null ? "=" : it.operator(), or(it.answer()))).toList());
    }

    /** The item as it stands in the form. */
    static BuildItem of(Questionnaire.Item item) {
        return new BuildItem(item.linkId(), null, item.type(), item.text().plain(), item.text().translations().get("es"), both(item.look().help()), item.required(), item.repeats(),
                item.options().stream().map(it -> both(it.text())
                        + (it.weight() == null ? "" : " = " + it.weight().stripTrailingZeros().toPlainString())).collect(Collectors.joining("\n")),
                shown(item.limits().least()), shown(item.limits().greatest()), item.limits().units().isEmpty() ? null : item.limits().units().getFirst().code(), look(item),
                item.when() instanceof Condition.Any, conditions(item.when()).stream().filter(it -> it instanceof Condition.Compared || it instanceof Condition.Answered).map(WhenRow::of).toList());
    }

    private static String both(Text text) {
        return text.plain() + (text.translations().containsKey("es") ? " | " + text.translations().get("es") : "");
    }

    /** Those that stand side by side; a questionnaire nests no others. */
    static List<Condition> conditions(Condition condition) {
        return switch (condition) {
            case Condition.All(var all) -> all;
            case Condition.Any(var any) -> any;
            default -> List.of(condition);
        };
    }

    private static Look look(Questionnaire.Item item) {
        return item.look().is("drop-down") ? Look.DROP_DOWN : item.look().is("slider") ? Look.SLIDER : item.look().is("gtable") || item.look().is("table") ? Look.TABLE : item.look().across() ? Look.ACROSS : item.look().is("radio-button") ? Look.RADIO : Look.PLAIN;
    }

    private static BuiltItem.Answer answer(String line) {
        var weighed = WEIGHT.matcher(line);
        var words = weighed.matches() ? weighed.group(1) : line;
        var parts = words.split("\\|", 2);
        return new BuiltItem.Answer(parts[0].strip(), parts.length > 1 ? blank(parts[1]) : null, weighed.matches() ? weighed.group(2) : null);
    }

    private static @Nullable String shown(@Nullable Value value) {
        return value == null ? null : value.shown();
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    static List<Type> types() {
        return List.of(Type.CHOICE, Type.OPEN_CHOICE, Type.BOOLEAN, Type.INTEGER, Type.DECIMAL, Type.QUANTITY, Type.STRING, Type.TEXT, Type.DATE, Type.DATE_TIME, Type.TIME, Type.URL, Type.ATTACHMENT, Type.REFERENCE, Type.GROUP, Type.DISPLAY);
    }
}
