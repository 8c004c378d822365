package org.casebridge.clients;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a person that have one value. Languages are BCP 47 codes, the one they prefer first; what was not asked is null or empty.
 * {@code ethnicity} is the detail behind the races, {@code culture} their culture and faith needs, both in words.
 */
public record About(@Nullable LocalDate bornOn, boolean bornEstimated, @Nullable Sex sex, String gender, String pronouns, List<String> languages,
                    @Nullable Interpreter interpreter, List<Race> races, String ethnicity, String culture, boolean deceased, @Nullable LocalDate deceasedOn) {

    /** Nobody of whom we hold a record was born before this day; it catches a slip of the century. */
    static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);

    public About {
        languages = List.copyOf(languages);
        races = List.copyOf(races);
        deceased = deceased || deceasedOn != null;
    }

    public static About unknown() {
        return born(null);
    }

    public static About born(@Nullable LocalDate on) {
        return new About(on, false, null, "", "", List.of(), null, List.of(), "", "", false, null);
    }

    /** Refuses days that cannot be: born tomorrow, died before birth. */
    void check(LocalDate today) {
        if (bornOn != null && bornOn.isAfter(today)) {
            throw Refused.invalid("This birth date is in the future. Check the year.").at("who.bornOn");
        }
        if (bornOn != null && bornOn.isBefore(EARLIEST)) {
            throw Refused.invalid("This birth date is before {year}. Check the year.", String.valueOf(EARLIEST.getYear())).at("who.bornOn");
        }
        if (deceasedOn != null && deceasedOn.isAfter(today)) {
            throw Refused.invalid("This day is in the future. Check the date of death.").at("who.deceasedOn");
        }
        if (deceasedOn != null && bornOn != null && deceasedOn.isBefore(bornOn)) {
            throw Refused.invalid("This day is before the birth date. Check both.").at("who.deceasedOn");
        }
    }

    /** Since birth, for the very young. */
    int months(LocalDate today) {
        return bornOn == null ? 0 : (int) Math.max(0, Period.between(bornOn, today).toTotalMonths());
    }

    /** In whole years; null when it cannot be told. */
    @Nullable Integer age(LocalDate today) {
        return bornOn == null || deceased ? null : Period.between(bornOn, today).getYears();
    }
}
