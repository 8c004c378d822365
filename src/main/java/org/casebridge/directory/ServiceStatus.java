package org.casebridge.directory;

import org.casebridge.kernel.Worded;

/** HSDS {@code service.status}: only active services are found by a search. */
public enum ServiceStatus implements Worded {
    ACTIVE("Active"),
    INACTIVE("Not offered at present"),
    DEFUNCT("No longer offered"),
    TEMPORARILY_CLOSED("Closed for a time");

    private final String words;

    ServiceStatus(String words) {
        this.words = words;
    }

    @Override
    public String words() { return words; }

    /** HSDS's word for it. */
    String hsds() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    /** From HSDS's word for it. */
    static ServiceStatus of(String hsds) {
        return valueOf(hsds.toUpperCase(java.util.Locale.ROOT).replace(' ', '_'));
    }
}
