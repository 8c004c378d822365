package org.casebridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.codes.NeedCategory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class ListsAndAskingsTest {

    @Autowired Town town;
    @Autowired Services services;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    private final String mark = "Zl" + UUID.randomUUID();

    private ServiceId service() {
        return town.vera().act(() -> services.add(AddService.of("House " + mark, "Pantry " + mark, NeedCategory.FOOD, "555-0100")));
    }

    @Test
    void services_are_put_on_a_list_once_printed_in_the_readers_language_and_taken_off() throws Exception {
        var service = service();
        var path = "/directory/services/" + service.text() + "/lists";
        assertThat(town.post(town.rosa(), path, "name", " ")).hasStatus(422);
        assertThat(town.post(town.rosa(), path, "name", "x".repeat(101))).hasStatus(422);
        var list = String.valueOf(town.post(town.rosa(), path, "name", "Food near us " + mark).getResponse().getRedirectedUrl());
        assertThat(town.post(town.sam(), path, "name", "Food near us " + mark)).hasRedirectedUrl(list);

        assertThat(town.get(town.sam(), "/directory/lists")).bodyText().contains("Food near us " + mark, "One service");
        assertThat(town.get(town.sam(), list + "/paper?language=es")).bodyText().contains("Pantry " + mark, "llame antes de ir");
        assertThat(town.get(town.sam(), list + "/paper?language=en")).bodyText().contains("call before you go");
        assertThat(town.get(town.sam(), "/directory/lists/" + UUID.randomUUID())).hasStatus(404);
        assertThat(town.post(town.sam(), list + "/removal", "service", service.text())).hasStatus(303);
        assertThat(town.get(town.sam(), list)).hasStatus(404);
    }

    @Test
    void a_partner_answers_a_link_once_and_the_entry_is_checked() throws Exception {
        var service = service();
        var path = "/directory/services/" + service.text() + "/askings";
        assertThat(town.post(town.rosa(), path)).hasStatus(403);
        var page = town.post(town.vera(), path).getResponse().getContentAsString();
        var link = page.replaceAll("(?s).*(/directory-check/[A-Za-z0-9_-]{43}).*", "$1");

        assertThat(browser.get().uri(link)).hasStatusOk().bodyText().contains("Pantry " + mark, "Is all of this right?");
        assertThat(answer(link, "")).hasStatus(422);
        assertThat(browser.get().uri("/directory-check/" + "A".repeat(43))).hasStatus(404);
        assertThat(answer(link, "YES")).hasStatusOk().bodyText().contains("Thank you");
        assertThat(answer(link, "YES")).as("replayed").hasStatus(404);
        assertThat(browser.get().uri(link)).hasStatus(404);
        assertThat(town.get(town.vera(), "/directory/services/" + service.text())).bodyText().contains("Checked by House " + mark);
        assertThat(town.get(town.vera(), path)).bodyText().contains("They say all is right").doesNotContain(link);

        var second = town.post(town.vera(), path).getResponse().getContentAsString().replaceAll("(?s).*(/directory-check/[A-Za-z0-9_-]{43}).*", "$1");
        db.sql("update directory.asking set expires_at = now() - interval '1 second' where service_id = ? and answered_at is null").param(service.value()).update();
        assertThat(browser.get().uri(second)).as("over").hasStatus(404);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult answer(String link, String right) {
        return browser.post().uri(link).with(SecurityMockMvcRequestPostProcessors.csrf()).param("right", right).exchange();
    }
}
