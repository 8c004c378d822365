package org.casebridge.questionnaires.fhirpath;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.jspecify.annotations.Nullable;

/** The questionnaire's JSON, and HAPI's picture of it once an expression asks for {@code %questionnaire} or {@code %qitem}. */
public final class Source {

    private final String json;
    private volatile @Nullable Picture picture;

    public Source(String json) {
        this.json = json;
    }

    public String json() {
        return json;
    }

    /** Reads it now, outside any expression's time. {@link IllegalArgumentException} when HAPI cannot. */
    public void prepare() {
        picture();
    }

    public List<Base> questionnaire() {
        return List.of(picture().questionnaire());
    }

    public List<Base> item(String linkId) {
        var item = picture().items().get(linkId);
        return item == null ? List.of() : List.of(item);
    }

    private Picture picture() {
        var known = picture;
        if (known == null) {
            var read = (Questionnaire) Resources.read(json);
            var items = new HashMap<String, QuestionnaireItemComponent>();
            collect(read.getItem(), items);
            picture = known = new Picture(read, items);
        }
        return known;
    }

    private static void collect(List<QuestionnaireItemComponent> from, Map<String, QuestionnaireItemComponent> items) {
        for (var item : from) {
            items.put(item.getLinkId(), item);
            collect(item.getItem(), items);
        }
    }

    private record Picture(Questionnaire questionnaire, Map<String, QuestionnaireItemComponent> items) {}
}
