package org.casebridge.demo;

/** The tables that the seeder fills, in an order that their foreign keys allow, each with the columns that it writes. */
enum SeederTable {
    ACCOUNT("access.account", "id, agency_id, username, name, role, language, password_hash"),
    SEEDED_ACCOUNT("demo.seeded_account", "account_id, seed_id"),
    PROGRAM("caseload.program", "id, agency_id, name, cadence_days"),
    PROGRAM_WORKER("caseload.program_worker", "program_id, worker"),
    WORKER("workforce.worker", "id, languages, degree, studied, supervisor, version"),
    CREDENTIAL("workforce.credential", "id, worker, kind, name, number, jurisdiction, expires_on"),

    CLIENT("clients.client", "id, name, added_at, added_by, version, source, born_on, born_estimated, sex, gender, pronouns, languages, interpreter, "
            + "races, ethnicity, culture, deceased, deceased_on, prefers, best_times, leave_message, say_who, never, contact_words"),
    CUSTODY("access.custody", "client_id, agency_id", true),
    REACH("access.reach", "account_id, client_id, because, until", true),
    PERSON_NAME("clients.person_name", "client_id, place, usage, given, family, suffix, written, until"),
    CONTACT_POINT("clients.contact_point", "client_id, place, kind, value, number, usage, unsafe, note"),
    ADDRESS("clients.address", "id, client_id, place, kind, street, city, region, postal_code, country, words, unsafe, confidential, latitude, longitude, sealed"),
    IDENTIFIER("clients.identifier", "id, client_id, place, kind, system, value, sealed, token"),
    SEARCH_KEY("clients.search_key", "client_id, agency_id, kind, token", true),
    HOUSEHOLD_MEMBER("clients.household_member", "id, household_id, client_id, own, name, born_on, role, joined_on, left_on"),
    SUPPORT("clients.support", "id, client_id, name, relation, roles, permissions, phone, email, language, leave_message, say_who, words, ended_on, version"),

    CASE_FILE("caseload.case_file", "id, client_id, program_id, worker, status, opened_on, closed_on, close_reason, achieved, previous, version"),
    INTAKE_QUESTION("intake.question", "id, program_id, position, words, words_es, needed, otherwise, otherwise_es"),
    INTAKE("intake.intake", "id, client_id, asker, asked_name, asked_phone, came_by, received_on, needs, own_words, situation, urgency, safety, safety_note, taken_by, taken_at, status, "
            + "decided_at, decided_by, program_id, case_id, review_on, referred_to, decline_reason, why, told, version"),
    INTAKE_ANSWER("intake.answer", "intake_id, client_id, question_id, answer"),
    STORY("caseload.story", "id, client_id, at, kind, what, why, path, told_by"),
    TASK("tasks.task", "id, client_id, owner, title, words, due_on, due_at, priority, status, reason, settled_at, settled_by, rule, added_at, added_by, version"),
    APPOINTMENT("tasks.appointment", "id, client_id, worker, title, starts_at, minutes, with_whom, place, version"),

    ASSESSMENT("assessments.assessment", "id, client_id, instrument, version, status, stage, mode, language, present, assessed_on, assessor, started_at, completed_at, answers, score, "
            + "critical, safety_note"),

    PLAN("careplans.plan", "id, client_id, series, number, status, strengths, review_days, cadence_days, reason, agreed_on, agreed_how, present, copy_given, "
            + "reviewed_on, ended_on, end_reason, version"),
    GOAL("careplans.goal", "id, client_id, series, lifecycle, lifecycle_on, lifecycle_why"),
    GOAL_TEXT("careplans.goal_text", "plan_id, goal_id, client_id, words, domain, measure, target_on, priority, strengths, place"),
    STEP("careplans.step", "plan_id, id, goal_id, client_id, what, party, who, staff, timing, due_on, place"),
    STEP_RESULT("careplans.step_result", "step_id, client_id, done, on_day, words, noted_by"),
    PROGRESS("careplans.progress", "id, client_id, goal_id, on_day, achievement, words, noted_by, contact_id"),

    CONTACT("messaging.contact", "id, client_id, at, mode, direction, party, who, minutes, outcome, recorded_by, recorded_at"),
    NOTE("messaging.note", "id, client_id, contact_id, words, written_by, written_at, signed_at, version"),
    SERVED_GOAL("monitoring.served_goal", "contact_id, goal_id, client_id"),

    REFERRAL("referrals.referral", "id, client_id, worker, service_id, organization_id, service, organization, need, goal_id, asked, urgency, shared, reach_by, agreed_on, live, status, reason, "
            + "sent_at, seen_at, changed_at, noted, outcome, outcome_on, outcome_words, version"),
    REFERRAL_STEP("referrals.step", "id, client_id, referral_id, at, by, side, status, words"),

    ISSUE("advocacy.issue", "id, client_id, worker, party, name, person, phone, about, asked, asked_on, answer_due, due_basis, backed_by, result, result_on, "
            + "result_words, version"),
    ISSUE_STEP("advocacy.step", "id, issue_id, client_id, day, how, words, written_by");

    private final String place;
    private final String columns;
    private final boolean derived;

    SeederTable(String place, String columns) {
        this(place, columns, false);
    }

    SeederTable(String place, String columns, boolean derived) {
        this.place = place;
        this.columns = columns;
        this.derived = derived;
    }

    /** Its name with its schema. */
    String place() { return place; }

    /** True when its rows only follow from others, and are no facts of their own: what one is found by, who reaches whom. */
    boolean derived() { return derived; }

    int width() {
        return columns.split(",").length;
    }

    String copy() {
        return "copy %s (%s) from stdin".formatted(place, columns);
    }
}
