package org.casebridge.intake;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.WorkingDays;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** What was asked, by whom, how soon it must be answered, and in which words; also the form that asks it. */
public record HelpRequest(
        @NotNull(message = "Say who asked.") Asker asker,
        @Nullable @Size(max = 120) String askedName,
        @Nullable @Size(max = 40) String askedPhone,
        @NotNull(message = "Say how the request came.") CameBy cameBy,
        @NotNull(message = "Write the day on which help was asked for.") LocalDate receivedOn,
        @NotEmpty(message = "Choose at least one thing they need help with.") List<NeedCategory> needs,
        @Nullable @Size(max = 4000) String ownWords,
        @Nullable @Size(max = 4000) String situation,
        @NotNull(message = "Say how soon they need an answer.") Urgency urgency,
        @NotNull(message = "Say whether they are safe now.") Safety safety,
        @Nullable @Size(max = 1000) String safetyNote) {

    public enum Asker implements Worded {
        SELF("The person themselves"), FAMILY("Family"), FRIEND("A friend or neighbor"), HOSPITAL("A hospital"), CLINIC("A clinic or doctor"),
        AGENCY("Another agency"), SCHOOL("A school"), COURT("A court or probation"), HOTLINE("A help line"), OTHER("Someone else");

        private final String words;

        Asker(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum CameBy implements Worded {
        PHONE("By phone"), VISIT("In person"), EMAIL("By e-mail"), LETTER("By letter or fax"), WEB("Through a web page"), OUTREACH("We met them outside"),
        ELECTRONIC("As an electronic referral");

        private final String words;

        CameBy(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** How soon a request is answered, in working days after it came. Casebridge's own scale: no law sets one for all programmes. */
    public enum Urgency implements Worded {
        TODAY("Today: not safe, no food or shelter tonight, or a deadline today", 0),
        TWO_DAYS("Within 2 working days: something is lost this week without help", 2),
        WEEK("Within 5 working days: help is needed soon, nothing is lost by a week", 5),
        MONTH("Within 20 working days: planning ahead", 20);

        private final String words;
        private final int workingDays;

        Urgency(String words, int workingDays) {
            this.words = words;
            this.workingDays = workingDays;
        }

        @Override
        public String words() { return words; }

        public int workingDays() { return workingDays; }

        /** The day by which an answer is promised to who asks on this day. */
        LocalDate due(LocalDate receivedOn) {
            return WorkingDays.after(receivedOn, workingDays);
        }
    }

    public enum Safety implements Worded {
        SAFE("Safe now"), NOT_SAFE("Not safe now"), UNKNOWN("Not known yet");

        private final String words;

        Safety(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** The day by which an answer is promised. */
    public LocalDate due() {
        return urgency.due(receivedOn);
    }

    /** Refuses a day to come, an asker who cannot be called back, and danger without a word on it or with an answer later than today. */
    void check(LocalDate today) {
        if (receivedOn.isAfter(today)) {
            throw Refused.invalid("Help cannot have been asked for on a day that is still to come.").at("receivedOn");
        }
        if (receivedOn.isBefore(today.minusYears(1))) {
            throw Refused.invalid("That is more than a year ago. Write the day on which help was asked for this time.").at("receivedOn");
        }
        if (asker != Asker.SELF && blank(askedName)) {
            throw Refused.invalid("Write who asked, so that they can be called back.").at("askedName");
        }
        if (safety == Safety.NOT_SAFE && blank(safetyNote)) {
            throw Refused.invalid("Write what makes it unsafe and what was done about it just now.").at("safetyNote");
        }
        if (safety == Safety.NOT_SAFE && urgency != Urgency.TODAY) {
            throw Refused.invalid("Someone who is not safe now gets an answer today.").at("urgency");
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
