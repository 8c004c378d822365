package org.casebridge.assessments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebridge.kernel.Refused;
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

    Instruments(JsonMapper json) throws IOException {
        for (var id : new ClassPathResource("instruments/library.txt").getContentAsString(StandardCharsets.UTF_8).lines().toList()) {
            var instrument = InstrumentReader.read(json.readTree(new ClassPathResource("instruments/" + id + ".json").getContentAsByteArray()));
            all.put(id, instrument);
            var scoring = new ClassPathResource("scorings/" + id + ".json");
            if (scoring.exists()) {
                scorings.put(id, ScoringReader.read(json.readTree(scoring.getContentAsByteArray()), instrument));
            }
        }
    }

    public List<Instrument> all() {
        return List.copyOf(all.values());
    }

    public Instrument get(String id) {
        return find(id).orElseThrow(() -> Refused.notFound("That instrument is not in the library."));
    }

    public Optional<Instrument> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** What was critical in an assessment that is known to be. */
    Scoring.Alarm alarm(Assessment critical) {
        return scoring(critical.instrument()).flatMap(it -> it.critical(get(critical.instrument()), critical.answers())).orElseThrow();
    }

    /** How answers become a score; not every instrument has one. */
    public Optional<Scoring> scoring(String id) {
        return Optional.ofNullable(scorings.get(id));
    }
}
