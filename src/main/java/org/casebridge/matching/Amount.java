package org.casebridge.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.kernel.Worded;

/**
 * An amount of a year in dollars that rules are measured by, from a day on, with its source. {@code area}: US, AK or HI for the poverty guidelines, a county for a median. {@code base}: of one
 * person for the guidelines, of four for a median; {@code eachMore}: of each person more, for the guidelines.
 */
public record Amount(UUID id, Kind kind, String area, LocalDate startsOn, BigDecimal base, BigDecimal eachMore, String source) {

    public enum Kind implements Worded {
        POVERTY("Poverty guidelines"), AREA_MEDIAN("Median income of an area");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** HUD adjusts a median by the size of the family: 70 % for one person, 80, 90, 100 for four, then 8 more for each (42 U.S.C. 1437a(b)(2); HUD, income limits methodology). */
    private static final int[] OF_FOUR = {70, 80, 90, 100};

    /** For a household of so many. */
    BigDecimal of(int size) {
        int people = Math.max(1, size);
        if (kind == Kind.POVERTY) {
            return base.add(eachMore.multiply(BigDecimal.valueOf(people - 1L)));
        }
        int percent = people <= 4 ? OF_FOUR[people - 1] : 100 + 8 * (people - 4);
        return base.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
    }
}
