package org.casebridge.advocacy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** An issue as lists show it. {@code lastStep} is the day of the newest line of its log. */
public record IssueLine(IssueId id, ClientId clientId, String client, AccountId worker, String workerName, String name, String about, LocalDate askedOn,
                        @Nullable LocalDate answerDue, String dueBasis, Issue.@Nullable Result result, @Nullable LocalDate resultOn,
                        @Nullable LocalDate lastStep) {

    /** Without a day to wait for, an issue nobody touched for so long needs a look: one rule for My day and for the list. */
    public static final int QUIET_DAYS = 14;

    public String path() {
        return "/clients/" + clientId.text() + "/advocacy/" + id.text();
    }

    /** The last day anything happened with it. */
    public LocalDate lastTouched() {
        return lastStep == null || lastStep.isBefore(askedOn) ? askedOn : lastStep;
    }

    /** Why it stands where it stands in a list. */
    public Sentence why(LocalDate today) {
        if (result != null) {
            return Sentence.of("{result} on {day}", result, resultOn);
        }
        if (answerDue == null) {
            return Sentence.of("No date to answer by · last step {days, plural, =0 {today} one {yesterday} other {# days ago}}",
                    ChronoUnit.DAYS.between(lastTouched(), today));
        }
        long left = ChronoUnit.DAYS.between(today, answerDue);
        return left < 0
                ? Sentence.of("The answer was due on {day}, {days, plural, one {yesterday} other {# days ago}} · {basis}", answerDue, -left, dueBasis)
                : Sentence.of("The answer is due on {day}, {days, plural, =0 {today} one {tomorrow} other {in # days}} · {basis}", answerDue, left, dueBasis);
    }

    /** The colour of its rail: "urgent" from the day it is due, "soon" within a week or when it went quiet, else "steady". */
    public String tone(LocalDate today) {
        if (answerDue == null) {
            return lastTouched().plusDays(QUIET_DAYS).isAfter(today) ? "steady" : "soon";
        }
        return !answerDue.isAfter(today) ? "urgent" : answerDue.isAfter(today.plusDays(7)) ? "steady" : "soon";
    }
}
