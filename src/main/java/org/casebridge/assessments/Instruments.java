package org.casebridge.assessments;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebridge.kernel.Refused;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The instruments that can be asked, each with its licence; and the scorings that go with them. */
@Component
public class Instruments {

    public static final String NEEDS = "needs";
    public static final String PHQ9 = "phq-9";

    private final Map<String, Instrument> all = new LinkedHashMap<>();
    private final Map<String, Scoring> scorings = Map.of(PHQ9, Phq9.SCORING);

    Instruments(JsonMapper json) throws IOException {
        for (var id : List.of(NEEDS, PHQ9)) {
            all.put(id, InstrumentReader.read(json.readTree(new ClassPathResource("instruments/" + id + ".json").getContentAsByteArray())));
        }
    }

    public List<Instrument> all() {
        return List.copyOf(all.values());
    }

    public Instrument get(String id) {
        return Optional.ofNullable(all.get(id)).orElseThrow(() -> Refused.notFound("That instrument is not in the library."));
    }

    /** How answers become a score; not every instrument has one. */
    public Optional<Scoring> scoring(String id) {
        return Optional.ofNullable(scorings.get(id));
    }
}
