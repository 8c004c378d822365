package org.casebridge.careplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.assessments.Interviews;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Contacts;
import org.casebridge.messaging.Mode;
import org.casebridge.monitoring.Monitoring;
import org.casebridge.monitoring.ServedGoal;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.NeedSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ratings, reviews with proposals and decisions, their rules and exemptions, and services counted from contacts. */
@PageTest
class PlanReviewPagesTest {

    @Autowired Town town;
    @Autowired CarePlans plans;
    @Autowired Goals goals;
    @Autowired Reviews reviews;
    @Autowired Deliveries deliveries;
    @Autowired Monitoring monitoring;
    @Autowired Contacts contacts;
    @Autowired CaseFiles cases;
    @Autowired Programs programs;
    @Autowired List<NeedSource> needs;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    @Test
    void a_review_shows_planned_and_done_proposes_and_its_decisions_go_on() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = scaled(client, 40);
        var path = at(client) + "/review";
        var rate = at(client) + "/goals/" + goal.id().text() + "/ratings";
        assertThat(town.get(town.rosa(), path)).hasStatusOk().bodyText().contains("Not enough data", "no goal with levels was rated yet", "nothing was noted");
        assertThat(town.post(town.rosa(), rate, "level", "3", "ratedOn", Town.today().toString())).hasStatus(422);
        assertThat(town.post(town.rosa(), rate, "level", "1", "ratedOn", Town.today().plusDays(1).toString())).hasStatus(422);
        assertThat(town.post(town.sam(), rate, "level", "1", "ratedOn", Town.today().toString())).hasStatus(404);
        assertThat(town.post(town.rosa(), rate, "level", "-1", "ratedOn", Town.today().minusDays(2).toString(), "ratedWords", "In a shelter <b>")).hasStatus(303);
        assertThat(town.get(town.rosa(), path)).bodyText().contains("T-score 40", "In a shelter");
        town.post(town.rosa(), at(client) + "/goals/" + goal.id().text() + "/progress", "achievement", "WORSENING", "on", Town.today().toString());
        assertThat(town.get(town.rosa(), path)).bodyText().contains("Proposed: Step up");

        var decided = "decided-" + goal.id().text();
        assertThat(hold(client, Town.today().toString(), Town.today().toString())).hasStatus(422).bodyText().contains("Decide what becomes of: A home of my own");
        assertThat(hold(client, Town.today().toString(), Town.today().toString(), decided, "KEEP")).hasStatus(422).bodyText().contains("decided otherwise than proposed");
        assertThat(hold(client, Town.today().plusDays(1).toString(), Town.today().plusDays(1).toString(), decided, "STEP_UP")).hasStatus(422);
        assertThat(hold(client, Town.today().toString(), Town.today().plusDays(90).toString(), decided, "STEP_UP")).hasStatus(422).bodyText().contains("up to 60 days later");
        assertThat(town.post(town.rosa(), path, "doneOn", Town.today().toString(), "effectiveOn", Town.today().toString(), "seen", "99", decided, "STEP_UP", "words", "Kept")).hasStatus(422).bodyText()
                .contains("Someone else changed or reviewed this plan meanwhile", "Kept");
        assertThat(hold(client, Town.today().toString(), Town.today().plusDays(10).toString(), decided, "STEP_UP")).hasStatus(303).hasRedirectedUrl(at(client) + "/draft");
        town.rosa().run(() -> {
            assertThat(plans.active(client).orElseThrow().reviewOn()).isEqualTo(Town.today().plusDays(100));
            assertThat(plans.drafted(client)).isPresent();
        });
        var review = town.as(town.rosa(), () -> reviews.sheet(client)).earlier().getFirst();
        assertThat(review.tScore()).isEqualByComparingTo("40");
        assertThat(town.post(town.rosa(), path + "/" + review.id() + "/strike", "strike", "")).hasStatus(422);
        assertThat(town.post(town.rosa(), path + "/" + review.id() + "/strike", "strike", "Wrong client")).hasStatus(303);
        assertThat(town.post(town.rosa(), path + "/" + review.id() + "/strike", "strike", "Wrong client")).hasStatus(409);
        town.rosa().run(() -> assertThat(plans.active(client).orElseThrow().reviewedOn()).isNull());
        assertThat(town.get(town.rosa(), path)).bodyText().contains("entered in error", "Wrong client");
    }

    @Test
    void what_is_achieved_is_completed() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = scaled(client, 20);
        town.post(town.rosa(), at(client) + "/goals/" + goal.id().text() + "/ratings", "level", "1", "ratedOn", Town.today().toString());
        assertThat(hold(client, Town.today().toString(), Town.today().toString(), "decided-" + goal.id().text(), "ACHIEVED")).hasStatus(303).hasRedirectedUrl(at(client));
        town.rosa().run(() -> assertThat(goals.get(client, goal.id())).returns(Lifecycle.COMPLETED, Goal::lifecycle).returns(Achievement.ACHIEVED, Goal::achievement));
        assertThat(town.get(town.rosa(), at(client) + "/review")).hasStatusOk().bodyText().contains("No goal is open");
    }

    @Test
    void what_assessments_say_of_change_stands_beside_what_is_proposed() {
        var client = town.openCase("Change Chidi").clientId();
        scaled(client, 40);
        assertThat(town.get(town.rosa(), at(client) + "/review")).bodyText().doesNotContain("What assessments say");
        var asked = new Interviews(town, town.rosa());
        asked.phq9(client, "333330000", "assessedOn", Town.today().minusDays(30).toString());
        assertThat(town.get(town.rosa(), at(client) + "/review")).bodyText().as("one score says nothing of change").doesNotContain("What assessments say");
        asked.phq9(client, "111111110");
        assertThat(town.get(town.rosa(), at(client) + "/review")).bodyText().contains("A fall of 7 is more than chance (it takes 5;");
    }

    @Test
    void a_review_late_by_more_than_two_weeks_is_told_to_the_supervisor_of_whoever_carries_the_case_and_to_no_other() {
        var mine = town.account(Role.SUPERVISOR, "Rhea Reviewer");
        var other = town.account(Role.SUPERVISOR, "Olaf Other");
        var worker = town.account(Role.CASE_MANAGER, "Wanda Worker");
        town.vera().run(() -> transaction.executeWithoutResult(_ -> db.sql("insert into workforce.worker (id, languages, studied, supervisor, version) values (?, '{en}', '', ?, 1)")
                .params(worker.account().value(), mine.account().value()).update()));
        var client = town.client("Long Late");
        town.vera().run(() -> cases.open(client, town.program(), worker.account(), Town.today().minusDays(3)));
        scaled(worker, client, CarePlan.REVIEW_DAYS + Reviews.ESCALATED);
        var told = "Look after the review of the plan with {worker}";
        assertThat(onDayOf(worker, client, "Review of the plan")).isEqualTo(1);
        assertThat(onDayOf(mine, client, told)).as("late by two weeks and no more").isZero();
        worker.run(() -> plans.end(client, false, "Worded anew"));
        scaled(worker, client, CarePlan.REVIEW_DAYS + Reviews.ESCALATED + 1);
        assertThat(onDayOf(mine, client, told)).isEqualTo(1);
        assertThat(town.get(mine, "/")).hasStatusOk().bodyText().contains("Look after the review of the plan with Wanda Worker", "Long Late");
        assertThat(onDayOf(other, client, told)).isZero();
        assertThat(onDayOf(worker, client, told)).isZero();
        worker.run(() -> reviews.exempt(client, Town.today().plusDays(5), "In hospital"));
        assertThat(onDayOf(mine, client, told)).isZero();
    }

    @Test
    void a_late_review_is_listed_and_may_wait_for_a_reason() {
        var client = town.openCase("Late Review").clientId();
        scaled(client, 120);
        assertThat(town.get(town.rosa(), "/plan-reviews")).hasStatusOk().bodyText().contains("Late Review");
        assertThat(town.get(town.sam(), "/plan-reviews")).hasStatusOk().bodyText().doesNotContain("Late Review");
        town.vera().run(() -> assertThat(reviews.due(Town.today())).extracting(PlanReview.DueLine::client).contains("Late Review"));
        assertThat(onDayOf(client, "Review of the plan")).isEqualTo(1);
        var wait = at(client) + "/review/exemption";
        assertThat(town.post(town.rosa(), wait, "until", Town.today().plusDays(100).toString(), "reason", "In hospital")).hasStatus(422);
        assertThat(town.post(town.rosa(), wait, "until", Town.today().plusDays(10).toString(), "reason", " ")).hasStatus(422).bodyText().contains("Say why it may wait.");
        assertThat(town.post(town.rosa(), wait, "until", Town.today().plusDays(10).toString(), "reason", "In hospital")).hasStatus(303);
        assertThat(onDayOf(client, "Review of the plan")).isZero();
        assertThat(town.get(town.rosa(), "/plan-reviews")).bodyText().contains("In hospital");
    }

    @Test
    void a_programme_says_how_far_apart_reviews_may_be_by_need() {
        var program = town.as(town.vera(), () -> programs.add("Close watch", 14));
        var client = town.client("Jerome Asante");
        town.rosa().run(() -> cases.open(client, program, town.rosa().account(), Town.today()));
        var rules = "/programmes/" + program.text() + "/reviews";
        assertThat(town.get(town.rosa(), rules)).hasStatus(403);
        assertThat(town.post(town.adam(), rules, "acuity", "HIGH", "days", "3", "basis", "Contract", "from", Town.today().toString())).hasStatus(422);
        assertThat(town.post(town.adam(), rules, "acuity", "HIGH", "days", "30", "basis", "Contract 7", "from", Town.today().minusDays(1).toString())).hasStatus(422);
        assertThat(town.post(town.adam(), rules, "acuity", "HIGH", "days", "30", "basis", "Contract 7", "from", Town.today().toString())).hasStatus(303);
        assertThat(town.post(town.adam(), rules, "acuity", "HIGH", "days", "60", "basis", "Contract 8", "from", Town.today().toString())).hasStatus(422).bodyText().contains("There is such a rule already");
        assertThat(town.get(town.adam(), rules)).bodyText().contains("at least every 30 days", "Contract 7");
        town.post(town.rosa(), at(client));
        var about = at(client) + "/draft/about";
        assertThat(town.post(town.rosa(), about, "reviewDays", "90", "acuity", "HIGH", "seen", "0")).hasStatus(422).bodyText().contains("at least every 30 days here: Contract 7");
        assertThat(town.post(town.rosa(), about, "reviewDays", "90", "acuity", "LOW", "seen", "0")).hasStatus(303);
        var rule = town.as(town.adam(), () -> reviews.rules(program)).getFirst().id();
        assertThat(town.post(town.adam(), rules + "/" + rule + "/ending")).hasStatus(303);
        assertThat(town.post(town.rosa(), about, "reviewDays", "90", "acuity", "HIGH", "seen", "1")).hasStatus(303);
    }

    @Test
    void services_are_noted_or_counted_from_contacts_once() {
        var client = town.openCase("Jerome Asante").clientId();
        var goal = scaled(client, 10);
        var path = at(client) + "/services";
        assertThat(town.post(town.rosa(), path, "goal", goal.id().text(), "on", Town.today().toString(), "units", "0", "unit", "RIDE", "provider", "Vans")).hasStatus(422);
        assertThat(town.post(town.rosa(), path, "goal", GoalId.next().text(), "on", Town.today().toString(), "units", "1", "unit", "RIDE", "provider", "Vans")).hasStatus(422).bodyText().contains("Choose a goal of the plan in force.");
        assertThat(town.post(town.rosa(), path, "goal", goal.id().text(), "on", Town.today().toString(), "units", "1.5", "unit", "RIDE", "provider", "Vans & Co", "funding", "Title III")).hasStatus(303);
        var contact = town.as(town.rosa(), () -> monitoring.record(client, new Contact.Said(Town.today().atTime(0, 1).atZone(Town.ZONE).toInstant(), Mode.LETTER, Contact.Direction.OUTGOING, Contact.Party.CLIENT, "", 45, Contact.Outcome.REACHED),
                "Came by", true, List.of(new ServedGoal(goal.id(), null, "")), null));
        assertThat(town.get(town.rosa(), path)).hasStatusOk().bodyText().contains("Vans &amp; Co", "Title III", "1.5 Rides").doesNotContain("counted from a contact");
        assertThat(town.get(town.vera(), "/services-counted?mode=LETTER&unit=HOUR&minutes=60")).hasStatusOk().bodyText().contains("would count as");
        assertThat(town.get(town.vera(), "/services-counted?mode=NOPE").getResponse().getStatus()).isBetween(200, 499);
        town.vera().run(() -> assertThat(deliveries.preview(Mode.LETTER, Goal.Unit.HOUR, 60).contacts()).isPositive());
        try {
            assertThat(town.post(town.vera(), "/services-counted", "mode", "LETTER", "unit", "HOUR", "minutes", "60", "funding", "Medicaid TCM", "from", Town.today().toString())).hasStatus(303);
            assertThat(town.post(town.vera(), "/services-counted", "mode", "LETTER", "unit", "HOUR", "from", Town.today().toString())).hasStatus(422);
            assertThat(town.get(town.rosa(), path)).bodyText().contains("counted from a contact", "0.75 Hours", "Medicaid TCM");
            town.rosa().run(() -> contacts.strike(client, contact.id(), "Somebody else"));
            assertThat(town.get(town.rosa(), path)).bodyText().doesNotContain("counted from a contact");
        } finally {
            town.as(town.vera(), () -> deliveries.mappings()).stream().filter(it -> it.endedOn() == null && it.mode() == Mode.LETTER).forEach(it -> town.vera().run(() -> deliveries.end(it.id())));
        }
        var noted = town.as(town.rosa(), () -> deliveries.of(client, Town.today().minusDays(1), Town.today())).getFirst();
        assertThat(town.post(town.sam(), path + "/" + noted.id() + "/strike", "strike", "Not given")).hasStatus(404);
        assertThat(town.post(town.rosa(), path + "/" + noted.id() + "/strike", "strike", "Not given")).hasStatus(303);
        town.rosa().run(() -> assertThat(deliveries.given(client, Town.today().minusDays(1), Town.today())).isEmpty());
    }

    /** A goal with five levels, agreed so many days ago. */
    private Goal scaled(ClientId client, int daysAgo) {
        return scaled(town.rosa(), client, daysAgo);
    }

    private Goal scaled(Actor worker, ClientId client, int daysAgo) {
        var goal = PlanExamples.home().with(new Goal.More("", "", "", null, List.of("Street", "In a shelter", "A room", "A flat", "A flat near school"), ""));
        worker.run(() -> {
            plans.begin(client);
            plans.write(client, goal, 0);
            plans.agree(client, new Agreement(Town.today().minusDays(daysAgo), Agreement.How.PHONE, "", Agreement.Copy.PRINT), null, 1);
        });
        return goal;
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult hold(ClientId client, String done, String effective, String... more) {
        var fields = new java.util.ArrayList<>(List.of("doneOn", done, "effectiveOn", effective, "seen", String.valueOf(town.as(town.rosa(), () -> plans.active(client).orElseThrow().version()))));
        fields.addAll(List.of(more));
        return town.post(town.rosa(), at(client) + "/review", fields.toArray(String[]::new));
    }

    private long onDayOf(ClientId client, String what) {
        return onDayOf(town.rosa(), client, what);
    }

    private long onDayOf(Actor whose, ClientId client, String what) {
        return town.as(whose, () -> transaction.execute(_ -> needs.stream().flatMap(it -> town.needs(it, new Mine(whose.account(), Town.today(), cases.openOf(whose.account()))).stream())
                .filter(it -> client.equals(it.client()) && it.what().english().equals(what)).count()));
    }

    private static String at(ClientId client) {
        return "/clients/" + client.text() + "/plan";
    }
}
