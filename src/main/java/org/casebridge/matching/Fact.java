package org.casebridge.matching;

import java.util.List;
import org.casebridge.kernel.Worded;

/** What rules of eligibility ask about a person. {@code key} is how a rule names it. Some follow from the record, some from others of these; the rest is asked. */
public enum Fact implements Worded {
    AGE("age", "Age in years", Kind.NUMBER),
    HOUSEHOLD_SIZE("household size", "How many live in the household", Kind.NUMBER),
    CHILDREN("children under 18", "Children under 18 in the household", Kind.NUMBER),
    YEARLY_INCOME("yearly income", "Income of the household in a year, in dollars", Kind.NUMBER),
    POVERTY_PERCENT("income percent of poverty", "Income in percent of the poverty guidelines", Kind.NUMBER),
    AREA_PERCENT("income percent of area median", "Income in percent of the area’s median", Kind.NUMBER),
    ZIP("zip", "ZIP code", Kind.TEXT),
    COUNTY("county", "County", Kind.TEXT),
    STATE("state", "State", Kind.TEXT),
    LANGUAGE("language", "Preferred language", Kind.TEXT),
    VETERAN("veteran", "Served in the armed forces", Kind.YES_NO),
    PREGNANT("pregnant", "Pregnant", Kind.YES_NO),
    DISABLED("disabled", "Lives with a disability", Kind.YES_NO),
    HOMELESS("homeless", "Has no home", Kind.YES_NO),
    INSURED("insured", "Has health insurance", Kind.YES_NO);

    public enum Kind { NUMBER, TEXT, YES_NO }

    private final String key;
    private final String words;
    private final Kind kind;

    Fact(String key, String words, Kind kind) {
        this.key = key;
        this.words = words;
        this.kind = kind;
    }

    public String key() { return key; }

    public Kind kind() { return kind; }

    @Override
    public String words() { return words; }

    /** What to ask to know it: itself, or what it is reckoned from. Nothing for what other pages keep. */
    public List<Fact> asks() {
        return switch (this) {
            case POVERTY_PERCENT -> List.of(YEARLY_INCOME, HOUSEHOLD_SIZE);
            case AREA_PERCENT -> List.of(YEARLY_INCOME, HOUSEHOLD_SIZE, COUNTY);
            default -> List.of(this);
        };
    }

    /** Whether people tell it; the others are reckoned. */
    public boolean told() {
        return this != POVERTY_PERCENT && this != AREA_PERCENT && this != AGE && this != LANGUAGE;
    }
}
