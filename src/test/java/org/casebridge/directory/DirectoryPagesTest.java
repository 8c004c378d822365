package org.casebridge.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.Entry.Kind;
import org.casebridge.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class DirectoryPagesTest {

    @Autowired Town town;
    @Autowired Services services;
    @Autowired Directory directory;
    @Autowired Partners partners;

    private final String source = "test " + UUID.randomUUID();
    /** A name of this test's own, so that other tests' services are not found. */
    private final String mark = "Zq" + UUID.randomUUID().toString().substring(0, 8);

    private Brought bring(Entry... entries) {
        return town.vera().act(() -> directory.bring(source, List.of(entries)));
    }

    private Entry organization() {
        return new Entry(Kind.ORGANIZATION, "o", Map.of("name", "Harbor " + mark, "phones", List.of(Map.of("number", "555-0199"))));
    }

    private Entry service(String id, String name, Map<String, Object> more) {
        var said = new java.util.HashMap<String, Object>(Map.of("organization_id", "o", "name", name, "status", "active"));
        said.putAll(more);
        return new Entry(Kind.SERVICE, id, said);
    }

    private void at(String service, double latitude, double longitude, String zip) {
        bring(new Entry(Kind.LOCATION, service, Map.of("organization_id", "o", "location_type", "physical", "name", "House " + service, "latitude", latitude, "longitude", longitude,
                        "addresses", List.of(Map.of("address_1", "1 Main St", "city", "Town" + mark, "postal_code", zip)))),
                new Entry(Kind.SERVICE_AT_LOCATION, service, Map.of("service_id", service, "location_id", service)));
    }

    private List<String> found(ServiceSearch search) {
        return town.rosa().act(() -> services.search(search)).lines().stream().map(ServiceLine::name).toList();
    }

    private static ServiceSearch words(String words) {
        return ServiceSearch.by(null, words, null, null);
    }

    @Test
    void a_service_is_found_by_its_need_through_its_name_and_terms_but_not_through_its_description() {
        bring(organization(), service("a", "Saturday groceries", Map.of()),
                service("b", "Corner house", Map.of("attributes", List.of(Map.of("label", "Food pantries")))),
                service("c", "Evening class", Map.of("description", "Bring your own food.")));

        assertThat(found(ServiceSearch.by(NeedCategory.FOOD, mark, null, null))).containsExactlyInAnyOrder("Saturday groceries", "Corner house");
    }

    @Test
    void a_service_is_found_by_the_beginning_of_a_word_in_any_of_its_texts_and_by_its_organization() {
        bring(organization(), service("a", "Corner house", Map.of("description", "Diapers and formula for babies")));

        assertThat(found(words(mark + " diap"))).containsExactly("Corner house");
        assertThat(found(words(mark.toLowerCase()))).containsExactly("Corner house");
        assertThat(found(words(mark + " wheelbarrow"))).isEmpty();
    }

    @Test
    void the_nearest_stands_first_and_what_is_too_far_is_left_out() {
        bring(organization(), service("far", "Far", Map.of()), service("near", "Near", Map.of()), service("away", "Away", Map.of()));
        at("far", 37.60, -122.20, "94000");
        at("near", 37.49, -122.20, "94000");
        at("away", 40.00, -122.20, "96000");

        assertThat(found(ServiceSearch.by(null, mark, "37.48, -122.20", null))).containsExactly("Near", "Far");
        assertThat(found(ServiceSearch.by(null, mark, "37.48 -122.20", 5))).containsExactly("Near");
        assertThat(found(ServiceSearch.by(null, mark, "37.48, -122.20", 300))).containsExactly("Near", "Far", "Away");
    }

    @Test
    void near_a_city_or_a_zip_code_means_near_the_locations_that_the_directory_has_there() {
        var zip = "9" + String.format("%04d", Math.floorMod(mark.hashCode(), 10_000));
        bring(organization(), service("a", "Pantry", Map.of()));
        at("a", -12.5, 130.9, zip);

        assertThat(found(ServiceSearch.by(null, mark, "town" + mark, 10))).containsExactly("Pantry");
        var line = town.rosa().act(() -> services.search(ServiceSearch.by(null, mark, zip + "-1234", 10))).lines().getFirst();
        assertThat(line.km()).isEqualTo(0.0);
        assertThat(line.address()).isEqualTo("1 Main St, Town" + mark + ", " + zip);
        assertThat(line.phone()).isEqualTo("555-0199");
    }

    @Test
    void a_place_that_the_directory_does_not_know_is_said_and_hides_nothing() {
        bring(organization(), service("a", "Pantry", Map.of()));

        var page = town.get(town.rosa(), "/directory?words=" + mark + "&near=Atlantis");

        assertThat(page).hasStatusOk().bodyText().contains("No location of the directory is in Atlantis", "Pantry");
    }

    @Test
    void each_line_says_why_it_is_there() {
        bring(organization(), service("a", "Corner house", Map.of("attributes", List.of(Map.of("label", "Food pantries")),
                "schedules", List.of(Map.of("freq", "DAILY", "opens_at", "00:00", "closes_at", "23:59:59")))));
        at("a", 37.49, -122.20, "94000");

        var page = town.get(town.rosa(), "/directory?need=FOOD&words=" + mark + "&near=37.48,-122.20");

        assertThat(page).bodyText().contains("matches “Food”: Food pantries", "0.7 miles away", "open all day and night", "capacity not confirmed", "Nearest first");
    }

    @Test
    void a_service_without_capacity_stands_last() {
        bring(organization(), service("a", "Alpha", Map.of()), service("b", "Beta", Map.of()));
        var alpha = town.rosa().act(() -> services.search(words(mark))).lines().getFirst();

        assertThat(town.post(town.vera(), alpha.path() + "/capacity", "capacity", "NO_CAPACITY")).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(found(words(mark))).containsExactly("Beta", "Alpha");
        assertThat(town.get(town.rosa(), alpha.path())).bodyText().contains("No capacity, confirmed today");
    }

    @Test
    void a_case_manager_may_not_confirm_a_capacity_and_a_partner_may_not_see_the_directory() {
        bring(organization(), service("a", "Alpha", Map.of()));
        var path = town.rosa().act(() -> services.search(words(mark))).lines().getFirst().path();

        assertThat(town.post(town.rosa(), path + "/capacity", "capacity", "CAPACITY")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(town.get(town.paul(), "/directory")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(town.get(town.paul(), path)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void an_answer_that_nobody_offered_is_refused_beside_its_field() {
        bring(organization(), service("a", "Alpha", Map.of()));
        var path = town.rosa().act(() -> services.search(words(mark))).lines().getFirst().path();

        assertThat(town.post(town.vera(), path + "/capacity", "capacity", "PLENTY")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("Choose one of the answers offered.");
        assertThat(town.post(town.vera(), path + "/capacity")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("What did they say about their capacity?");
    }

    @Test
    void a_search_that_cannot_be_read_comes_back_as_it_was_typed() {
        MvcTestResult page = town.get(town.rosa(), "/directory?within=many&words=bread&need=GOLD");

        assertThat(page).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("Write a whole number.", "value=\"bread\"", "value=\"many\"", "Choose one of the answers offered.");
        assertThat(town.get(town.rosa(), "/directory?within=0")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT).bodyText().contains("Choose a distance from 1 to 300 miles.");
    }

    @Test
    void words_that_are_no_words_do_no_harm() {
        for (var odd : List.of("'; drop table directory.service; --", "& | ! :*", "the", "<script>alert(1)</script>", "\\", "%", "a'b\"c", "((")) {
            assertThat(town.get(town.rosa(), "/directory?words={words}&near={near}", odd, odd)).as(odd).hasStatusOk().bodyText().doesNotContain("<script>alert");
        }
    }

    @Test
    void bringing_the_same_twice_changes_nothing_and_what_is_left_unsaid_stays() {
        var first = bring(organization(), service("a", "Alpha", Map.of("description", "As it was", "phones", List.of(Map.of("number", "555-0111")))));
        var again = bring(organization(), service("a", "Alpha", Map.of()));
        var changed = bring(service("a", "Alpha Two", Map.of()));

        assertThat(first).isEqualTo(new Brought(2, 0, 0));
        assertThat(again).isEqualTo(new Brought(0, 0, 2));
        assertThat(changed).isEqualTo(new Brought(0, 1, 0));
        var line = town.rosa().act(() -> services.search(words(mark))).lines().getFirst();
        assertThat(line.name()).isEqualTo("Alpha Two");
        assertThat(line.description()).isEqualTo("As it was");
        assertThat(line.phone()).isEqualTo("555-0111");
    }

    @Test
    void what_contradicts_itself_comes_in_not_at_all() {
        assertThatThrownBy(() -> bring(organization(), service("a", "Alpha", Map.of()), new Entry(Kind.SERVICE_AT_LOCATION, "x", Map.of("service_id", "a", "location_id", "nowhere"))))
                .isInstanceOf(Refused.class);
        assertThat(found(words(mark))).isEmpty();
    }

    @Test
    void a_service_that_is_no_longer_offered_is_not_found_but_can_be_read() {
        bring(organization(), service("a", "Alpha", Map.of()));
        var path = town.rosa().act(() -> services.search(words(mark))).lines().getFirst().path();
        bring(service("a", "Alpha", Map.of("status", "defunct")));

        assertThat(found(words(mark))).isEmpty();
        assertThat(town.get(town.rosa(), path)).hasStatusOk().bodyText().contains("No longer offered");
        assertThat(town.get(town.rosa(), "/directory/services/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_service_added_by_hand_joins_the_organization_of_that_name() {
        bring(organization(), service("a", "Alpha", Map.of()));
        var added = town.vera().act(() -> services.add(new AddService("harbor " + mark, SaveService.named("Rides to church", NeedCategory.TRANSPORT, null), SavePlace.at("2 Elm St", "Elmtown", "", "94001"))));

        var line = town.rosa().act(() -> services.line(added));
        assertThat(line.organizationName()).isEqualTo("Harbor " + mark);
        assertThat(line.address()).isEqualTo("2 Elm St, Elmtown, 94001");
        assertThat(found(ServiceSearch.by(NeedCategory.TRANSPORT, mark, null, null))).containsExactly("Rides to church");
    }

    @Test
    void a_partner_account_answers_for_the_organizations_it_was_linked_to() {
        var service = town.vera().act(() -> services.add(AddService.of("Partner " + mark, "Legal clinic", NeedCategory.LEGAL, null)));
        var organization = town.rosa().act(() -> services.line(service)).organization();

        town.adam().run(() -> {
            partners.link(town.paul().account(), organization);
            partners.link(town.paul().account(), organization);
        });

        assertThat(town.as(town.paul(), () -> partners.organizationsOf(town.paul().account()))).contains(organization);
        assertThat(town.as(town.rosa(), () -> partners.accountsOf(organization))).containsExactly(town.paul().account());
        town.adam().run(() -> partners.unlink(town.paul().account(), organization));
        assertThat(town.as(town.rosa(), () -> partners.accountsOf(organization))).isEmpty();
    }
}
