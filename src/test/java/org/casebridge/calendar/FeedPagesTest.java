package org.casebridge.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The private address for a calendar program, and times brought from one. */
@PageTest
class FeedPagesTest {

    @Autowired Town town;
    @Autowired MockMvcTester browser;
    @Autowired BroughtTimes brought;
    @Autowired Feeds feeds;
    @Autowired Accounts accounts;

    private Actor nora;

    @BeforeEach
    void a_worker_with_a_visit() {
        nora = town.account(Role.CASE_MANAGER, "Nora Ito");
        var client = town.openCase(nora, "Lena Fuchs");
        assertThat(town.post(nora, "/clients/" + client.text() + "/visits", "purpose", "Talk about the eviction", "on", Town.today().plusDays(3).toString(), "at", "10:00", "minutes", "45", "mode", "HOME_VISIT",
                "place", "12 Elm Street", "repeats", "ONCE")).hasStatus3xxRedirection();
    }

    @Test
    void the_feed_tells_times_and_never_a_name_and_ends_when_its_owner_says_so() throws Exception {
        var address = make("KIND");
        assertThat(text(fetch(address))).contains("BEGIN:VCALENDAR", "SUMMARY:Visit", "CLASS:PRIVATE").doesNotContain("Lena", "Fuchs", "eviction", "Elm", "Nora", "LOCATION", "ATTENDEE");
        assertThat(fetch(address)).hasContentTypeCompatibleWith("text/calendar").headers().hasValue("Cache-Control", "no-store");
        var busy = make("BUSY");
        assertThat(fetch(address)).as("a new address ends the one before").hasStatus(404);
        assertThat(text(fetch(busy))).contains("SUMMARY:Busy").doesNotContain("Visit", "Lena");
        assertThat(town.post(nora, "/work-time/feed/ending")).hasStatus3xxRedirection();
        assertThat(fetch(busy)).hasStatus(404);
        assertThat(fetch("/feed/" + "A".repeat(43) + ".ics")).hasStatus(404);
        assertThat(fetch("/feed/' or true --.ics")).hasStatus(404);
        assertThat(text(town.get(nora, "/work-time"))).doesNotContain(busy);
    }

    @Test
    void a_feed_of_a_disabled_account_tells_nothing() throws Exception {
        var gone = town.account(Role.CASE_MANAGER, "Gone Feed");
        var secret = town.as(gone, () -> feeds.make(Feed.Tells.KIND));
        assertThat(fetch("/feed/" + secret + ".ics")).hasStatusOk();
        town.adam().run(() -> accounts.disable(gone.account()));
        assertThat(fetch("/feed/" + secret + ".ics")).hasStatus(404).bodyText().doesNotContain("VCALENDAR");
    }

    @Test
    void brought_times_block_visits_and_keep_nothing_else() {
        var file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Chemotherapy\r\nDTSTART;VALUE=DATE:%s\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".formatted(Town.today().plusDays(6).toString().replace("-", ""));
        assertThat(bring("private", file.getBytes(StandardCharsets.UTF_8))).hasStatus3xxRedirection();
        assertThat(town.get(nora, "/work-time")).bodyText().contains("private", "takes one time").doesNotContain("Chemotherapy");
        assertThat(town.get(nora, "/calendar?shows=DAY&on=" + Town.today().plusDays(6))).bodyText().contains("taken elsewhere").doesNotContain("Chemotherapy", "Free from");
        var client = town.openCase(nora, "Otto Vance");
        assertThat(town.post(nora, "/clients/" + client.text() + "/visits", "purpose", "See them", "on", Town.today().plusDays(6).toString(), "at", "10:00", "minutes", "45", "mode", "HOME_VISIT", "repeats", "ONCE"))
                .hasStatus(422).bodyText().contains("Something is planned already");
        assertThat(bring("private", "nonsense".getBytes(StandardCharsets.UTF_8))).hasStatus(422).bodyText().contains("This is no calendar file");
        assertThat(town.as(nora, brought::own)).as("a broken file takes nothing away").hasSize(1);
        assertThat(bring("private", new byte[3_000_000])).hasStatus(422).bodyText().contains("larger than 2 MB");
        var id = town.as(nora, brought::own).getFirst().id();
        assertThat(town.post(town.sam(), "/work-time/files/" + id + "/removal")).hasStatus(404);
        assertThat(town.post(nora, "/work-time/files/" + id + "/removal")).hasStatus3xxRedirection();
        assertThat(town.get(nora, "/calendar?shows=DAY&on=" + Town.today().plusDays(6))).bodyText().doesNotContain("taken elsewhere");
    }

    private String make(String tells) throws Exception {
        var page = town.post(nora, "/work-time/feed", "tells", tells);
        assertThat(page).hasStatusOk().bodyText().contains("shown now and never again");
        return text(page).replaceAll("(?s).*(/feed/[A-Za-z0-9_-]{43}\\.ics).*", "$1");
    }

    private MvcTestResult fetch(String path) {
        return browser.get().uri(java.net.URI.create(path.replace(" ", "%20").replace("'", "%27"))).exchange();
    }

    private MvcTestResult bring(String name, byte[] file) {
        return browser.post().multipart().uri("/work-time/files").file(new MockMultipartFile("file", "calendar.ics", "text/calendar", file)).param("name", name)
                .cookie(town.cookie(nora)).with(org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf()).exchange();
    }

    private static String text(MvcTestResult page) throws Exception {
        return page.getResponse().getContentAsString();
    }
}
