package org.casebridge.questionnaires.page;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Filling;
import org.casebridge.questionnaires.Place;
import org.casebridge.questionnaires.Questionnaire.Option;
import org.casebridge.questionnaires.State;
import org.casebridge.questionnaires.State.Field;
import org.casebridge.questionnaires.State.Row;
import org.casebridge.questionnaires.Text;
import org.casebridge.questionnaires.Value;
import org.casebridge.web.Form;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire with its answers, as a page shows it: in one language, with what is wrong beside each question. {@code action} is where its buttons to add, remove
 * and look again send it; a page that is only shown has none. Fields with a problem are in {@code form} as they were typed.
 */
public record QuestionSheet(State state, Locale language, ZoneId zone, @Nullable Form<?> form, Map<Place, Clash> clashes, @Nullable String action) {

    /** Only to be read; files are fetched below {@code action}, where there is one. */
    public static QuestionSheet read(State state, Locale language, ZoneId zone, @Nullable String action) {
        return new QuestionSheet(state, language, zone, null, Map.of(), action);
    }

    public String name(Place place) {
        return FieldName.of(place);
    }

    public Control control(Field field) {
        return Control.of(field);
    }

    public String words(Text text) {
        return text.in(language);
    }

    /** With the number its author gave it. */
    public String label(Field field) {
        var text = field.item().text().in(language);
        var prefix = field.item().prefix().in(language);
        return text.isEmpty() ? prefix.isEmpty() ? field.item().linkId() : prefix : prefix.isEmpty() ? text : prefix + " " + text;
    }

    /** What is asked, and what is answered though it is not asked and must be looked at. */
    public List<Field> shown(List<Field> fields) {
        return fields.stream().filter(it -> it.visible() || !it.item().hidden() && wrong(it)).toList();
    }

    private boolean wrong(Field field) {
        return field.item().type().asks() && (problem(field.place()) != null || field.rows().stream().anyMatch(it -> problem(it.place()) != null))
                || field.rows().stream().anyMatch(row -> row.fields().stream().anyMatch(this::wrong));
    }

    public @Nullable Sentence problem(Place place) {
        return form == null ? null : form.problem(name(place));
    }

    public @Nullable Clash clash(Place place) {
        return clashes.get(place);
    }

    /** As it was typed where that could not be read, otherwise the answer. */
    public String value(Row row) {
        var name = name(row.place());
        return typed(name) ? form.value(name) : row.value() == null ? "" : Typed.text(row.value(), zone);
    }

    /** What was typed could not be read, and is shown again. */
    private boolean typed(String name) {
        return form != null && form.problem(name) != null && !form.values(name).isEmpty();
    }

    public String unit(Field field, Row row) {
        return row.value() instanceof Value.Amount it ? it.code() != null ? it.code() : String.valueOf(it.unit() == null ? "" : it.unit())
                : form == null ? "" : form.value(name(row.place()) + FieldName.UNIT);
    }

    public String token(Field field, Option option) {
        return Typed.token(option, field.options());
    }

    public boolean chosen(Field field, Option option) {
        var name = name(field.place());
        return typed(name) ? form.chosen(name, token(field, option)) : field.has(option.value());
    }

    /** What was answered beside what is offered, a line each. */
    public String other(Field field) {
        return String.join("\n", field.rows().stream().map(Row::value).filter(it -> it instanceof Value.Words && field.options().stream().noneMatch(option -> option.value().equals(it))).map(Value::shown).toList());
    }

    public boolean more(Field field) {
        return field.item().repeats() && field.rows().size() < (field.item().limits().most() == null ? Filling.MOST_ROWS : field.item().limits().most()) && action != null;
    }

    public boolean removable(Field field) {
        int fewest = field.item().limits().fewest() == null ? 1 : Math.max(1, field.item().limits().fewest());
        return field.item().repeats() && field.rows().size() > fewest && action != null;
    }

    /** An answer in words, in the language of the page. */
    public String said(Field field, @Nullable Value value) {
        if (value == null) {
            return Say.say("not answered");
        }
        var option = field.options().stream().filter(it -> it.value().equals(value)).findFirst().orElse(field.item().option(value));
        return option != null ? option.text().in(language) : switch (value) {
            case Value.Truth it -> it.yes() ? Say.say("Yes") : Say.say("No");
            case Value.Moment _ -> Typed.text(value, zone).replace('T', ' ');
            default -> value.shown();
        };
    }

    public String limit(@Nullable Value bound) {
        return bound == null ? "" : bound.shown();
    }

    /** What must be kept to, in words beside the question; empty when that is nothing. */
    public String hint(Field field) {
        var limits = field.item().limits();
        var help = field.item().look().help().in(language);
        var range = limits.least() != null && limits.greatest() != null ? Say.say("From {least} to {most}", limits.least().shown(), limits.greatest().shown())
                : limits.least() != null ? Say.say("{least} or more", limits.least().shown()) : limits.greatest() != null ? Say.say("{most} or less", limits.greatest().shown()) : "";
        var example = limits.example().isEmpty() ? "" : Say.say("For example {example}", limits.example().in(language));
        return String.join(" · ", java.util.stream.Stream.of(help, range, example).filter(it -> !it.isEmpty()).toList());
    }
}
