package org.casebridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.Entry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searching by words misspelt, hours at the place, language, documents, room, cost and access; how old what is said is. */
@PageTest
class SearchByMoreTest {

    @Autowired Town town;
    @Autowired Services services;
    @Autowired Directory directory;
    @Autowired Freshness freshness;
    @Autowired JdbcClient db;

    private final String source = "more " + UUID.randomUUID();
    private final String mark = "zyx" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "queller";

    private void bring(String id, String name, Map<String, Object> more, Map<String, Object> place) {
        var service = new HashMap<String, Object>(Map.of("organization_id", "o", "name", name + " " + mark, "status", "active"));
        service.putAll(more);
        var location = new HashMap<String, Object>(Map.of("organization_id", "o", "location_type", "physical", "name", "House " + id));
        location.putAll(place);
        town.vera().act(() -> directory.bring(source, List.of(new Entry(Kind.ORGANIZATION, "o", Map.of("name", "Harbor")), new Entry(Kind.LOCATION, id, location),
                new Entry(Kind.SERVICE, id, service), new Entry(Kind.SERVICE_AT_LOCATION, id, Map.of("service_id", id, "location_id", id)))));
    }

    private List<String> found(String query) throws Exception {
        var page = town.get(town.rosa(), "/directory?words=" + mark + "&" + query).getResponse().getContentAsString();
        return List.of("Alpha", "Beta", "Gamma").stream().filter(it -> page.contains(">" + it + " " + mark)).toList();
    }

    @Test
    void each_further_filter_finds_what_fits_it_and_together_they_find_what_fits_all() throws Exception {
        bring("a", "Alpha", Map.of("languages", List.of(Map.of("name", "Haitian Creole", "code", "ht")), "fees_description", "Free of charge",
                "required_documents", List.of(Map.of("document", "Photo ID"), Map.of("document", "Proof of income"))), Map.of("accessibility", List.of(Map.of("description", "Wheelchair ramp"))));
        bring("b", "Beta", Map.of("cost_options", List.of(Map.of("amount", "0")), "audience", "Asylum seekers"), Map.of("languages", List.of(Map.of("name", "Spanish", "code", "es"))));
        bring("c", "Gamma", Map.of("fees_description", "Freezer fee of 5 dollars"), Map.of());

        assertThat(found("")).hasSize(3);
        assertThat(found("language=ht")).containsExactly("Alpha");
        assertThat(found("language=spanish")).as("of its place").containsExactly("Beta");
        assertThat(found("free=true")).containsExactly("Alpha", "Beta");
        assertThat(found("access=wheelchair")).containsExactly("Alpha");
        assertThat(found("documents=photo id")).as("what asks for more is not found").containsExactly("Beta", "Gamma");
        assertThat(found("documents=photo id, income")).hasSize(3);
        assertThat(found("free=true&language=ht&access=ramp")).containsExactly("Alpha");
        assertThat(found("room=true")).isEmpty();
        assertThat(town.get(town.rosa(), "/directory?words=" + mark)).bodyText().contains("speaks Spanish", "serves Asylum seekers", "speaks Haitian Creole");
        assertThat(town.get(town.rosa(), "/directory?openAt=25:99")).hasStatus(422);
    }

    @Test
    void a_word_misspelt_finds_the_nearest_and_says_so() {
        bring("a", "Alpha", Map.of(), Map.of());
        var wrong = mark.substring(0, 4) + "k" + mark.substring(4).replace("queller", "quellar");

        var hits = town.rosa().act(() -> services.search(ServiceSearch.by(null, wrong, null, null)));

        assertThat(hits.lines()).extracting(ServiceLine::name).containsExactly("Alpha " + mark);
        assertThat(String.valueOf(hits.hindrance())).contains(mark);
    }

    @Test
    void hours_are_told_by_the_clock_of_the_place() {
        var here = ZoneId.of("America/New_York");
        assertThat(PlaceZone.of("HI", null, here)).isEqualTo(ZoneId.of("Pacific/Honolulu"));
        assertThat(PlaceZone.of("tx", -106.5, here)).as("El Paso").isEqualTo(ZoneId.of("America/Denver"));
        assertThat(PlaceZone.of("TX", -95.4, here)).as("Houston").isEqualTo(ZoneId.of("America/Chicago"));
        assertThat(PlaceZone.of("Ontario", null, here)).isEqualTo(here);

        var night = new Hours(List.of(new Schedule(false, null, null, null, null, "WEEKLY", null, "FR", null, LocalTime.of(20, 0), LocalTime.of(2, 0), null, null)));
        assertThat(night.openAt(LocalDateTime.of(2026, 12, 4, 23, 0))).isTrue();
        assertThat(night.openAt(LocalDateTime.of(2026, 12, 5, 1, 59))).as("after midnight, of the day before").isTrue();
        assertThat(night.openAt(LocalDateTime.of(2026, 12, 5, 2, 0))).isFalse();
        assertThat(night.openAt(LocalDateTime.of(2026, 12, 4, 1, 0))).isFalse();
    }

    @Test
    void only_what_is_open_on_a_day_at_a_time_is_found() throws Exception {
        var monday = LocalDate.of(2027, 1, 4);
        bring("a", "Alpha", Map.of("schedules", List.of(Map.of("freq", "WEEKLY", "byday", "MO", "opens_at", "09:00", "closes_at", "12:00"))), Map.of());
        bring("b", "Beta", Map.of("schedules", List.of(Map.of("freq", "WEEKLY", "byday", "TU", "opens_at", "09:00", "closes_at", "12:00"))), Map.of());

        assertThat(found("openOn=" + monday)).containsExactly("Alpha");
        assertThat(found("openOn=" + monday + "&openAt=11:59")).containsExactly("Alpha");
        assertThat(found("openOn=" + monday + "&openAt=12:00")).isEmpty();
        assertThat(found("openOn=" + monday.plusDays(1) + "&openAt=09:00")).containsExactly("Beta");
    }

    @Test
    void capacity_is_no_longer_believed_after_the_days_set_for_its_kind() throws Exception {
        bring("a", "Alpha", Map.of("attributes", List.of(Map.of("label", "Free hand", "need", "DIGITAL_SKILLS"))), Map.of());
        var id = town.rosa().act(() -> services.search(ServiceSearch.by(null, mark, null, null))).lines().getFirst().id();
        assertThat(town.post(town.vera(), "/directory/services/" + id.text() + "/capacity", "capacity", "NO_CAPACITY")).hasStatus(303);
        db.sql("update directory.service set capacity_at = capacity_at - interval '5 days' where id = ?").param(id.value()).update();
        try {
            assertThat(town.rosa().act(() -> services.line(id)).full()).as("14 days are usual").isTrue();
            assertThat(town.post(town.vera(), "/directory/freshness", "days[DIGITAL_SKILLS]", "3")).hasStatus(303);
            assertThat(town.rosa().act(() -> services.line(id)).full()).isFalse();
            assertThat(town.get(town.rosa(), "/directory/services/" + id.text())).bodyText().contains("too long ago");
            assertThat(town.rosa().act(() -> services.candidates(ServiceSearch.by(null, mark, null, null), null, 10)).getFirst().capacity()).isNull();
            assertThat(town.get(town.vera(), "/directory/freshness")).bodyText().contains("name=\"days[DIGITAL_SKILLS]\" type=\"number\" value=\"3\"");
            for (var wrong : List.of("0", "366", "many")) {
                assertThat(town.post(town.vera(), "/directory/freshness", "days[DIGITAL_SKILLS]", wrong)).as(wrong).hasStatus(422);
            }
            assertThat(town.post(town.rosa(), "/directory/freshness", "days[DIGITAL_SKILLS]", "3")).hasStatus(403);
        } finally {
            assertThat(town.post(town.vera(), "/directory/freshness")).hasStatus(303);
        }
    }

    @Test
    void what_nobody_checked_for_long_is_on_the_list_with_whom_to_ask_until_somebody_says_it_is_right() {
        bring("a", "Alpha", Map.of("assured_date", "1950-01-01", "phones", List.of(Map.of("number", "555-0177"))), Map.of());
        var id = town.rosa().act(() -> services.search(ServiceSearch.by(null, mark, null, null))).lines().getFirst().id();
        db.sql("update directory.service set assured_on = null where id = ?").param(id.value()).update();

        var before = town.vera().act(() -> freshness.due()).all();
        assertThat(town.post(town.vera(), "/directory/services/" + id.text() + "/check")).hasStatus(303);

        assertThat(town.vera().act(() -> freshness.due()).due()).extracting(Freshness.Due::id).doesNotContain(id);
        assertThat(before).isPositive();
        assertThat(town.get(town.rosa(), "/directory/services/" + id.text())).bodyText().contains("Checked by");
        assertThat(town.post(town.rosa(), "/directory/services/" + id.text() + "/check")).hasStatus(403);
        assertThat(town.get(town.vera(), "/directory/freshness")).hasStatusOk().bodyText().contains("How long capacity is believed");
    }
}
