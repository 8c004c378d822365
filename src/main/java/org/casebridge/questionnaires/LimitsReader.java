package org.casebridge.questionnaires;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.casebridge.kernel.Sentence;
import org.casebridge.questionnaires.Questionnaire.Limits;
import org.casebridge.questionnaires.Questionnaire.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what an answer must keep to. */
final class LimitsReader {

    private final Findings found;
    private final String linkId;
    private final Type type;
    private final ValueSets sets;

    LimitsReader(Findings found, String linkId, Type type, ValueSets sets) {
        this.found = found;
        this.linkId = linkId;
        this.type = type;
        this.sets = sets;
    }

    Limits read(JsonNode it) {
        return new Limits(whole(it, Urls.FEWEST), whole(it, Urls.MOST), whole(it, Urls.SHORTEST), it.path("maxLength").canConvertToInt() ? it.path("maxLength").asInt() : null,
                bound(it, Urls.LEAST, Urls.LEAST_AMOUNT), bound(it, Urls.GREATEST, Urls.GREATEST_AMOUNT), whole(it, Urls.DECIMALS), pattern(it), Json.text(Json.extension(it, Urls.EXAMPLE), "valueString"),
                units(it), Json.extensions(it, Urls.UNIT_OPEN).size() + Json.extensions(it, Urls.UNIT_OPTION, Urls.UNIT_SET).size() != 1 && !Json.extensions(it, Urls.UNIT_OPEN).isEmpty(),
                Json.value(Json.extension(it, Urls.BYTES), "value") instanceof Value value && value.counted() != null ? Long.valueOf(value.counted().longValue()) : null,
                Json.extensions(it, Urls.MIME).stream().map(one -> Json.string(one, "valueCode")).toList(), QuestionnaireReader.constraints(linkId, it, found));
    }

    private static @Nullable Integer whole(JsonNode it, String url) {
        return Json.value(Json.extension(it, url), "value") instanceof Value value && value.counted() != null ? Integer.valueOf(value.counted().intValue()) : null;
    }

    private @Nullable Value bound(JsonNode it, String... urls) {
        for (var one : Json.extensions(it, urls)) {
            if (Json.value(one, "value") instanceof Value value) {
                return value;
            }
            found.remark(linkId, Urls.name(Json.string(one, "url")), Sentence.of("This is passed over; answers and scores do not depend on it."));
        }
        return null;
    }

    private @Nullable Pattern pattern(JsonNode it) {
        var written = Json.string(Json.extension(it, Urls.REGEX), "valueString");
        try {
            return written.isEmpty() ? null : Pattern.compile(written);
        } catch (PatternSyntaxException wrong) {
            found.reject(linkId, "regex", Sentence.of("The regular expression cannot be read: {why}", wrong.getDescription()));
            return null;
        }
    }

    private List<Value.Coded> units(JsonNode it) {
        var units = new ArrayList<Value.Coded>();
        for (var one : Json.extensions(it, Urls.UNIT, Urls.UNIT_OPTION)) {
            if (Json.coded(one.path("valueCoding")) instanceof Value.Coded unit) {
                units.add(unit);
            }
        }
        var set = Json.string(Json.extension(it, Urls.UNIT_SET), "valueCanonical");
        var listed = set.isEmpty() ? null : sets.options(set);
        if (listed != null) {
            listed.forEach(option -> units.add((Value.Coded) option.value()));
        } else if (!set.isEmpty()) {
            found.remark(linkId, "unitValueSet", Sentence.of("The units in {list} are not at hand, so any unit may be given.", set));
        }
        return List.copyOf(units);
    }
}
