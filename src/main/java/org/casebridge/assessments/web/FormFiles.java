package org.casebridge.assessments.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.assessments.FormReport;
import org.casebridge.assessments.OwnForms;
import org.casebridge.questionnaires.QuestionnaireReader;
import org.casebridge.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** A questionnaire as it was uploaded, with the answer lists beside it; null and a problem in the form when there is no text in it. */
final class FormFiles {

    private FormFiles() {}

    static @Nullable FormReport read(Form<?> form, @Nullable MultipartFile file, @Nullable List<MultipartFile> lists, OwnForms forms) throws IOException {
        if (file == null || file.isEmpty()) {
            form.refuse("file", "Choose a file.");
            return null;
        }
        var text = text(form, "file", file);
        var beside = new ArrayList<String>();
        for (var one : lists == null ? List.<MultipartFile>of() : lists) {
            if (!one.isEmpty() && text(form, "lists", one) instanceof String list) {
                beside.add(list);
            }
        }
        if (form.wrong() || text == null) {
            return null;
        }
        var report = forms.check(text, beside);
        if (!report.works()) {
            form.refuse("file", "This questionnaire cannot be asked here; the reasons stand below.");
        }
        return report;
    }

    private static @Nullable String text(Form<?> form, String field, MultipartFile file) throws IOException {
        if (file.getSize() > QuestionnaireReader.LARGEST) {
            form.refuse(field, "The file is larger than {limit, number} characters.", QuestionnaireReader.LARGEST);
            return null;
        }
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException wrong) {
            form.refuse(field, "The file is not text in UTF-8.");
            return null;
        }
    }
}
