package org.casebridge.access;

import java.util.Locale;
import org.casebridge.kernel.Worded;

/** Because of what somebody can reach a client: what {@code access.reach} calls {@code assigned} is {@code ASSIGNED} here. The words go on from the person's name. */
public enum Because implements Worded {

    ADDED("they added the person"),
    ASSIGNED("they carry or carried a case"),
    TEAM("they are on the team of who carries the case"),
    SUPERVISION("they supervise who carries the case"),
    AGENCY("their role reaches everybody of the agency"),
    PROGRAMME("they work in a programme whose people share their clients"),
    REFERRAL("a referral was sent to them"),
    CONSENT("the client’s consent names them"),
    PORTAL("it is their own record"),
    COVERAGE("they stand in for somebody"),
    NAMED("they are named for this restricted record"),
    BREAK_GLASS("they opened it in an emergency");

    private final String words;

    Because(String words) { this.words = words; }

    @Override
    public String words() { return words; }

    public static Because of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
