package org.casebridge.kernel;

import java.util.List;

/**
 * An English sentence and what goes into its braces, in the order they first appear: {@code Sentence.of("Sent {days} days ago", 3)}.
 * It is put into the reader's language where it is shown ({@code web.Say}); until then it can be passed on and stored.
 * Values are text, numbers, dates, instants, {@link Worded} choices or further sentences.
 */
public record Sentence(String english, List<Object> values) {

    public Sentence {
        values = List.copyOf(values);
    }

    public static Sentence of(String english, Object... values) {
        return new Sentence(english, List.of(values));
    }

    @Override
    public String toString() {
        return english + (values.isEmpty() ? "" : " " + values);
    }
}
