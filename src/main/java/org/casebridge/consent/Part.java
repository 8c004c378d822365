package org.casebridge.consent;

import java.util.Arrays;
import java.util.List;
import org.casebridge.kernel.Worded;

/** The parts of a record that a consent or a request can name. */
public enum Part implements Worded {
    PERSON("Name, birth date, languages"),
    REACHING("Phones, e-mail and addresses"),
    CASES("Programmes and cases"),
    ASSESSMENTS("Assessments"),
    PLAN("Care plan"),
    CONTACTS("Contacts and notes"),
    REFERRALS("Referrals"),
    ISSUES("Advocacy"),
    /** The account of what was shared; it is the client's own and goes to nobody else. */
    ACCOUNTING("What was shared of the record"),
    /** A consent itself, as the copy that the client gets. */
    CONSENTS("Consents");

    private final String words;

    Part(String words) { this.words = words; }

    @Override
    public String words() { return words; }

    /** Goes to the client and to nobody else. */
    public boolean clientsOwn() {
        return this == ACCOUNTING || this == CONSENTS;
    }

    /** What a consent can name. */
    public static List<Part> ofRecord() {
        return Arrays.stream(values()).filter(it -> !it.clientsOwn()).toList();
    }
}
