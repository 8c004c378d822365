package org.casebridge.monitoring;

import java.time.Instant;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** An incident: what happened and what was done at once; reported, then reviewed by a supervisor with what was found, then closed when every report was made. */
public record Incident(IncidentId id, ClientId clientId, Kind kind, Instant happenedAt, String place, String words, String done, Status status, AccountId reportedBy, Instant reportedAt,
                       @Nullable String findings, @Nullable AccountId reviewedBy, @Nullable Instant reviewedAt, @Nullable AccountId closedBy, @Nullable Instant closedAt, int version) {

    public enum Kind implements Worded {
        CHILD_ABUSE("Suspected abuse or neglect of a child"), ADULT_ABUSE("Suspected abuse or neglect of an adult"), DEATH("Death"), SELF_HARM("Self-harm or attempted suicide"), INJURY("Injury"),
        VIOLENCE("Violence or threat"), MEDICATION("Medication error"), MISSING("Missing person"), PROPERTY("Damage or theft"), OTHER("Something else");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum Status implements Worded {
        REPORTED("Reported"), REVIEWED("Reviewed"), CLOSED("Closed");

        private final String words;

        Status(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** Refuses what is still to come. */
    public static Incident report(ClientId client, Kind kind, Instant happened, String place, String words, String done, AccountId by, Instant now) {
        if (happened.isAfter(now)) {
            throw Refused.invalid("That is still to come. Write down what has happened.").at("on");
        }
        return new Incident(IncidentId.next(), client, kind, happened, place, words, done, Status.REPORTED, by, now, null, null, null, null, null, 0);
    }

    /** Refuses whoever reported it: somebody else looks into it. */
    public Incident review(String findings, AccountId by, Instant now) {
        if (status != Status.REPORTED) {
            throw Refused.conflict("This incident was reviewed already.");
        }
        if (by.equals(reportedBy)) {
            throw Refused.conflict("You reported it yourself. Somebody else reviews it.");
        }
        return new Incident(id, clientId, kind, happenedAt, place, words, done, Status.REVIEWED, reportedBy, reportedAt, findings, by, now, null, null, version);
    }

    /** Refuses before its review, and while a report is due. */
    public Incident close(long due, AccountId by, Instant now) {
        if (status != Status.REVIEWED) {
            throw Refused.conflict(status == Status.CLOSED ? "This incident is closed already." : "Review it first: say what was found.");
        }
        if (due > 0) {
            throw Refused.conflict("{count, plural, one {One report is not made yet.} other {# reports are not made yet.}}", due);
        }
        return new Incident(id, clientId, kind, happenedAt, place, words, done, Status.CLOSED, reportedBy, reportedAt, findings, reviewedBy, reviewedAt, by, now, version);
    }
}
