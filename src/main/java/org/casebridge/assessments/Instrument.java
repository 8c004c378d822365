package org.casebridge.assessments;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A published questionnaire with fixed items, version, languages and licence, as read from a FHIR R4 Questionnaire ({@code instruments/*.json}). */
public record Instrument(String id, String version, Words title, Words description, Licence licence, List<Item> items) {

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

    public enum Type { GROUP, DISPLAY, CHOICE, TEXT }

    /** An answer that is offered; {@code weight} counts toward a score. */
    public record Choice(String code, Words words, @Nullable Integer weight) {}

    /** {@code linkId} names it in answers; {@code need} is the category a group is about. */
    public record Item(String linkId, Type type, Words words, boolean required, int longest, List<Choice> choices, @Nullable NeedCategory need, List<Item> items) {

        /** The name of its field in forms. */
        public String field() {
            return "item-" + linkId;
        }

        public Optional<Choice> choice(String code) {
            return choices.stream().filter(it -> it.code().equals(code)).findFirst();
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
        return items.stream().flatMap(Item::all).filter(it -> it.type() == Type.CHOICE || it.type() == Type.TEXT).toList();
    }

    /** The groups that are about a category of need, in order. */
    public List<Item> domains() {
        return items.stream().flatMap(Item::all).filter(it -> it.need() != null).toList();
    }
}
