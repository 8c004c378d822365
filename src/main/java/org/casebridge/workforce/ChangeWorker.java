package org.casebridge.workforce;

import java.util.List;
import org.casebridge.access.AccountId;
import org.jspecify.annotations.Nullable;

/** What is known of a worker. {@code version} is what the one who changes it has read. */
public record ChangeWorker(List<String> languages, Worker.@Nullable Degree degree, String studied, @Nullable AccountId supervisor, int version) {

    public ChangeWorker {
        languages = List.copyOf(languages);
    }
}
