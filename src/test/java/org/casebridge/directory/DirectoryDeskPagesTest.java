package org.casebridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.Entry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Writing the directory by hand. */
@PageTest
class DirectoryDeskPagesTest {

    @Autowired Town town;
    @Autowired Services services;
    @Autowired Directory directory;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transactions;

    private final String source = "test " + UUID.randomUUID();
    private final String mark = "Zh" + UUID.randomUUID().toString().substring(0, 8);

    private List<String> found(ServiceSearch search) {
        return town.rosa().act(() -> services.search(search)).lines().stream().map(ServiceLine::name).toList();
    }

    private static String at(MvcTestResult answer) {
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        return answer.getResponse().getRedirectedUrl();
    }

    private String added(String name, String... more) {
        var fields = new java.util.ArrayList<>(List.of("organization", "House " + mark, "service.name", name));
        fields.addAll(List.of(more));
        return at(town.post(town.vera(), "/directory/services", fields.toArray(String[]::new)));
    }

    private void imported(String name, String phone) {
        town.vera().act(() -> directory.bring(source, List.of(new Entry(Kind.ORGANIZATION, "o", Map.of("name", "Harbor " + mark)),
                new Entry(Kind.SERVICE, "s", Map.of("organization_id", "o", "name", name, "status", "active", "description", "As the source has it",
                        "attributes", List.of(Map.of("label", "Emergency food")), "phones", List.of(Map.of("number", phone)),
                        "schedules", List.of(Map.of("freq", "MONTHLY", "byday", "1MO", "opens_at", "09:00", "closes_at", "12:00")))))));
    }

    private String path(String words) {
        return town.rosa().act(() -> services.search(ServiceSearch.by(null, words, null, null))).lines().getFirst().path();
    }

    @Test
    void a_service_written_by_hand_is_found_by_need_by_words_and_by_distance() {
        var path = added("Rent help " + mark, "service.needs", "HOUSING", "service.needs", "MONEY", "service.description", "Deposits and wheelbarrows", "service.phones[0].number", "555-0123",
                "service.open[0].days", "MONDAY", "service.open[0].days", "FRIDAY", "service.open[0].opens", "09:00", "service.open[0].closes", "17:00",
                "place.street", "1 Main St", "place.city", "Town" + mark, "place.postalCode", "00501", "place.latitude", "-33.86", "place.longitude", "151.21");

        assertThat(found(ServiceSearch.by(NeedCategory.HOUSING, mark, null, null))).containsExactly("Rent help " + mark);
        assertThat(found(ServiceSearch.by(null, mark + " wheelbarrow", null, null))).containsExactly("Rent help " + mark);
        assertThat(found(ServiceSearch.by(null, mark, "-33.87, 151.21", 5))).containsExactly("Rent help " + mark);
        assertThat(found(ServiceSearch.by(null, mark, "-30, 151.21", 5))).isEmpty();
        assertThat(found(ServiceSearch.by(NeedCategory.PARTNER_VIOLENCE, mark, null, null))).isEmpty();
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Keeping or finding a home", "555-0123", "9:00", "Written here by Vera Lindqvist", "1 Main St");
    }

    @Test
    void without_coordinates_a_place_stands_where_others_of_its_zip_code_are_and_says_so() {
        added("Known " + mark, "place.street", "1 Main St", "place.city", "Town" + mark, "place.latitude", "-20.5", "place.longitude", "140.25");
        added("Guessed " + mark, "place.street", "2 Main St", "place.city", "Town" + mark);

        assertThat(town.get(town.rosa(), "/directory?words=Guessed+" + mark + "&near=-20.5,140.25&within=5")).bodyText().contains("Guessed " + mark, "about 0 miles away, going by its ZIP code or city");
        assertThat(town.get(town.rosa(), path("Guessed " + mark))).bodyText().contains("Distances are about");
    }

    @Test
    void what_cannot_be_is_refused_beside_its_field_and_nothing_is_half_saved() {
        var said = town.post(town.vera(), "/directory/services", "organization", "House " + mark, "service.name", "", "service.email", "no", "service.url", "javascript:alert(1)",
                "service.phones[0].number", "none", "service.minimumAge", "200", "place.latitude", "91", "service.description", "Kept as typed " + mark);
        assertThat(said).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("What is the service called?", "This does not look like an e-mail address.",
                "Write the whole address of the page, like https://example.org.", "A phone number has digits", "An age is between 0 and 120 years.", "A latitude is between -90 and 90.", "Kept as typed " + mark);

        refused("On which days?", "service.open[0].opens", "09:00");
        refused("From when are they open?", "service.open[0].days", "MONDAY");
        refused("They would close when they open.", "service.open[0].days", "MONDAY", "service.open[0].opens", "09:00", "service.open[0].closes", "09:00");
        refused("Write a time of day", "service.open[0].days", "MONDAY", "service.open[0].opens", "noon");
        refused("This day is before the first one.", "service.closed[0].from", "2026-12-24", "service.closed[0].to", "2026-12-20");
        refused("Write a date that exists", "service.closed[0].from", "2026-02-31");
        refused("The youngest age is above the oldest.", "service.minimumAge", "60", "service.maximumAge", "18");
        refused("Coordinates are two numbers", "place.street", "1 Main St", "place.latitude", "10");
        refused("Where is it?", "place.name", "Somewhere");
        assertThat(found(ServiceSearch.by(null, mark, null, null))).isEmpty();
        int organizations = town.rosa().act(() -> transactions.execute(_ -> db.sql("select count(*) from directory.organization where name = ?").param("House " + mark).query(Integer.class).single()));
        assertThat(organizations).isZero();
    }

    private void refused(String sentence, String... fields) {
        var all = new java.util.ArrayList<>(List.of("organization", "House " + mark, "service.name", "Never " + mark));
        all.addAll(List.of(fields));
        assertThat(town.post(town.vera(), "/directory/services", all.toArray(String[]::new))).as(sentence).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains(sentence, "Never " + mark);
    }

    @Test
    void one_organization_does_not_give_two_services_of_one_name() {
        added("Pantry " + mark);

        assertThat(town.post(town.vera(), "/directory/services", "organization", "HOUSE " + mark, "service.name", "pantry " + mark)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText().contains("has a service of this name in the directory already");
        assertThat(town.post(town.vera(), "/directory/organizations", "name", "house " + mark)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("The directory has an organization of this name already.");
    }

    @Test
    void what_was_changed_here_stays_when_the_source_is_imported_again_and_what_was_not_follows_it() {
        imported("Pantry " + mark, "555-0100");
        var path = path(mark);
        var form = town.get(town.vera(), path + "/edit");
        assertThat(form).hasStatusOk().bodyText().contains("As the source has it", "555-0100");

        assertThat(at(town.post(town.vera(), path, "service.name", "Pantry " + mark, "service.description", "As we know it", "service.phones[0].number", "555-0100",
                "service.status", "ACTIVE", "version", version(form)))).isEqualTo(path);
        imported("Corner " + mark, "555-0177");

        assertThat(town.get(town.rosa(), path)).bodyText().contains("Corner " + mark, "As we know it", "555-0177", "Emergency food", "kept at imports: Description").doesNotContain("As the source has it");
        at(town.post(town.vera(), path + "/restoring"));
        assertThat(town.get(town.rosa(), path)).bodyText().contains("As the source has it").doesNotContain("As we know it", "kept at imports");
    }

    @Test
    void hours_that_the_form_cannot_say_stay_when_others_are_written() {
        imported("Pantry " + mark, "555-0100");
        var path = path(mark);
        at(town.post(town.vera(), path, "service.name", "Pantry " + mark, "service.open[0].days", "SUNDAY", "service.open[0].opens", "10:00", "service.open[0].closes", "11:00",
                "service.closed[0].from", "2026-12-25", "service.closed[0].words", "Christmas"));

        var kept = town.rosa().act(() -> transactions.execute(_ -> db.sql("select string_agg(concat_ws(' ', freq, byday, opens_at, closed), '; ' order by place) from directory.schedule where about = ?::uuid")
                .param(path.substring(path.lastIndexOf('/') + 1)).query(String.class).single()));
        assertThat(kept).isEqualTo("WEEKLY SU 10:00:00 f; t; MONTHLY 1MO 09:00:00 f");
        assertThat(town.get(town.vera(), path + "/edit")).bodyText().contains("value=\"2026-12-25\"", "Christmas", "value=\"10:00\"");
    }

    @Test
    void a_service_changed_meanwhile_is_not_overwritten_unseen() {
        var path = added("Pantry " + mark);
        var version = version(town.get(town.vera(), path + "/edit"));
        at(town.post(town.vera(), path, "service.name", "First " + mark, "version", version));

        var second = town.post(town.vera(), path, "service.name", "Second " + mark, "version", version);
        assertThat(second).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("Someone else changed this entry while you were writing.", "Second " + mark);
        at(town.post(town.vera(), path, "service.name", "Second " + mark, "version", version(second)));
        assertThat(found(ServiceSearch.by(null, mark, null, null))).containsExactly("Second " + mark);
    }

    @Test
    void a_place_is_added_and_changed_with_its_hours() {
        var path = added("Pantry " + mark);
        at(town.post(town.vera(), path + "/places", "place.name", "Side door", "place.street", "9 Elm St", "place.city", "Elmtown", "place.open[0].days", "MONDAY", "place.open[0].opens", "08:30"));
        var page = town.get(town.vera(), path);
        assertThat(page).bodyText().contains("Side door", "9 Elm St", "8:30");

        var place = text(page).replaceAll("(?s).*href=\"(/directory/services/[^\"]*/places/[0-9a-f-]{36})\".*", "$1");
        at(town.post(town.vera(), place, "place.kind", "VIRTUAL", "place.name", "By phone"));
        assertThat(town.get(town.rosa(), path)).bodyText().contains("By phone").doesNotContain("9 Elm St", "8:30", "Side door");
    }

    @Test
    void an_organization_is_added_changed_and_shows_what_it_gives() {
        var organization = at(town.post(town.adam(), "/directory/organizations", "name", "House " + mark, "phones[0].number", "555-0190"));
        added("Pantry " + mark);
        assertThat(town.get(town.rosa(), organization)).hasStatusOk().bodyText().contains("House " + mark, "555-0190", "Pantry " + mark);

        at(town.post(town.adam(), organization, "name", "Home " + mark, "website", "https://example.org"));
        assertThat(town.get(town.rosa(), organization)).bodyText().contains("Home " + mark, "https://example.org").doesNotContain("555-0190");
        assertThat(found(ServiceSearch.by(null, "home " + mark, null, null))).contains("Pantry " + mark);
        assertThat(town.post(town.adam(), organization, "name", " ")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("What is the organization called?");
    }

    @Test
    void who_may_not_change_the_directory_finds_no_way_to_and_is_refused() {
        var path = added("Pantry " + mark);
        assertThat(town.get(town.rosa(), "/directory")).bodyText().doesNotContain("/directory/services/new");
        assertThat(town.get(town.rosa(), path)).bodyText().doesNotContain("/edit", "/places/new");
        for (var forbidden : List.of("/directory/services/new", "/directory/organizations/new", path + "/edit", path + "/places/new")) {
            assertThat(town.get(town.rosa(), forbidden)).as(forbidden).hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(town.post(town.rosa(), path, "service.name", "Taken " + mark)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(town.post(town.ines(), "/directory/services", "organization", "X", "service.name", "Y " + mark)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(town.post(town.rosa(), path + "/places", "place.street", "1 Elm St")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(town.post(town.rosa(), path + "/restoring")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(town.get(town.paul(), path)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(found(ServiceSearch.by(null, mark, null, null))).containsExactly("Pantry " + mark);
    }

    @Test
    void who_wrote_it_is_noted_in_the_audit() {
        var path = added("Pantry " + mark);
        int notes = town.priya().act(() -> transactions.execute(_ -> db.sql("select count(*) from audit.entry where what = 'directory.entry' and record = ? and actor = ?")
                .params(path.substring(path.lastIndexOf('/') + 1), town.vera().account().value()).query(Integer.class).single()));
        assertThat(notes).isEqualTo(1);
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String version(MvcTestResult page) {
        return text(page).replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }
}
