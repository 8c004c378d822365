package org.casebridge.assessments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The library: instruments in the order of {@code instruments/library.txt}, each with its licence; and the scorings that go with them. */
@Component
public class Instruments {

    public static final String NEEDS = "needs";
    public static final String PHQ9 = "phq-9";

    private final Map<String, Instrument> all = new LinkedHashMap<>();
    private final Map<String, Scoring> scorings = new LinkedHashMap<>();

    private final @Nullable PublishedForms forms;

    /** Those of the library alone, without a database. */
    Instruments(JsonMapper json) throws IOException {
        this(json, null);
    }

    @Autowired
    Instruments(JsonMapper json, @Nullable PublishedForms forms) throws IOException {
        this.forms = forms;
        for (var id : new ClassPathResource("instruments/library.txt").getContentAsString(StandardCharsets.UTF_8).lines().toList()) {
            var instrument = InstrumentReader.read(json.readTree(new ClassPathResource("instruments/" + id + ".json").getContentAsByteArray()));
            all.put(id, instrument);
            var scoring = new ClassPathResource("scorings/" + id + ".json");
            if (scoring.exists()) {
                scorings.put(id, ScoringReader.read(json.readTree(scoring.getContentAsByteArray()), instrument));
            }
        }
    }

    /** The Vulnerability Index ranked people of color lower for housing than white people in the same need (Wilkey et al. 2019); its authors retired it in 2022. */
    public static final Sentence REFUSED = Sentence.of("The VI-SPDAT is not used here, in any form: it put people of color behind others in the same need, and its makers withdrew it. "
            + "The needs assessment and the social needs screener ask about housing instead.");

    /** Whether this names the VI-SPDAT or one of its kind, however it is written. */
    public static boolean refused(String name) {
        var letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return letters.contains("spdat") || letters.contains("vulnerabilityindex");
    }

    /** Those whose name, purpose or category speak of this, in the reader's language or English; all when nothing is asked. */
    public List<Instrument> about(String words) {
        var wanted = words.strip().toLowerCase(Locale.ROOT);
        return all.values().stream().filter(it -> Stream.of(it.id(), it.title().english(), it.description().english(), it.title().in(Locale.forLanguageTag("es")), it.description().in(Locale.forLanguageTag("es")))
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted))).toList();
    }

    public List<Instrument> all() {
        return List.copyOf(all.values());
    }

    /** Refuses what is not in the library, and what never will be with its reason. */
    public Instrument get(String id) {
        if (refused(id)) {
            throw Refused.invalid(REFUSED.english());
        }
        return find(id).orElseThrow(() -> Refused.notFound("That instrument is not in the library."));
    }

    public Optional<Instrument> find(String id) {
        return FormId.names(id) ? forms.newest(FormId.of(id)).map(OwnForm::instrument) : Optional.ofNullable(all.get(id));
    }

    /** The instrument as it was when this was asked: a form of an agency in its version. */
    public Instrument of(Assessment one) {
        return form(one).map(OwnForm::instrument).orElseGet(() -> get(one.instrument()));
    }

    /** The form of an agency that this is an answer to; empty for an instrument of the library. */
    public Optional<OwnForm> form(Assessment one) {
        return FormId.names(one.instrument()) ? forms.find(FormId.of(one.instrument()), Integer.parseInt(one.version())) : Optional.empty();
    }

    /** The forms that the agency of whoever is acting published for itself, by title. */
    public List<Instrument> own() {
        return forms.of(Actor.current().agency()).stream().map(OwnForm::instrument).toList();
    }

    /** What can be begun now. Refuses what {@link #get} refuses, the form of another agency, and one that was withdrawn. */
    Instrument startable(String id) {
        if (FormId.names(id) && forms.newest(FormId.of(id)).filter(it -> it.agency().equals(Actor.current().agency())).isEmpty()) {
            throw Refused.notFound("That instrument is not in the library.");
        }
        if (FormId.names(id)) {
            forms.refuseWithdrawn(FormId.of(id));
        }
        return get(id);
    }

    /** How the answers of this one became a score. */
    Optional<Scoring> scoring(Assessment one) {
        return form(one).map(OwnForm::scoring).orElseGet(() -> scoring(one.instrument()));
    }

    /** How answers become a score; not every instrument has one. */
    public Optional<Scoring> scoring(String id) {
        return FormId.names(id) ? forms.newest(FormId.of(id)).flatMap(OwnForm::scoring) : Optional.ofNullable(scorings.get(id));
    }
}
