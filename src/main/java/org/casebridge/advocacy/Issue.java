package org.casebridge.advocacy;

import java.time.LocalDate;
import org.casebridge.access.AccountId;
import org.casebridge.careplans.GoalId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * Something asked of somebody on a client's behalf. It is open until it has a result. {@code dueBasis} says in words why an answer is
 * due by {@code answerDue}; {@code backedBy} is the right that stands behind the request. {@code worker} follows the case.
 */
public record Issue(IssueId id, ClientId clientId, AccountId worker, Party party, String name, String person, String phone, String about, String asked,
                    LocalDate askedOn, @Nullable LocalDate answerDue, String dueBasis, String backedBy, @Nullable GoalId goalId,
                    @Nullable Result result, @Nullable LocalDate resultOn, String resultWords, int version) {

    public enum Party implements Worded {
        AGENCY("Public agency"), INSURER("Insurer or health plan"), LANDLORD("Landlord or housing authority"), PROVIDER("Health care provider"),
        SCHOOL("School"), COURT("Court"), EMPLOYER("Employer"), UTILITY("Utility company"), OTHER("Somebody else");

        private final String words;

        Party(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum Result implements Worded {
        GRANTED("Granted"), PARTLY("Partly granted"), DENIED("Denied"), WITHDRAWN("Withdrawn"), NO_ANSWER("No answer came");

        private final String words;

        Result(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public static Issue raise(ClientId client, AccountId worker, RaiseIssue said, LocalDate today) {
        return checked(IssueId.next(), client, worker, said, 0, today);
    }

    public boolean open() {
        return result == null;
    }

    /** Refuses a change of an issue that has its result, and one that was read before somebody else changed it. */
    public Issue change(RaiseIssue said, LocalDate today) {
        whileOpen();
        upToDate(said.version());
        return checked(id, clientId, worker, said, version, today);
    }

    /** Refuses a day before it was asked or yet to come; that no answer came can be said only once it was due. */
    public Issue settle(SettleIssue said, LocalDate today) {
        whileOpen();
        upToDate(said.version());
        if (said.resultOn().isBefore(askedOn)) {
            throw Refused.invalid("It was asked on {day}; the answer cannot be older.", askedOn).at("resultOn");
        }
        if (said.resultOn().isAfter(today)) {
            throw Refused.invalid("That day is yet to come.").at("resultOn");
        }
        if (said.result() == Result.NO_ANSWER && answerDue != null && !answerDue.isBefore(today)) {
            throw Refused.invalid("The answer is due on {day}; until then it is not missing.", answerDue).at("result");
        }
        return new Issue(id, clientId, worker, party, name, person, phone, about, asked, askedOn, answerDue, dueBasis, backedBy, goalId,
                said.result(), said.resultOn(), said.resultWords(), version);
    }

    /** Takes the result back. */
    public Issue reopen() {
        if (open()) {
            throw Refused.conflict("This issue is open already.");
        }
        return new Issue(id, clientId, worker, party, name, person, phone, about, asked, askedOn, answerDue, dueBasis, backedBy, goalId, null, null, "", version);
    }

    private void whileOpen() {
        if (!open()) {
            throw Refused.conflict("This issue has its result since {day}. Reopen it first.", resultOn);
        }
    }

    private void upToDate(int read) {
        if (read != version) {
            throw Refused.conflict("Someone else changed this issue meanwhile. Look at it again; if yours still holds, save once more.");
        }
    }

    private static Issue checked(IssueId id, ClientId client, AccountId worker, RaiseIssue said, int version, LocalDate today) {
        if (said.askedOn().isAfter(today)) {
            throw Refused.invalid("That day is yet to come.").at("askedOn");
        }
        if (said.answerDue() != null && said.answerDue().isBefore(said.askedOn())) {
            throw Refused.invalid("The answer cannot be due before it was asked on {day}.", said.askedOn()).at("answerDue");
        }
        if (said.answerDue() != null && said.dueBasis().isBlank()) {
            throw Refused.invalid("Say why it is due then: a law, their letter, or what they promised.").at("dueBasis");
        }
        return new Issue(id, client, worker, said.party(), said.name(), said.person(), said.phone(), said.about(), said.asked(), said.askedOn(),
                said.answerDue(), said.dueBasis(), said.backedBy(), said.goalId(), null, null, "", version);
    }
}
