package org.casebridge.assessments.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A file that becomes a form of the agency; without a title it keeps its own. */
public record LoadForm(@Nullable @Size(max = 200) String title) {

    String titled() {
        return title == null ? "" : title;
    }
}
