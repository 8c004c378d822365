package org.casebridge.assessments;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was answered, by link id: the code of a choice, or text. What is missing was not answered. */
public record Answers(Map<String, String> byItem) {

    public static final Answers NONE = new Answers(Map.of());

    public Answers {
        byItem = Map.copyOf(byItem);
    }

    public String of(Instrument.Item item) {
        return byItem.getOrDefault(item.linkId(), "");
    }

    public String of(String linkId) {
        return byItem.getOrDefault(linkId, "");
    }

    /** The weight of the answer to a choice, or the number itself; null when it was not answered, or weighs nothing. */
    public @Nullable Integer weight(Instrument.Item item) {
        return item.type() == Instrument.Type.INTEGER ? item.number(of(item)).orElse(null) : item.choice(of(item)).map(Instrument.Choice::weight).orElse(null);
    }

    /** Whether this was answered with something that can be an answer to it. */
    public boolean holds(Instrument.Item item) {
        return switch (item.type()) {
            case CHOICE -> item.choice(of(item)).isPresent();
            case INTEGER -> item.number(of(item)).isPresent();
            default -> !of(item).isBlank();
        };
    }

    /** Whether anything in this group was answered, or must be. */
    public boolean any(Instrument.Item group) {
        return group.items().stream().anyMatch(it -> it.required() || !of(it).isBlank() || any(it));
    }

    /** How many of these were answered. */
    public long answered(List<Instrument.Item> items) {
        return items.stream().filter(it -> !of(it).isBlank()).count();
    }
}
