package org.casebridge.kernel;

import org.jspecify.annotations.Nullable;

/**
 * The one way the domain says no, in a sentence for the person at the screen. {@code web.Refusals} is the one place that
 * turns a refusal into a page; a form that knows the {@link #field} shows it there instead.
 */
public final class Refused extends RuntimeException {

    public enum Kind { NOT_FOUND, FORBIDDEN, INVALID, CONFLICT }

    private final Kind kind;
    private final Sentence sentence;
    private final @Nullable String field;

    private Refused(Kind kind, @Nullable String field, Sentence sentence) {
        super(sentence.toString(), null, false, false);
        this.kind = kind;
        this.field = field;
        this.sentence = sentence;
    }

    public static Refused notFound(String sentence, Object... values) {
        return new Refused(Kind.NOT_FOUND, null, Sentence.of(sentence, values));
    }

    public static Refused forbidden(String sentence, Object... values) {
        return new Refused(Kind.FORBIDDEN, null, Sentence.of(sentence, values));
    }

    public static Refused invalid(String sentence, Object... values) {
        return new Refused(Kind.INVALID, null, Sentence.of(sentence, values));
    }

    public static Refused conflict(String sentence, Object... values) {
        return new Refused(Kind.CONFLICT, null, Sentence.of(sentence, values));
    }

    /** The same refusal, about one field of the form by its name. */
    public Refused at(String field) {
        return new Refused(kind, field, sentence);
    }

    public Kind kind() { return kind; }

    public Sentence sentence() { return sentence; }

    public @Nullable String field() { return field; }
}
