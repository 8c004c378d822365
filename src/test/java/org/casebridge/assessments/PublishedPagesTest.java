package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.TestData;
import org.casebridge.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every questionnaire of the published collections that is understood is also a page, which takes an empty answer without failing. */
@PageTest
class PublishedPagesTest {

    @Autowired Town town;
    @Autowired OwnForms forms;

    @Test
    void each_of_them_is_shown_and_takes_an_answer() throws Exception {
        var lists = new ArrayList<String>();
        for (var folder : List.of("questionnaires-lforms", "fhir-sdc")) {
            for (var file : files(folder, ".*(ValueSet|CodeSystem)[^.]*\\.json")) {
                lists.add(Files.readString(file));
            }
        }
        int shown = 0;
        for (var folder : List.of("questionnaires-lforms", "fhir-sdc")) {
            for (var file : files(folder, ".*\\.json")) {
                var read = forms.check(Files.readString(file), lists);
                if (!read.works()) {
                    continue;
                }
                var form = town.adam().act(() -> forms.load(read, file.getFileName().toString()));
                assertThat(town.get(town.adam(), form.path() + "/preview")).as(file.toString()).hasStatusOk().bodyText().contains("id=\"questions\"");
                assertThat(town.post(town.adam(), form.path() + "/preview").getResponse().getStatus()).as(file.toString()).isIn(200, 422);
                town.adam().run(() -> forms.discard(form.id()));
                shown++;
            }
        }
        assertThat(shown).isGreaterThan(50);
    }

    private static List<Path> files(String folder, String pattern) throws Exception {
        try (var files = Files.walk(TestData.folder(folder))) {
            return files.filter(it -> it.toString().matches(pattern)).sorted().toList();
        }
    }
}
