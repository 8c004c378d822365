package org.casebridge.assessments.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebridge.access.Actor;
import org.casebridge.assessments.FilledForm;
import org.casebridge.assessments.FilledForms;
import org.casebridge.questionnaires.Place;
import org.casebridge.questionnaires.Problem;
import org.casebridge.questionnaires.Value;
import org.casebridge.questionnaires.page.Entered;
import org.casebridge.questionnaires.page.FieldName;
import org.casebridge.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What a page of a form of the agency sent: its answers, as of which revision, and what is wrong with them, beside each. */
final class FormFields {

    static final int LARGEST_FILE = 1_000_000;

    private FormFields() {}

    static FilledForms.Sent sent(Form<?> form, FilledForm filled, Map<String, MultipartFile> files) {
        var entered = Entered.read(filled.state(), typed(form), files(form, files), Actor.current().zone());
        entered.problems().forEach((name, words) -> form.refuse(name, words.english(), words.values().toArray()));
        var open = new HashSet<Place>();
        var settled = new HashMap<Place, Boolean>();
        for (var name : form.values("_open")) {
            var place = FieldName.place(name);
            if (place != null) {
                open.add(place);
                if (!form.value("_settle-" + name).isEmpty()) {
                    settled.put(place, form.value("_settle-" + name).equals("mine"));
                }
            }
        }
        return new FilledForms.Sent(entered.given(), revision(form), Set.copyOf(open), settled, place(form, "_more"), place(form, "_less"));
    }

    /** What is wrong with the answers as they stand; what is missing only when it is to be completed. */
    static void judge(Form<?> form, FilledForm now, FilledForms.Sent sent, boolean completing) {
        for (var problem : now.state().problems()) {
            boolean counts = switch (problem.kind()) {
                case WRONG, UNKNOWN, EXPRESSION -> true;
                case MISSING -> completing;
                case NOT_ASKED -> completing && sent.given().get(problem.place()) != null;
                case WARNING -> false;
            };
            if (counts && problem.kind() == Problem.Kind.NOT_ASKED) {
                form.refuse(name(now, problem.place()), "What was answered before means that this is not asked. Empty it here, or change the answer before.");
            } else if (counts) {
                form.refuse(name(now, problem.place()), problem.words().english(), problem.words().values().toArray());
            }
        }
    }

    /** Where several answers share a field, it is named by the question. */
    private static String name(FilledForm now, Place place) {
        var field = now.state().field(place);
        return FieldName.of(field != null && org.casebridge.questionnaires.page.Control.of(field) == org.casebridge.questionnaires.page.Control.CHECKS ? field.place() : place);
    }

    static long revision(Form<?> form) {
        return form.value("_base").matches("\\d{1,15}") ? Long.parseLong(form.value("_base")) : 0;
    }

    private static @Nullable Place place(Form<?> form, String name) {
        return form.value(name).isEmpty() ? null : FieldName.place(form.value(name));
    }

    /** Every field as it was sent. */
    private static Map<String, List<String>> typed(Form<?> form) {
        var typed = new LinkedHashMap<String, List<String>>();
        form.fields().stream().filter(it -> it.startsWith(FieldName.PREFIX)).forEach(it -> typed.put(it, form.values(it)));
        return typed;
    }

    private static Map<String, Value.File> files(Form<?> form, Map<String, MultipartFile> sent) {
        var files = new HashMap<String, Value.File>();
        sent.forEach((name, file) -> {
            if (!name.startsWith(FieldName.PREFIX) || file.isEmpty()) {
                return;
            }
            if (file.getSize() > LARGEST_FILE) {
                form.refuse(name, "This file is larger than {most, number} bytes. Put it with the documents and name it here.", LARGEST_FILE);
                return;
            }
            try {
                files.put(name, new Value.File(file.getContentType(), title(file), null, Base64.getEncoder().encodeToString(file.getBytes())));
            } catch (IOException lost) {
                throw new UncheckedIOException(lost);
            }
        });
        return files;
    }

    private static String title(MultipartFile file) {
        var name = String.valueOf(file.getOriginalFilename()).replace("\0", "");
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
