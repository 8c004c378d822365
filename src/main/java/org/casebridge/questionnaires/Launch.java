package org.casebridge.questionnaires;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.questionnaires.fhirpath.Resources;
import org.hl7.fhir.r4.model.Base;
import org.jspecify.annotations.Nullable;

/**
 * Where a questionnaire is asked: FHIR resources by name (patient, user, encounter, the last response; also what a query would find), of whom it is asked, by whom
 * and when. References and times are in FHIR's form. hl7.org/fhir/uv/sdc/StructureDefinition-sdc-questionnaire-launchContext.html
 */
public final class Launch {

    public static final Launch NONE = new Launch(Map.of(), null, null, null);

    private final Map<String, String> resources;
    private final @Nullable String subject;
    private final @Nullable String author;
    private final @Nullable String authored;
    private final Map<String, List<Base>> read = new HashMap<>();

    private Launch(Map<String, String> resources, @Nullable String subject, @Nullable String author, @Nullable String authored) {
        this.resources = resources;
        this.subject = subject;
        this.author = author;
        this.authored = authored;
    }

    /** And a resource, as JSON, that expressions know as {@code %name}. What cannot be read as one is refused with {@link IllegalArgumentException}. */
    public Launch with(String name, String json) {
        var more = new HashMap<>(resources);
        more.put(name, json);
        var launch = new Launch(Map.copyOf(more), subject, author, authored);
        launch.read.putAll(read);
        launch.read.put(name, List.of(Resources.read(json)));
        return launch;
    }

    /** {@code about("Patient/7", "Practitioner/3", "2026-11-24T04:00:00Z")}. */
    public Launch about(@Nullable String subject, @Nullable String author, @Nullable String authored) {
        var launch = new Launch(resources, subject, author, authored);
        launch.read.putAll(read);
        return launch;
    }

    public @Nullable String subject() { return subject; }

    public @Nullable String author() { return author; }

    public @Nullable String authored() { return authored; }

    @Nullable List<Base> named(String name) {
        return read.get(name);
    }
}
