package org.casebridge.oversight;

import org.jspecify.annotations.Nullable;

/** An alert with the names that go with it; {@code client} is null where the record is closed to the reader too. */
public record AlertLine(Alert alert, String worker, @Nullable String client, @Nullable String reviewer) {

    public String path() {
        return "/alerts/" + alert.id().text();
    }
}
