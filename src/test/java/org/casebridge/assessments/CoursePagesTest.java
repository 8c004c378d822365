package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.Address;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.kernel.Sentence;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What assessments mean over time: scores beside what happened, the wheel of domains, and the same pictures on paper. */
@PageTest
class CoursePagesTest {

    @Autowired Town town;
    @Autowired Story story;
    @Autowired Clients clients;

    @Test
    void scores_stand_on_one_axis_with_the_case_the_moves_and_the_stays_in_hospital() {
        var client = town.openCase("Axel Axis").clientId();
        var asked = new Interviews(town, town.rosa());
        asked.phq9(client, "333330000", "assessedOn", Town.today().minusDays(60).toString());
        lives(client, "Old Road 1");
        lives(client, "New Road 2");
        town.rosa().run(() -> {
            story.tell(client, Instant.now().minus(20, ChronoUnit.DAYS), StoryKind.HISTORY, Sentence.of("Hospital stay"), null, null);
            story.tell(client, Instant.now().minus(10, ChronoUnit.DAYS), StoryKind.HISTORY, Sentence.of("Condition: {name}", "Asthma"), null, null);
            story.tell(client, Instant.now().minus(200, ChronoUnit.DAYS), StoryKind.HISTORY, Sentence.of("Emergency visit"), null, null);
        });
        var second = asked.phq9(client, "111111110");

        for (var page : List.of(second, "/clients/" + client.text() + "/assessments", "/clients/" + client.text())) {
            assertThat(town.get(town.rosa(), page)).as(page).bodyText().contains("What happened meanwhile", "Hospital stay", "Case opened in", "Moved: another home address", "stroke-dasharray", "Changed by", ">−7<");
        }
        assertThat(town.get(town.rosa(), second)).bodyText().containsSubsequence("<ol class=\"turns\">", "Case opened in", "Hospital stay", "Moved: another home address", "</ol>").doesNotContain("Asthma", "Emergency visit");
        assertThat(town.get(town.rosa(), second + "/copy")).bodyText().contains("<svg class=\"trend\"", "Hospital stay");
    }

    @Test
    void a_first_address_is_no_move_and_the_street_is_not_told() {
        var client = town.openCase("Hana Home").clientId();
        lives(client, "Secret Street 7");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().doesNotContain("Moved:");
        lives(client, "Other Street 8");
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().containsOnlyOnce("Moved: another home address").doesNotContain("Secret Street 7");
    }

    @Test
    void the_wheel_shows_every_domain_now_and_at_first_and_says_it_in_words() {
        var client = town.openCase("Wanda Wheel").clientId();
        var asked = new Interviews(town, town.rosa());
        asked.complete(asked.start(client, "needs"), "assessedOn", Town.today().minusDays(90).toString(), "stage", "INTAKE",
                "item-housing-level", "1", "item-food-level", "2", "item-money-level", "4");
        var path = asked.start(client, "needs");
        assertThat(asked.complete(path, "item-housing-level", "4", "item-food-level", "2", "item-money-level", "3", "item-work-level", "5", "item-act-1", "food",
                "item-food-hard", "x".repeat(400))).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("<svg class=\"wheel\"", "The domains as a wheel, now and on", "Against the first time: one domain is better, one is worse.",
                "1. Home", "4. Work", "stroke-dasharray=\"4 4\"");
    }

    @Test
    void the_pictures_are_on_paper_and_the_summary_stays_on_one_page() throws Exception {
        var client = town.openCase("Pia Paper").clientId();
        var asked = new Interviews(town, town.rosa());
        asked.phq9(client, "333330000", "assessedOn", Town.today().minusDays(60).toString());
        onOnePage(asked.phq9(client, "111111110"), "What happened meanwhile");
        var all = new java.util.ArrayList<String>();
        for (var domain : List.of("housing", "food", "utilities", "money", "work", "education", "transport", "digital", "legal", "people", "family", "safety", "health", "care", "daily", "mind", "stress", "substances")) {
            all.addAll(List.of("item-" + domain + "-level", "5", "item-" + domain + "-hard", "h".repeat(500), "item-" + domain + "-helps", "s".repeat(500)));
        }
        for (int i = 0; i < 5; i++) {
            all.addAll(List.of("item-act-" + (i + 1), List.of("housing", "food", "money", "work", "mind").get(i)));
        }
        var path = asked.start(client, "needs");
        assertThat(asked.complete(path, all.toArray(String[]::new))).hasStatus(303);
        onOnePage(path, "What you want to act on, in your order:");
    }

    /** The first page has the summary and a picture in the colours of the screen; the second begins with the answers. */
    private void onOnePage(String path, String words) throws Exception {
        var file = town.post(town.rosa(), path + "/copy");
        assertThat(file).hasStatusOk();
        try (var pdf = Loader.loadPDF(file.getResponse().getContentAsByteArray())) {
            var first = new PDFTextStripper();
            first.setEndPage(1);
            assertThat(first.getText(pdf)).contains("In short", words, "Is something wrong here?").doesNotContain("Your answers\n");
            var second = new PDFTextStripper();
            second.setStartPage(2);
            second.setEndPage(2);
            assertThat(second.getText(pdf)).contains("Your answers\n").doesNotContain("In short");
            var seen = new PDFRenderer(pdf).renderImageWithDPI(0, 60);
            long teal = java.util.stream.IntStream.range(0, seen.getWidth() * seen.getHeight()).map(it -> seen.getRGB(it % seen.getWidth(), it / seen.getWidth()))
                    .filter(it -> (it >> 8 & 255) > (it >> 16 & 255) + 40).count();
            assertThat(teal).isGreaterThan(50);
            var kept = System.getenv("PICTURES");
            if (kept != null) {
                javax.imageio.ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(0, 90), "png", java.nio.file.Path.of(kept, path.substring(path.length() - 6) + ".png").toFile());
            }
        }
    }

    private void lives(ClientId client, String street) {
        town.rosa().run(() -> {
            var person = clients.get(client);
            clients.reach(client, person.version(), person.contact(), person.points(), List.of(Address.home(street, "Springfield", "MA", "01101")));
        });
    }
}
