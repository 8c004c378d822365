package org.casebridge.assessments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * One interview with one instrument. A draft can be changed and thrown away; a completed one stays as it is, and a correction is a new one that
 * names it as {@code corrects}. {@code critical}: an answer called for action at once, and {@code safetyNote} says what was done.
 * {@code cutOff} is the agency's version of the cut-offs its score was made with; null is the published one. {@code asksApproval}: a programme they were in asked for a supervisor to look at it.
 */
public record Assessment(AssessmentId id, ClientId clientId, String instrument, String version, Status status, About about, AccountId assessor, Instant startedAt,
                         @Nullable Instant completedAt, @Nullable AssessmentId corrects, Answers answers, @Nullable Integer score, boolean critical, @Nullable String safetyNote, @Nullable UUID cutOff, boolean asksApproval) {

    public enum Status implements Worded {
        DRAFT("Draft"), COMPLETED("Completed");

        private final String words;

        Status(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum Stage implements Worded {
        INTAKE("At intake"), UPDATE("Update"), ANNUAL("Yearly"), EXIT("At exit"), POST_EXIT("After exit"), AD_HOC("In between");

        private final String words;

        Stage(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum Mode implements Worded {
        IN_PERSON("In person"), VIDEO("By video"), PHONE("By phone"), ON_THEIR_OWN("Filled in on their own");

        private final String words;

        Mode(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** Who interpreted. Family is recorded, not recommended: what they hear and how they say it is theirs (45 CFR 92.201 allows it only in need). */
    public enum Interpreter implements Worded {
        NONE("No interpreter"), PROFESSIONAL("A professional interpreter"), STAFF("Somebody of the staff"), FAMILY("Family or a friend");

        private final String words;

        Interpreter(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** When, at which stage, how, in which language (a BCP 47 tag), who interpreted, and who was present. */
    public record About(Stage stage, LocalDate assessedOn, Mode mode, String language, Interpreter interpreter, @Nullable String present) {

        /** Without an interpreter. */
        public About(Stage stage, LocalDate assessedOn, Mode mode, String language, @Nullable String present) {
            this(stage, assessedOn, mode, language, Interpreter.NONE, present);
        }
    }

    static Assessment start(ClientId client, Instrument instrument, About about, AccountId assessor, Instant at) {
        return new Assessment(AssessmentId.next(), client, instrument.id(), instrument.version(), Status.DRAFT, about, assessor, at, null, null, Answers.NONE, null, false, null, null, false);
    }

    public boolean draft() {
        return status == Status.DRAFT;
    }

    public String path() {
        return "/clients/" + clientId.text() + "/assessments/" + id.text();
    }

    Assessment say(About about, Answers answers, LocalDate today) {
        refuseIfCompleted();
        if (about.assessedOn().isAfter(today)) {
            throw Refused.invalid("An assessment cannot be on a day that is still to come.").at("assessedOn");
        }
        if (about.assessedOn().isBefore(today.minusYears(5))) {
            throw Refused.invalid("That is more than five years ago. Look at the year once more.").at("assessedOn");
        }
        return new Assessment(id, clientId, instrument, version, status, about, assessor, startedAt, null, corrects, answers, null, false, null, null, false);
    }

    /** Whoever completes it is its assessor. */
    Assessment complete(@Nullable Integer score, boolean critical, @Nullable String safetyNote, @Nullable UUID cutOff, boolean asksApproval, AccountId by, Instant at) {
        refuseIfCompleted();
        return new Assessment(id, clientId, instrument, version, Status.COMPLETED, about, by, startedAt, at, corrects, answers, score, critical, safetyNote, cutOff, asksApproval);
    }

    /** A draft with the same answers, that names this one. Refuses a draft, which can simply be changed. */
    Assessment correction(AccountId by, Instant at) {
        if (draft()) {
            throw Refused.conflict("This is still a draft: change it as it is.");
        }
        return new Assessment(AssessmentId.next(), clientId, instrument, version, Status.DRAFT, about, by, at, null, id, answers, null, false, null, null, false);
    }

    void refuseIfCompleted() {
        if (!draft()) {
            throw Refused.conflict("This assessment was completed on {day} and stays as it is. To change something, correct it with a new one.", completedAt == null ? startedAt : completedAt);
        }
    }
}
