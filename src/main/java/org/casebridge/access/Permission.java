package org.casebridge.access;

import org.casebridge.kernel.Worded;

/** One thing that a role may do. Handlers name theirs with {@link Requires}; {@link Role} says who has which. */
public enum Permission implements Worded {
    /** Pages before signing in. Everybody has it. */
    ANYONE(Subject.SELF, "Open the page to sign in on"),
    /** What every account has: its own day, drafts, language, session. */
    SIGNED_IN(Subject.SELF, "Keep their own password, passkeys, language and drafts"),
    /** A day of one's own, with whatever waits for one: not only tasks. */
    SEE_MY_DAY(Subject.SELF, "Begin with a day of their own: what waits for them"),
    SEE_CLIENTS(Subject.CLIENTS, "Find clients they reach and open their pages"),
    ADD_CLIENTS(Subject.CLIENTS, "Add a client"),
    CHANGE_CLIENTS(Subject.CLIENTS, "Change a client’s name, address, household and supports"),
    /** Shows hidden numbers and confidential addresses: one at a time, saying what for, and each is noted. */
    SEE_HIDDEN(Subject.CLIENTS, "Show a hidden number or a confidential address, one at a time, saying what for"),
    SEE_INTAKES(Subject.INTAKES, "Read requests for help"),
    TAKE_INTAKES(Subject.INTAKES, "Take a request for help"),
    DECIDE_INTAKES(Subject.INTAKES, "Decide on a request for help"),
    SET_ELIGIBILITY(Subject.INTAKES, "Set who is eligible for a program"),
    SEE_CASES(Subject.CASES, "Read cases"),
    OPEN_CASES(Subject.CASES, "Open a case"),
    CLOSE_CASES(Subject.CASES, "Close and reopen a case"),
    ASSIGN_CASES(Subject.CASES, "Give a case to another worker"),
    SEE_ASSESSMENTS(Subject.PLANS, "Read assessments and their scores"),
    ASSESS(Subject.PLANS, "Do an assessment"),
    APPROVE_ASSESSMENTS(Subject.PLANS, "Approve or return a colleague’s assessment"),
    SEE_PLANS(Subject.PLANS, "Read care plans"),
    PLAN(Subject.PLANS, "Write and change a care plan"),
    SEE_REFERRALS(Subject.REFERRALS, "Read referrals"),
    SEND_REFERRALS(Subject.REFERRALS, "Refer a client"),
    RECORD_REFERRAL_ANSWERS(Subject.REFERRALS, "Record what a service answered"),
    ANSWER_REFERRALS(Subject.REFERRALS, "Answer referrals that were sent to their own organization"),
    SEE_CONTACTS(Subject.CONTACTS, "Read contacts and notes"),
    RECORD_CONTACTS(Subject.CONTACTS, "Record a contact and sign its note"),
    SEE_DOCUMENTS(Subject.CONTACTS, "Read papers kept in the record"),
    ADD_DOCUMENTS(Subject.CONTACTS, "Add papers to the record"),
    SEE_TASKS(Subject.CONTACTS, "See tasks"),
    DO_TASKS(Subject.CONTACTS, "Make, hand over and finish tasks"),
    SEE_ISSUES(Subject.ADVOCACY, "Read what is fought for on a client’s behalf"),
    ADVOCATE(Subject.ADVOCACY, "Raise an issue and take its steps"),
    SEE_DIRECTORY(Subject.AGENCY, "Look up services in the directory"),
    CHANGE_DIRECTORY(Subject.AGENCY, "Add and change services in the directory"),
    SEE_TEAM(Subject.AGENCY, "See who works here and what they are qualified for"),
    CHANGE_TEAM(Subject.AGENCY, "Change staff records and credentials"),
    SEE_CONSENTS(Subject.PRIVACY, "Read consents and what was disclosed"),
    RECORD_CONSENTS(Subject.PRIVACY, "Record and revoke a consent"),
    SHARE_RECORDS(Subject.PRIVACY, "Let information out, as far as consent or law allows"),
    KEEP_BREACHES(Subject.PRIVACY, "Keep the register of breaches"),
    SEE_LOOKS(Subject.PRIVACY, "See who looked at which record, and the audit"),
    SEE_REACH(Subject.PRIVACY, "See who can reach a client, and because of what"),
    /** With ASSIGN_CASES for anybody. */
    NAME_STAND_INS(Subject.CASES, "Name who stands in while somebody is away"),
    /** Opens a record out of reach in an emergency. */
    BREAK_GLASS(Subject.PRIVACY, "Open a record out of their reach in an emergency, with a reason that is reviewed"),
    /** Shuts a record to all but those one names. */
    RESTRICT_RECORDS(Subject.PRIVACY, "Shut a record to all but those whom they name"),
    /** Says who else may open a restricted record, and opens it to all again. */
    KEEP_RESTRICTIONS(Subject.PRIVACY, "Say who else may open a restricted record, and open it to all again"),
    /** Who may do what: this very table. */
    SEE_ROLES(Subject.PRIVACY, "Read this table"),
    ADMINISTER(Subject.AGENCY, "Invite people, give them roles, disable their accounts");

    /** What a permission is about, for a table that people read. */
    public enum Subject implements Worded {
        SELF("Oneself"),
        CLIENTS("Clients"),
        INTAKES("Intakes"),
        CASES("Cases"),
        PLANS("Assessments and plans"),
        REFERRALS("Referrals"),
        CONTACTS("Contacts, papers and tasks"),
        ADVOCACY("Advocacy"),
        AGENCY("The agency"),
        PRIVACY("Privacy");

        private final String words;

        Subject(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }

    private final Subject subject;
    private final String words;

    Permission(Subject subject, String words) {
        this.subject = subject;
        this.words = words;
    }

    public Subject subject() { return subject; }

    @Override
    public String words() { return words; }
}
