package org.casebridge.codes;

import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * What a request, a need, a goal or a service is about: the social categories of the Gravity Project (FHIR SDOH Clinical Care 3.0.0,
 * SDOHCC-CodeSystemTemporaryCodes), and beside them health, legal and daily-living needs, which that list leaves to others.
 */
public enum NeedCategory implements Worded {
    FOOD("Food", "food-insecurity"),
    HOMELESSNESS("No home", "homelessness"),
    HOUSING("Keeping or finding a home", "housing-instability"),
    HOME_REPAIR("A home that is safe and sound", "inadequate-housing"),
    UTILITIES("Electricity, heat, water", "utility-insecurity"),
    TRANSPORT("Getting around", "transportation-insecurity"),
    MONEY("Money and benefits", "financial-insecurity"),
    ESSENTIALS("Clothes, furniture, essentials", "material-hardship"),
    WORK("Work", "employment-status"),
    EDUCATION("School and training", "educational-attainment"),
    INSURANCE("Health insurance", "health-insurance-coverage-status"),
    MEDICAL_COSTS("Medical bills", "medical-cost-burden"),
    HEALTH_LITERACY("Understanding health information", "personal-health-literacy"),
    DIGITAL_ACCESS("Phone and internet", "digital-access"),
    DIGITAL_SKILLS("Using phone and computer", "digital-literacy"),
    PEOPLE("People and belonging", "social-connection"),
    STRESS("Stress", "stress"),
    PARTNER_VIOLENCE("Safety from a partner", "intimate-partner-violence"),
    ELDER_ABUSE("Safety of an older person", "elder-abuse"),
    VETERAN("Veterans’ matters", "veteran-status"),
    HEALTH("Body and health care", null),
    MENTAL_HEALTH("Mind and mood", null),
    SUBSTANCE_USE("Alcohol and other substances", null),
    DAILY_LIVING("Daily living and care at home", null),
    FAMILY("Children and family", null),
    LEGAL("Legal matters and papers", null),
    OTHER("Something else", "sdoh-category-unspecified");

    public static final String GRAVITY = "http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes";

    private final String words;
    private final @Nullable String gravity;

    NeedCategory(String words, @Nullable String gravity) {
        this.words = words;
        this.gravity = gravity;
    }

    @Override
    public String words() { return words; }

    /** The code in {@link #GRAVITY}, or null for what the Gravity list does not hold. */
    public @Nullable String gravity() { return gravity; }
}
