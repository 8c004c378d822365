package org.casebridge.planner;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the proposed moves are made, and why; {@code seen} is of the team as it was shown, {@code proposed} how many moves there were. */
public record DecideRebalancing(@NotBlank(message = "Look at the proposal again.") String seen, @NotEmpty(message = "Choose at least one move.") @Size(max = 2000) List<String> move,
                                @NotBlank(message = "Give a reason.") @Size(max = 500) String reason, @Nullable Integer proposed) {

    public DecideRebalancing {
        move = move == null ? List.of() : move.stream().distinct().toList();
    }
}
