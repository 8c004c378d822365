package org.casebridge.monitoring.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.casebridge.careplans.Achievement;
import org.casebridge.careplans.GoalId;
import org.casebridge.careplans.GoalLine;
import org.casebridge.clients.Languages;
import org.casebridge.consent.DataClass;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.WallClock;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Mode;
import org.casebridge.messaging.Note;
import org.casebridge.messaging.NoteTemplate;
import org.casebridge.monitoring.ContactEntry;
import org.casebridge.monitoring.GivenService;
import org.casebridge.monitoring.NextStep;
import org.casebridge.monitoring.Promise;
import org.casebridge.monitoring.ServedGoal;
import org.casebridge.monitoring.VisitId;
import org.jspecify.annotations.Nullable;

/** A contact, its note, the goals it served and the next step, written down once. {@code back} is "day" for who came from My day. */
record RecordContact(@NotNull(message = "Choose the day.") LocalDate on, @NotNull(message = "Choose the time.") LocalTime at,
                     @NotNull(message = "Choose how.") Mode mode, @NotNull(message = "Choose who contacted whom.") Contact.Direction direction,
                     @NotNull(message = "Choose with whom.") Contact.Party party, @Nullable @Size(max = 200) String who,
                     @Nullable @Min(value = 0, message = "Minutes cannot be below zero.") @Max(value = 1440, message = "At most a whole day: 1440 minutes.") Integer minutes,
                     @NotNull(message = "Choose how it went.") Contact.Outcome outcome, @Nullable @Size(max = 20_000) String words, @Nullable Boolean sign,
                     @Nullable List<@Valid Served> goals, @Nullable @Size(max = 200) String next, @Nullable LocalDate nextOn, @Nullable String back, @Nullable DataClass apart,
                     @Nullable NoteTemplate template, @Nullable List<@Size(max = 10_000) String> parts, @Nullable List<GivenService> services, @Nullable List<@Valid Promised> promises, @Nullable VisitId visit,
                     @Nullable @Min(value = 0, message = "Minutes cannot be below zero.") @Max(value = 1440, message = "At most a whole day: 1440 minutes.") Integer travel,
                     @Nullable @Size(max = 20) String language, Contact.@Nullable Interpreted interpreter, @Nullable @Size(max = 200) String place, @Nullable @Size(max = 1000) String safety,
                     @Nullable @Size(max = 500) String despite, @Nullable Boolean again) {

    /** What was promised in it. */
    record Promised(@Nullable @Size(max = 500) String words, Promise.@Nullable By by, @Nullable @Size(max = 200) String who, @Nullable LocalDate dueOn) {}


    /** One goal of the plan: ticked when the contact served it, with what was reached, when that was seen. */
    record Served(@Nullable GoalId goal, @Nullable Boolean served, @Nullable Achievement achievement, @Nullable @Size(max = 2000) String words) {}

    /** What most contacts are: now, by phone, from us, with the client. */
    static RecordContact usual(LocalDateTime now, List<GoalLine> goals, @Nullable String back) {
        return new RecordContact(now.toLocalDate(), now.toLocalTime().truncatedTo(ChronoUnit.MINUTES), Mode.PHONE, Contact.Direction.OUTGOING, Contact.Party.CLIENT,
                "", null, Contact.Outcome.REACHED, "", true, goals.stream().map(it -> new Served(it.id(), null, null, "")).toList(), "", null, back, null, null, null, null, null, null, null, "", null, "", "", null, null);
    }

    /** Only counseling and therapy notes are kept apart. */
    @Nullable DataClass keptApart() {
        return apart != null && apart.apart() ? apart : null;
    }

    Contact.Said said(ZoneId zone) {
        return new Contact.Said(WallClock.at(on, at, zone), mode, direction, party, who == null ? "" : who, minutes, outcome,
                new Contact.Around(travel, language == null || !Languages.known(language) ? "" : language, interpreter == null ? Contact.Interpreted.NONE : interpreter,
                        place == null ? "" : place.strip(), safety == null ? "" : safety.strip(), despite == null || despite.isBlank() ? null : despite.strip(), null));
    }

    ContactEntry entry(ZoneId zone) {
        return new ContactEntry(said(zone), template == null ? Note.Written.free(words) : Note.Written.by(template, parts == null ? List.of() : parts), keptApart(), Boolean.TRUE.equals(sign),
                served(), services == null ? List.of() : services, nextStep(), promised(), visit);
    }

    private List<Promise.Said> promised() {
        return promises == null ? List.of() : promises.stream().filter(it -> it != null && it.words() != null && !it.words().isBlank())
                .map(it -> new Promise.Said(it.words().strip(), it.by() == null ? Promise.By.US : it.by(), it.who() == null ? "" : it.who().strip(), it.dueOn())).toList();
    }

    /** Refuses words on a goal without what was reached: they would be kept nowhere. */
    List<ServedGoal> served() {
        if (goals == null) {
            return List.of();
        }
        for (int i = 0; i < goals.size(); i++) {
            var goal = goals.get(i);
            if (goal != null && goal.achievement() == null && goal.words() != null && !goal.words().isBlank()) {
                throw Refused.invalid("Choose how this goal stands, so that your words are kept with it.").at("goals[" + i + "].achievement");
            }
        }
        return goals.stream().filter(it -> it != null && it.goal() != null && (Boolean.TRUE.equals(it.served()) || it.achievement() != null))
                .map(it -> new ServedGoal(it.goal(), it.achievement(), Objects.requireNonNullElse(it.words(), ""))).toList();
    }

    /** Refuses a day without what is to be done on it. */
    @Nullable NextStep nextStep() {
        if (next == null || next.isBlank()) {
            if (nextOn != null) {
                throw Refused.invalid("Say what is to be done by then.").at("next");
            }
            return null;
        }
        return new NextStep(next, nextOn);
    }
}
