package org.casebridge.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was typed, what is wrong with it, and, when nothing is, what it says. Handlers take it as a parameter
 * ({@code Form<SendReferral> form}); {@link Forms} opens one for a page. Whatever was typed is shown again, even what could not be read.
 */
public final class Form<T> {

    private final Map<String, List<String>> typed;
    private final Map<String, Sentence> problems = new LinkedHashMap<>();
    private final @Nullable T said;
    private final @Nullable Instant draftOf;
    private @Nullable Sentence general;

    Form(Map<String, List<String>> typed, @Nullable T said, @Nullable Instant draftOf) {
        this.typed = typed;
        this.said = said;
        this.draftOf = draftOf;
    }

    public boolean wrong() {
        return !problems.isEmpty() || general != null;
    }

    /** What the form says, read and checked. Ask {@link #wrong} first. */
    public T said() {
        if (said == null) {
            throw new IllegalStateException("this form could not be read: " + problems);
        }
        return said;
    }

    /** Puts a problem beside a field; the first of a field stays. */
    public Form<T> refuse(String field, String sentence, Object... values) {
        problems.putIfAbsent(field, Sentence.of(sentence, values));
        return this;
    }

    Form<T> refuse(String field, Sentence sentence) {
        problems.putIfAbsent(field, sentence);
        return this;
    }

    /**
     * Does the deed, unless something is wrong already, and returns what came of it; a refusal that is about what was typed (INVALID or CONFLICT) is put beside its field,
     * or above the form, and null comes back: show the form again.
     */
    public <R> @Nullable R attempt(Supplier<R> deed) {
        if (wrong()) {
            return null;
        }
        try {
            return deed.get();
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID && refused.kind() != Refused.Kind.CONFLICT) {
                throw refused;
            }
            if (refused.field() != null) {
                problems.putIfAbsent(refused.field(), refused.sentence());
            } else {
                general = refused.sentence();
            }
            return null;
        }
    }

    /** {@link #attempt} for a deed that returns nothing: true when it was done. */
    public boolean did(Runnable deed) {
        return attempt(() -> {
            deed.run();
            return true;
        }) != null;
    }

    /** The same form with another value in one field, for what its reader must not type: a version. */
    public Form<T> with(String field, String value) {
        var changed = new LinkedHashMap<>(typed);
        changed.put(field, List.of(value));
        var form = new Form<T>(changed, said, draftOf);
        form.problems.putAll(problems);
        form.general = general;
        return form;
    }

    public String value(String field) {
        var values = typed.get(field);
        return values == null || values.isEmpty() ? "" : values.getFirst();
    }

    /** The names of all fields that were sent. */
    public java.util.Set<String> fields() {
        return java.util.Collections.unmodifiableSet(typed.keySet());
    }

    public List<String> values(String field) {
        return typed.getOrDefault(field, List.of());
    }

    public boolean chosen(String field, String option) {
        return values(field).contains(option);
    }

    /** How many rows of a list say anything, by the last that does: {@code rows("phones")} for {@code phones[0].number}, {@code phones[1].number}, … */
    public int rows(String list) {
        int rows = 0;
        for (var field : typed.entrySet()) {
            var name = field.getKey();
            int end = name.indexOf(']', list.length());
            if (name.startsWith(list + "[") && end > 0 && field.getValue().stream().anyMatch(it -> !it.isBlank()) && name.substring(list.length() + 1, end).matches("\\d{1,3}")) {
                rows = Math.max(rows, Integer.parseInt(name.substring(list.length() + 1, end)) + 1);
            }
        }
        return rows;
    }

    /** Whether anything is typed, or wrong, in a field of one of these names or beginnings of names: {@code says("who.gender", "how.places")}. */
    public boolean says(String... beginnings) {
        return Stream.of(beginnings).anyMatch(it -> problems.keySet().stream().anyMatch(field -> field.startsWith(it))
                || typed.entrySet().stream().anyMatch(field -> field.getKey().startsWith(it) && field.getValue().stream().anyMatch(value -> !value.isBlank())));
    }

    public @Nullable Sentence problem(String field) {
        return problems.get(field);
    }

    public Map<String, Sentence> problems() {
        return problems;
    }

    /** What is wrong with the whole rather than with one field. */
    public @Nullable Sentence general() {
        return general;
    }

    /** When the draft that fills this form was last saved, or null when it is not filled from one. */
    public @Nullable Instant draftOf() {
        return draftOf;
    }
}
