package org.casebridge.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.access.StepUp;

/** One thing typed in a form that waits for its person to show again who they are. */
public record TypedField(String name, String value) {

    /** All that was sent, without the tokens and the answer. */
    static List<TypedField> of(HttpServletRequest request) {
        var fields = new ArrayList<TypedField>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.startsWith(StepUp.FIELDS)) {
                for (var value : values) {
                    fields.add(new TypedField(name, value));
                }
            }
        });
        return fields;
    }
}
