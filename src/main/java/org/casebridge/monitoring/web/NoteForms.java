package org.casebridge.monitoring.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.monitoring.Promise;
import org.casebridge.monitoring.NoteReview;
import org.casebridge.workforce.Credential;
import org.jspecify.annotations.Nullable;

/** The short forms beside a note: what a supervisor says, a promise, what came of it; and whose notes need a second signature. */
final class NoteForms {

    private NoteForms() {}

    record SayOfNote(@NotNull(message = "Choose what it is.") NoteReview.Kind kind, @NotBlank(message = "Write a few words.") @Size(max = 4000) String words) {}

    record MakePromise(@Nullable @Size(max = 500) String words, @Nullable @Size(max = 500) String sentence, @NotNull(message = "Choose who promises it.") Promise.By by, @Nullable @Size(max = 200) String who,
                       @Nullable LocalDate dueOn) {

        Promise.Said said() {
            var chosen = sentence != null && !sentence.isBlank() ? sentence : words;
            if (chosen == null || chosen.isBlank()) {
                throw org.casebridge.kernel.Refused.invalid("Write what is promised, or choose a sentence of the note.").at("words");
            }
            return new Promise.Said(chosen.strip(), by, who == null ? "" : who.strip(), dueOn);
        }
    }

    record SettlePromise(@NotNull(message = "Choose what came of it.") Promise.Status status, @Nullable @Size(max = 500) String reason) {}

    record AskCosign(@Nullable List<Credential.Kind> kinds) {}
}
