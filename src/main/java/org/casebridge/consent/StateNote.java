package org.casebridge.consent;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.casebridge.kernel.Worded;

/**
 * What some states ask beyond the federal rule, as a reminder to look it up: most are shorter than 60 days, many exempt whoever keeps HIPAA's rule. A state that is not here may
 * have a law all the same.
 */
public enum StateNote implements Worded {
    CA("Licensed clinics and hospitals tell the people and the Department of Public Health within 15 business days (Health & Safety Code 1280.15).", 0),
    CO("The people within 30 days; the Attorney General from 500 on (C.R.S. 6-1-716).", 30),
    FL("The people within 30 days; the Department of Legal Affairs from 500 on (Fla. Stat. 501.171).", 30),
    ME("The people within 30 days (10 M.R.S. 1348).", 30),
    NY("The people within 30 days, and the Attorney General (Gen. Bus. Law 899-aa).", 30),
    TX("The people within 60 days; the Attorney General from 250 on within 30 days (Bus. & Com. Code 521.053).", 60),
    WA("The people within 30 days; the Attorney General from 500 on (RCW 19.255.010).", 30);

    private final String words;
    private final int days;

    StateNote(String words, int days) {
        this.words = words;
        this.days = days;
    }

    @Override
    public String words() { return words; }

    /** The day by which people are told, where the note names calendar days. */
    public Optional<LocalDate> due(LocalDate discovered) {
        return days == 0 ? Optional.empty() : Optional.of(discovered.plusDays(days));
    }

    public static Optional<StateNote> of(String state) {
        return Arrays.stream(values()).filter(it -> it.name().equals(state)).findFirst();
    }
}
