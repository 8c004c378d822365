package org.casebridge.caseload;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.workforce.Worker;
import org.jspecify.annotations.Nullable;

/** What somebody with the right to do so says of a member of the team. */
public record ChangeMember(List<ProgramId> programs, List<String> languages, Worker.@Nullable Degree degree, @Size(max = 100) String studied,
                           @Nullable AccountId supervisor, int version) {

    public ChangeMember {
        programs = programs == null ? List.of() : List.copyOf(programs);
        languages = languages == null ? List.of() : List.copyOf(languages);
        studied = studied == null ? "" : studied;
    }
}
