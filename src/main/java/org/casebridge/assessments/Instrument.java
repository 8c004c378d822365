package org.casebridge.assessments;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A published questionnaire with fixed items, version, languages and licence, as read from a FHIR R4 Questionnaire ({@code instruments/*.json}). */
public record Instrument(String id, String version, Words title, Words description, Licence licence, Use use, int minutes, List<Item> items) {

    /** How it is used: asked item by item, or only its result recorded because its words may not be held here. */
    public enum Use { ASKED, SCORE_ONLY }

    /** A text in the languages it is published in; Spanish may be missing, English never. */
    public record Words(String english, @Nullable String spanish) {

        public String in(Locale reader) {
            return "es".equals(reader.getLanguage()) && spanish != null ? spanish : english;
        }
    }

    public enum LicenceClass implements Worded {
        PD("Public domain, or no permission needed"), FREE("Free, with attribution"), VERIFY("Terms to be read by the agency first"), RESTRICTED("Fee or permission: score only");

        private final String words;

        LicenceClass(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** Without one nothing is shipped or shown. */
    public record Licence(LicenceClass licenceClass, Words attribution, Words whoMayAdminister) {}

    public enum Type { GROUP, DISPLAY, CHOICE, TEXT, INTEGER }

    /** An answer to another question that makes this one asked. */
    public record When(String question, String code) {}

    /** An answer that is offered; {@code weight} counts toward a score. */
    public record Choice(String code, Words words, @Nullable Integer weight) {}

    /**
     * {@code linkId} names it in answers; {@code need} is the category a group is about; numbers lie from {@code least} to {@code most};
     * asked always, or when any of {@code when} was answered.
     */
    public record Item(String linkId, Type type, Words words, boolean required, int longest, int least, int most, List<Choice> choices, List<When> when,
                       @Nullable NeedCategory need, List<Item> items) {

        /** The name of its field in forms. */
        public String field() {
            return "item-" + linkId;
        }

        public Optional<Choice> choice(String code) {
            return choices.stream().filter(it -> it.code().equals(code)).findFirst();
        }

        /** The number that was answered, when it is one and lies within its range. */
        public Optional<Integer> number(String answer) {
            return answer.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(answer)).filter(it -> it >= least && it <= most) : Optional.empty();
        }

        boolean askedAfter(Answers answers) {
            return when.isEmpty() || when.stream().anyMatch(it -> it.code().equals(answers.of(it.question())));
        }

        private Stream<Item> all() {
            return Stream.concat(Stream.of(this), items.stream().flatMap(Item::all));
        }
    }

    public Optional<Item> item(String linkId) {
        return items.stream().flatMap(Item::all).filter(it -> it.linkId().equals(linkId)).findFirst();
    }

    /** Everything that takes an answer, in order. */
    public List<Item> questions() {
        return items.stream().flatMap(Item::all).filter(Instrument::question).toList();
    }

    /** The questions that these answers lead to, in order; the others are skipped. */
    public List<Item> asked(Answers answers) {
        return items.stream().flatMap(it -> asked(it, answers)).toList();
    }

    private static Stream<Item> asked(Item item, Answers answers) {
        return !item.askedAfter(answers) ? Stream.empty()
                : Stream.concat(question(item) ? Stream.of(item) : Stream.empty(), item.items().stream().flatMap(it -> asked(it, answers)));
    }

    private static boolean question(Item item) {
        return item.type() == Type.CHOICE || item.type() == Type.TEXT || item.type() == Type.INTEGER;
    }

    /** Whether every question and answer is held in Spanish; else they are asked in English, as published. */
    public boolean spanish() {
        return questions().stream().allMatch(it -> it.words().spanish() != null && it.choices().stream().allMatch(one -> one.words().spanish() != null));
    }

    /** The groups that are about a category of need, in order. */
    public List<Item> domains() {
        return items.stream().flatMap(Item::all).filter(it -> it.need() != null).toList();
    }
}
