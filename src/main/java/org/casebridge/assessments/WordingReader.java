package org.casebridge.assessments;

import java.util.List;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes of an agency's own FHIR Questionnaire the words of an instrument that the library knows: title, licence and scoring stay the library's. Whatever counts must be answered, and the answers
 * must add up to just the range that was published, or it is another instrument.
 */
final class WordingReader {

    /** The words, and how they are scored. */
    record Read(Instrument instrument, @Nullable Scoring scoring) {}

    private WordingReader() {}

    static Read read(JsonMapper json, Instrument known, @Nullable Scoring published, String said, String version) {
        Instrument asked;
        try {
            var questionnaire = json.readTree(said);
            if (!questionnaire.path("resourceType").asString("").equals("Questionnaire")) {
                throw Refused.invalid("This is no FHIR Questionnaire in JSON.").at("words");
            }
            asked = InstrumentReader.words(questionnaire);
        } catch (JacksonException broken) {
            throw Refused.invalid("This is no FHIR Questionnaire in JSON.").at("words");
        } catch (IllegalArgumentException odd) {
            throw Refused.invalid("This cannot be asked here: {problem}", odd.getMessage()).at("words");
        }
        var counted = published == null ? List.<Instrument.Item>of() : asked.questions().stream().filter(WordingReader::counts).toList();
        if (published != null) {
            int least = counted.stream().mapToInt(it -> it.type() == Instrument.Type.INTEGER ? it.least() : it.choices().stream().mapToInt(WordingReader::weight).min().orElse(0)).sum();
            int most = counted.stream().mapToInt(it -> it.type() == Instrument.Type.INTEGER ? it.most() : it.choices().stream().mapToInt(WordingReader::weight).max().orElse(0)).sum();
            if (least != published.lowest() || most != published.highest()) {
                throw Refused.invalid("Its answers add up to {least} to {most}, and {instrument} goes from {lowest} to {highest}: look at the weights of the answers.",
                        least, most, Telling.titled(known), published.lowest(), published.highest()).at("words");
            }
        }
        if (asked.questions().isEmpty()) {
            throw Refused.invalid("It asks nothing.").at("words");
        }
        var instrument = new Instrument(known.id(), version, known.title(), known.description(), known.licence(), Instrument.Use.ASKED, known.minutes(), required(asked.items(), counted));
        return new Read(instrument, published == null ? null : new Scoring(published.instrument(), published.source(), published.combine(), published.lowest(), published.highest(), published.lowerIsBetter(),
                published.mayMiss(), List.of(new Scoring.Part(null, counted.stream().map(Instrument.Item::linkId).toList(), List.of())), published.bands(), published.criticals(), published.reliable(), published.offer()));
    }

    private static boolean counts(Instrument.Item item) {
        return item.type() == Instrument.Type.INTEGER || item.type() == Instrument.Type.CHOICE && item.choices().stream().anyMatch(it -> it.weight() != null);
    }

    private static int weight(Instrument.Choice choice) {
        return choice.weight() == null ? 0 : choice.weight();
    }

    private static List<Instrument.Item> required(List<Instrument.Item> items, List<Instrument.Item> counted) {
        return items.stream().map(it -> new Instrument.Item(it.linkId(), it.type(), it.words(), it.required() || counted.contains(it), it.longest(), it.least(), it.most(), it.choices(), it.when(), it.need(),
                required(it.items(), counted))).toList();
    }
}
