package org.casebridge.consent;

import org.casebridge.kernel.Worded;

/** How something leaves. */
public enum Way implements Worded {
    PDF("PDF file"), PRINT("Page to print"), CSV("Table file (CSV)"), FHIR("FHIR bundle"), PARTNER("Read here by a partner agency"), EMAIL("E-mail"),
    /** By telephone, letter, fax or in person: told here after or while it is done. */
    ELSEWHERE("By phone, letter, fax or in person");

    private final String words;

    Way(String words) { this.words = words; }

    @Override
    public String words() { return words; }
}
