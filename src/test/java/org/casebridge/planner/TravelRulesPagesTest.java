package org.casebridge.planner;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How ways and breaks are reckoned is the agency's to set; the test leaves the usual values. */
@PageTest
class TravelRulesPagesTest {

    @Autowired Town town;
    @Autowired TravelRules rules;

    @Test
    void how_ways_are_reckoned_is_set_by_the_supervisor_and_refuses_nonsense() {
        assertThat(town.get(town.rosa(), "/day-plan/rules")).bodyText().contains("Kilometers an hour").doesNotContain("Set other values");
        assertThat(set("pauseUntil", "11:40")).hasStatus(422).bodyText().contains("The break does not fit between these hours.");
        assertThat(set("latitude", "40")).hasStatus(422).bodyText().contains("both a latitude and a longitude");
        assertThat(set("kmPerHour", "0")).hasStatus(422).bodyText().contains("3 to 120 km an hour.");
        assertThat(set("version", "99")).as("of a version that is not there").hasStatus(422).bodyText().contains("Someone else changed this meanwhile");
        var now = town.as(town.vera(), rules::current);
        assertThat(set("kmPerHour", "40", "version", String.valueOf(now.version()))).hasStatus(303);
        assertThat(set("kmPerHour", "50", "version", String.valueOf(now.version()))).hasStatus(422).bodyText().contains("Someone else changed this meanwhile");
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult set(String... fields) {
        var all = new java.util.LinkedHashMap<>(java.util.Map.of("kmPerHour", "40", "detourPercent", "42", "unknownMinutes", "20", "pauseMinutes", "30", "pauseFrom", "11:30", "pauseUntil", "14:00", "version", "0"));
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        return town.post(town.vera(), "/day-plan/rules", all.entrySet().stream().flatMap(it -> java.util.stream.Stream.of(it.getKey(), it.getValue())).toArray(String[]::new));
    }
}
