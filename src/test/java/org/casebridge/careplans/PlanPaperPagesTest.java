package org.casebridge.careplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a screen reader is told by the plan's PDF file: the clauses of PDF/UA-1 (ISO 14289-1) that its structure can show. */
@PageTest
class PlanPaperPagesTest {

    @Autowired Town town;
    @Autowired CarePlans plans;

    @Test
    void the_file_says_its_title_and_language_is_read_in_order_by_headings_that_skip_no_level_and_brings_its_fonts() throws IOException {
        var client = town.openCase("Grace Obi").clientId();
        PlanExamples.agreed(town, plans, client);
        var version = town.as(town.rosa(), () -> plans.active(client).orElseThrow());
        var pdf = town.post(town.rosa(), "/clients/" + client.text() + "/plan/versions/" + version.id().text() + "/print", "both", "true");
        assertThat(pdf).hasStatusOk().hasContentType("application/pdf");
        try (var read = Loader.loadPDF(pdf.getResponse().getContentAsByteArray())) {
            var catalog = read.getDocumentCatalog();
            assertThat(read.getDocumentInformation().getTitle()).as("7.1: a title").contains("My plan", "Grace Obi");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).as("7.1: shown in place of the file's name").isTrue();
            assertThat(catalog.getLanguage()).as("7.2: a language").isEqualTo("en");
            var elements = new ArrayList<PDStructureElement>();
            walk(catalog.getStructureTreeRoot(), elements);
            var headings = elements.stream().map(PDStructureElement::getStructureType).filter(it -> it.matches("H[1-6]")).toList();
            assertThat(headings).as("7.4.2: the first is of the first level").first().isEqualTo("H1");
            for (int i = 1; i < headings.size(); i++) {
                assertThat(headings.get(i).charAt(1) - headings.get(i - 1).charAt(1)).as("7.4.2: no level is skipped: " + headings).isLessThanOrEqualTo(1);
            }
            assertThat(elements.stream().filter(it -> it.getStructureType().equals("Figure"))).as("7.3: each picture in words").allSatisfy(it -> assertThat(it.getAlternateDescription()).isNotBlank());
            for (var page : read.getPages()) {
                assertThat(page.getCOSObject().getNameAsString(COSName.getPDFName("Tabs"), "S")).as("7.18.3: in the order of the structure").isEqualTo("S");
                for (var font : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(font).isEmbedded()).as("7.21.4: its fonts are in it").isTrue();
                }
            }
            assertThat(new PDFTextStripper().getText(read)).containsSubsequence("My plan", "A home of my own", "Mi plan");
        }
    }

    private static void walk(PDStructureNode node, List<PDStructureElement> found) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                found.add(element);
                walk(element, found);
            }
        }
    }
}
