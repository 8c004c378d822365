package org.casebridge.clients.web;

import java.util.UUID;
import org.casebridge.kernel.Id;
import org.casebridge.web.Form;
import org.jspecify.annotations.Nullable;

/** Which hidden field of a page was asked for: its words when it is shown, this once, or the form that asks what for. */
public record Unveiled(@Nullable UUID row, @Nullable String words, @Nullable Form<?> form) {

    public static Unveiled nothing() {
        return new Unveiled(null, null, null);
    }

    static Unveiled shown(Id row, String words) {
        return new Unveiled(row.value(), words, null);
    }

    static Unveiled asked(Id row, Form<?> form) {
        return new Unveiled(row.value(), null, form);
    }

    public boolean shows(Id id) {
        return words != null && id.value().equals(row);
    }

    public boolean asks(Id id) {
        return form != null && id.value().equals(row);
    }
}
