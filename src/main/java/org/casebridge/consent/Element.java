package org.casebridge.consent;

import org.casebridge.kernel.Worded;

/** One thing a consent must have, the field that says it, and the law that asks for it. */
public enum Element implements Worded {
    DISCLOSER("Say who may share the record.", "42 CFR 2.31(a)(2)", "discloser"),
    DESCRIPTION("Describe what may be shared, so that the client would recognise it.", "42 CFR 2.31(a)(3)", "described"),
    RECIPIENT("Name who may receive it.", "42 CFR 2.31(a)(4)(i)", "recipient"),
    MEMBERS("Name the members it passes the record to, or limit it to those who treat the client.", "42 CFR 2.31(a)(4)(ii)", "members"),
    PASSING_ON("Tell the client that a recipient may pass it on as HIPAA allows, but not for proceedings against them, and tick that you did.", "42 CFR 2.31(a)(4)(iii)", "mayPassOn"),
    PURPOSE("Say what it is shared for.", "42 CFR 2.31(a)(5)", "purposes"),
    REVOKING("Say that it can be taken back, and how.", "42 CFR 2.31(a)(6)", "revokeHow"),
    EXPIRY("Give the last day, or the event that ends it.", "42 CFR 2.31(a)(7)", "expiresOn"),
    SIGNATURE("Have it signed. A spoken agreement is not enough for this class of record.", "42 CFR 2.31(a)(8)", "signature"),
    SIGNER("Write the name of who signed.", "42 CFR 2.31(a)(8)", "signedBy"),
    MINOR("A minor signs themself; where the state asks for it, a parent signs too.", "42 CFR 2.14", "signer"),
    AUTHORITY("Say by which authority they sign for the client.", "42 CFR 2.15(a)", "authority"),
    DATE("Write the day on which it was signed.", "42 CFR 2.31(a)(9)", "signedOn"),
    REFUSING("Say what it means for the client not to sign.", "42 CFR 2.31(a)(10)", "refusalMeans"),
    NOTES_APART("Counseling notes are kept apart and need a consent that covers nothing else.", "42 CFR 2.31(b)", "classes"),
    THERAPY_APART("Therapy notes are kept apart and need a consent that covers nothing else.", "45 CFR 164.508(b)(3)(ii)", "classes"),
    PROCEEDINGS_APART("A consent for a proceeding cannot be for anything else too.", "42 CFR 2.31(d)", "purposes"),
    TREATING_ONLY("Those who treat, pay and help to run can be meant together only for treatment, payment and operations.", "42 CFR 2.31(a)(4)(i)", "purposes");

    private final String words;
    private final String law;
    private final String field;

    Element(String words, String law, String field) {
        this.words = words;
        this.law = law;
        this.field = field;
    }

    @Override
    public String words() { return words; }

    public String law() { return law; }

    public String field() { return field; }
}
