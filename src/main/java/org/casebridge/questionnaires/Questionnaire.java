package org.casebridge.questionnaires;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.casebridge.kernel.Worded;
import org.casebridge.questionnaires.fhirpath.Source;
import org.jspecify.annotations.Nullable;

/** A questionnaire that was understood whole, ready to be asked. {@code languages} are those it is translated into, the first its own. */
public record Questionnaire(String id, String url, String version, Text title, Text description, Text copyright, List<String> languages, List<Item> items, List<Formula> variables,
        List<Constraint> constraints, Map<String, String> launch, Extraction extraction, Source source, Index index) {

    public enum Type implements Worded {
        GROUP("a group"), DISPLAY("a text to read"), BOOLEAN("yes or no"), DECIMAL("a number"), INTEGER("a whole number"), DATE("a date"), DATE_TIME("a date and time"), TIME("a time"),
        STRING("a short text"), TEXT("a text"), URL("a web address"), CHOICE("one of the answers offered"), OPEN_CHOICE("an answer offered, or a text"), ATTACHMENT("a file"),
        REFERENCE("a reference"), QUANTITY("a number with its unit");

        private final String words;

        Type(String words) { this.words = words; }

        @Override
        public String words() { return words; }

        /** As FHIR writes it: {@code open-choice}. */
        public String code() {
            return this == DATE_TIME ? "dateTime" : name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public boolean asks() {
            return this != GROUP && this != DISPLAY;
        }
    }

    /** An answer that is offered; {@code weight} is what it counts in a score (ordinalValue, itemWeight). */
    public record Option(Value value, Text text, Text prefix, @Nullable BigDecimal weight, boolean selected, boolean exclusive) {}

    /** A rule beyond those of a single answer: {@code human} says what is wrong. hl7.org/fhir/extensions/StructureDefinition-targetConstraint.html */
    public record Constraint(String key, Formula formula, Text human, boolean warning) {}

    /** What an answer must keep to; null and empty mean no limit. */
    public record Limits(@Nullable Integer fewest, @Nullable Integer most, @Nullable Integer shortest, @Nullable Integer longest, @Nullable Value least, @Nullable Value greatest,
            @Nullable Integer decimals, @Nullable Pattern pattern, Text example, List<Value.Coded> units, boolean otherUnits, @Nullable Long bytes, List<String> mimeTypes,
            List<Constraint> constraints) {}

    /** How its author would like it to look: {@code control} is the code of questionnaire-itemControl (radio-button, drop-down, slider, gtable). */
    public record Look(String control, boolean across, @Nullable Integer columns, @Nullable BigDecimal step, String category, Text help, Text unit) {

        public boolean is(String code) {
            return control.equals(code);
        }
    }

    /** What is computed: variables in order, the first value, the value at all times, the answers offered. */
    public record Computing(List<Formula> variables, @Nullable Formula population, @Nullable Formula initial, @Nullable Formula calculated, @Nullable Formula options) {

        public static final Computing NONE = new Computing(List.of(), null, null, null, null);
    }

    /** What becomes of the answers elsewhere: an observation, or elements of resources ({@code definitions} by type, {@code fixed} by path). */
    public record Extraction(@Nullable Boolean observation, List<Value.Coded> category, List<String> definitions, List<Fixed> fixed, List<String> allocated) {

        public static final Extraction NONE = new Extraction(null, List.of(), List.of(), List.of(), List.of());

        /** An element with a value of its own, or a computed one. */
        public record Fixed(String element, @Nullable Value value, @Nullable Formula formula) {}
    }

    public record Item(String linkId, Type type, Text text, Text prefix, List<Value.Coded> codes, String definition, boolean required, boolean repeats, boolean readOnly, boolean hidden,
            Condition when, boolean dimmed, Limits limits, Look look, List<Option> options, List<Value> initial, Computing computing, Extraction extraction, List<Item> items) {

        /** The answer offered that this value is. */
        public @Nullable Option option(Value value) {
            for (var option : options) {
                if (option.value().equals(value) || option.value() instanceof Value.Coded offered && value instanceof Value.Coded given && offered.fits(given)) {
                    return option;
                }
            }
            return null;
        }

        public boolean weighted() {
            return options.stream().anyMatch(it -> it.weight() != null);
        }
    }

    /** Items by link id, with the items above each, outermost first; {@code plan} tells in which order values are computed, if anything is. */
    public record Index(Map<String, Item> items, Map<String, List<Item>> above, boolean formulas, Plan plan) {

        /** How many turns a place of this item has. */
        int depth(Item item) {
            return (int) above.get(item.linkId()).stream().filter(Item::repeats).count() + (item.repeats() ? 1 : 0);
        }
    }

    /** As it was read. */
    public String json() {
        return source.json();
    }

    public @Nullable Item item(String linkId) {
        return index.items().get(linkId);
    }

    /** Everything that takes an answer, in order. */
    public List<Item> questions() {
        var found = new ArrayList<Item>();
        collect(items, found);
        return found;
    }

    /** Every text in it may be read in these languages. */
    public Set<String> spoken() {
        return new java.util.LinkedHashSet<>(languages);
    }

    private static void collect(List<Item> items, List<Item> found) {
        for (var item : items) {
            if (item.type().asks()) {
                found.add(item);
            }
            collect(item.items(), found);
        }
    }
}
