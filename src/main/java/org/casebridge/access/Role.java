package org.casebridge.access;

import static org.casebridge.access.Permission.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.casebridge.kernel.Worded;

/**
 * What a person is here, and with it what they may do. This file is the whole table of roles and permissions.
 * A wide role reaches every client in its agency's custody; the others reach clients one by one ({@code access.reach}).
 */
public enum Role implements Worded {

    CASE_MANAGER("Case manager", false,
            SEE_MY_DAY, BREAK_GLASS, SEE_REACH, NAME_STAND_INS,
            SEE_CLIENTS, ADD_CLIENTS, CHANGE_CLIENTS, SEE_HIDDEN, SEE_INTAKES, TAKE_INTAKES, DECIDE_INTAKES, SEE_CASES, OPEN_CASES, CLOSE_CASES,
            SEE_ASSESSMENTS, ASSESS, SEE_PLANS, PLAN, SEE_DOCUMENTS, ADD_DOCUMENTS, SEE_REFERRALS, SEND_REFERRALS, RECORD_REFERRAL_ANSWERS, SEE_CONTACTS,
            RECORD_CONTACTS, SEE_TASKS, DO_TASKS, SEE_ISSUES, ADVOCATE, SEE_DIRECTORY, SEE_TEAM, SEE_CONSENTS, RECORD_CONSENTS, SHARE_RECORDS),

    INTAKE("Intake worker", true,
            SEE_MY_DAY, BREAK_GLASS,
            SEE_CLIENTS, ADD_CLIENTS, CHANGE_CLIENTS, SEE_HIDDEN, SEE_INTAKES, TAKE_INTAKES, DECIDE_INTAKES, SEE_CASES, OPEN_CASES,
            SEE_DOCUMENTS, ADD_DOCUMENTS, SEE_REFERRALS, SEND_REFERRALS, RECORD_REFERRAL_ANSWERS, SEE_CONTACTS, RECORD_CONTACTS, SEE_TASKS, DO_TASKS,
            SEE_DIRECTORY, SEE_TEAM, SEE_CONSENTS, RECORD_CONSENTS),

    SUPERVISOR("Supervisor", true,
            SEE_MY_DAY, BREAK_GLASS, RESTRICT_RECORDS, SEE_REACH, NAME_STAND_INS,
            SEE_CLIENTS, ADD_CLIENTS, CHANGE_CLIENTS, SEE_HIDDEN, SEE_INTAKES, TAKE_INTAKES, DECIDE_INTAKES, SET_ELIGIBILITY, SEE_CASES, OPEN_CASES, CLOSE_CASES,
            ASSIGN_CASES, SEE_ASSESSMENTS, ASSESS, APPROVE_ASSESSMENTS, SEE_PLANS, PLAN, SEE_DOCUMENTS, ADD_DOCUMENTS, SEE_REFERRALS, SEND_REFERRALS, RECORD_REFERRAL_ANSWERS,
            SEE_CONTACTS, RECORD_CONTACTS, SEE_TASKS, DO_TASKS, SEE_ISSUES, ADVOCATE, SEE_DIRECTORY, CHANGE_DIRECTORY,
            SEE_TEAM, CHANGE_TEAM, SEE_CONSENTS, RECORD_CONSENTS, SHARE_RECORDS),

    PRIVACY_OFFICER("Privacy officer", true, SEE_CLIENTS, SEE_LOOKS, SEE_TEAM, SEE_DIRECTORY, SEE_CONSENTS, RECORD_CONSENTS,
            SEE_MY_DAY, KEEP_BREACHES, RESTRICT_RECORDS, KEEP_RESTRICTIONS, SEE_REACH, SEE_ROLES),

    ADMINISTRATOR("Administrator", false, SET_ELIGIBILITY, SEE_TEAM, CHANGE_TEAM, SEE_DIRECTORY, CHANGE_DIRECTORY, ADMINISTER, SEE_ROLES),

    PARTNER("Partner agency", false, ANSWER_REFERRALS),

    /** Whoever holds the link to one referral that was sent to them. Nobody signs in with it. */
    LINK("Partner by a link", false),

    /** Imports, seeds and jobs. Nobody signs in with it. */
    MACHINE("Casebridge itself", true,
            SEE_CLIENTS, ADD_CLIENTS, CHANGE_CLIENTS, SEE_CASES, OPEN_CASES, SEE_DIRECTORY, CHANGE_DIRECTORY, CHANGE_TEAM);

    private final String words;
    private final boolean wide;
    private final Set<Permission> permissions;

    Role(String words, boolean wide, Permission... permissions) {
        this.words = words;
        this.wide = wide;
        var all = EnumSet.of(ANYONE, SIGNED_IN);
        all.addAll(List.of(permissions));
        this.permissions = Collections.unmodifiableSet(all);
    }

    @Override
    public String words() { return words; }

    public boolean wide() { return wide; }

    /** The role that its transactions step into in PostgreSQL; "none" stays the application's own. */
    public String inDatabase() {
        return wide ? "casebridge_wide" : this == PARTNER ? "casebridge_partner" : this == LINK ? "casebridge_link" : "none";
    }

    /** Whether people sign in with it. */
    public boolean signsIn() { return this != MACHINE && this != LINK; }

    public Set<Permission> permissions() { return permissions; }
}
