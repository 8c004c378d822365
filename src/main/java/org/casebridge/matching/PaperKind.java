package org.casebridge.matching;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.casebridge.kernel.Worded;

/** The papers that services ask for. {@code key} is how a rule names it; {@code signs} are words by which directories tell of it in {@code required_document}. */
public enum PaperKind implements Worded {
    BIRTH_CERTIFICATE("birth certificate", "Birth certificate", "birth cert"),
    PHOTO_ID("photo id", "Photo identification", "photo id", "identification", "picture id", "driver", "passport", "government id"),
    SOCIAL_SECURITY_CARD("social security card", "Social Security card", "social security", "ssn"),
    INCOME_PROOF("income proof", "Proof of income", "income", "pay stub", "paystub"),
    RESIDENCE_PROOF("residence proof", "Proof of address", "residency", "residence", "address", "utility bill"),
    LEASE("lease", "Lease", "lease", "rental agreement"),
    DISABILITY_PROOF("disability proof", "Proof of a disability", "disability", "disabled"),
    HOMELESS_PROOF("homelessness proof", "Proof of homelessness", "homeless"),
    INSURANCE_CARD("insurance card", "Insurance card", "insurance", "medi-cal", "medicaid", "medicare"),
    VETERAN_PROOF("discharge papers", "Discharge papers (DD 214)", "dd 214", "dd214", "discharge", "veteran"),
    IMMIGRATION("immigration papers", "Immigration papers", "immigration", "green card", "work permit"),
    MEDICAL("medical records", "Medical records or a doctor’s letter", "medical record", "physician", "doctor", "tb test");

    private final String key;
    private final String words;
    private final Set<String> signs;

    PaperKind(String key, String words, String... signs) {
        this.key = key;
        this.words = words;
        this.signs = Set.of(signs);
    }

    public String key() { return key; }

    @Override
    public String words() { return words; }

    /** Those that a directory's words name. */
    static Set<PaperKind> in(String said) {
        var plain = said.toLowerCase(Locale.ROOT);
        var all = EnumSet.noneOf(PaperKind.class);
        Arrays.stream(values()).filter(it -> it.signs.stream().anyMatch(plain::contains)).forEach(all::add);
        return all;
    }
}
