package org.casebridge.clients;

import org.casebridge.kernel.Worded;

/** What a hidden field is shown for, by the codes of HL7 PurposeOfUse (terminology.hl7.org/CodeSystem/v3-ActReason). */
public enum RevealPurpose implements Worded {
    TREAT("To arrange care or services"),
    HPAYMT("For benefits or payment"),
    PATRQT("The client asked for it"),
    ETREAT("An emergency");

    private final String words;

    RevealPurpose(String words) { this.words = words; }

    @Override
    public String words() { return words; }
}
