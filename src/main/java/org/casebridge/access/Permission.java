package org.casebridge.access;

/** One thing that a role may do. Handlers name theirs with {@link Requires}; {@link Role} says who has which. */
public enum Permission {
    /** Pages before signing in. Everybody has it. */
    ANYONE,
    /** What every account has: its own day, drafts, language, session. */
    SIGNED_IN,
    /** A day of one's own, with whatever waits for one: not only tasks. */
    SEE_MY_DAY,
    SEE_CLIENTS, ADD_CLIENTS, CHANGE_CLIENTS,
    SEE_INTAKES, TAKE_INTAKES, DECIDE_INTAKES, SET_ELIGIBILITY,
    SEE_CASES, OPEN_CASES, CLOSE_CASES, ASSIGN_CASES,
    SEE_ASSESSMENTS, ASSESS,
    SEE_PLANS, PLAN,
    SEE_REFERRALS, SEND_REFERRALS, RECORD_REFERRAL_ANSWERS, ANSWER_REFERRALS,
    SEE_CONTACTS, RECORD_CONTACTS,
    SEE_DOCUMENTS, ADD_DOCUMENTS,
    SEE_TASKS, DO_TASKS,
    SEE_ISSUES, ADVOCATE,
    SEE_DIRECTORY, CHANGE_DIRECTORY,
    SEE_TEAM, CHANGE_TEAM,
    SEE_CONSENTS, RECORD_CONSENTS, SHARE_RECORDS, KEEP_BREACHES,
    SEE_LOOKS,
    /** Opens a record out of reach in an emergency. */
    BREAK_GLASS,
    /** Shuts a record to all but those one names. */
    RESTRICT_RECORDS,
    /** Says who else may open a restricted record, and opens it to all again. */
    KEEP_RESTRICTIONS,
    ADMINISTER
}
