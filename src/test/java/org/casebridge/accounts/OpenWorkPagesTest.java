package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.advocacy.Issue;
import org.casebridge.advocacy.Issues;
import org.casebridge.advocacy.RaiseIssue;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.Goal;
import org.casebridge.careplans.GoalId;
import org.casebridge.careplans.Lifecycle;
import org.casebridge.careplans.PlanExamples;
import org.casebridge.careplans.StepId;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.AddService;
import org.casebridge.directory.Services;
import org.casebridge.intake.HelpRequest;
import org.casebridge.intake.Intakes;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Mode;
import org.casebridge.monitoring.Monitoring;
import org.casebridge.referrals.NewReferral;
import org.casebridge.referrals.Referral;
import org.casebridge.referrals.Referrals;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody is disabled while work rests on them that somebody else must take over. */
@PageTest
class OpenWorkPagesTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired CaseFiles cases;
    @Autowired CarePlans plans;
    @Autowired Referrals referrals;
    @Autowired Services services;
    @Autowired Issues issues;
    @Autowired Intakes intakes;
    @Autowired Monitoring monitoring;

    private Actor noor;
    private String place;

    @BeforeEach
    void noor_works_here() {
        noor = town.account(Role.CASE_MANAGER, "Noor " + UUID.randomUUID().toString().replaceAll("[^a-f]", ""));
        place = "/accounts/" + noor.account().text();
    }

    @Test
    void the_page_says_what_rests_and_how_much_of_it_and_nothing_about_whom() {
        var client = worked();
        assertThat(town.get(town.adam(), place)).hasStatusOk().bodyText()
                .contains("1 open case", "1 open task", "1 referral to follow up", "2 open issues", "1 step of a care plan", "1 note to sign", "1 request for help to decide")
                .doesNotContain("Jerome", client.text(), "Disable this account");
        assertThat(town.post(town.adam(), place + "/disabling")).hasStatus(409);
        assertThat(accounts.get(noor.account()).enabled()).isTrue();
        assertThat(town.get(town.vera(), place)).hasStatus(403);
    }

    @Test
    void what_follows_the_case_goes_with_it_and_the_rest_is_finished_by_who_may() {
        var client = worked();
        var file = town.as(noor, () -> cases.openOf(client).orElseThrow());
        assertThat(town.post(town.vera(), "/clients/" + client.text() + "/case/" + file.id().text() + "/assignment", "worker", town.rosa().account().text())).hasStatus(303);

        assertThat(town.get(town.adam(), place)).hasStatusOk().bodyText().contains("1 note to sign", "1 request for help to decide")
                .doesNotContain("open case", "open task", "to follow up", "open issue", "step of a care plan");
    }

    @Test
    void each_kind_alone_keeps_an_account_from_being_disabled_until_it_is_done() {
        var client = town.as(noor, () -> town.clients().add(NewClient.of(PersonName.read("Jerome Asante " + UUID.randomUUID()), About.unknown())));
        var issue = raise(client);
        assertThat(town.post(town.adam(), place + "/disabling")).hasStatus(409);
        noor.run(() -> issues.settle(client, issue, new org.casebridge.advocacy.SettleIssue(Issue.Result.WITHDRAWN, Town.today(), "He found another way.", issues.get(client, issue).version())));
        assertThat(town.post(town.adam(), place + "/disabling")).hasStatus(303);
        assertThat(accounts.get(noor.account()).enabled()).isFalse();
    }

    /** One client with something of each kind of Noor's. */
    private ClientId worked() {
        var client = town.as(noor, () -> town.clients().add(NewClient.of(PersonName.read("Jerome Asante"), About.unknown())));
        var program = town.program();
        noor.run(() -> cases.open(client, program, noor.account(), Town.today().minusDays(9)));
        assertThat(town.post(noor, "/clients/" + client.text() + "/tasks", "title", "Call the landlord", "dueOn", Town.today().toString())).hasStatus(303);
        var service = town.as(town.vera(), () -> services.add(AddService.of("Harbor Pantry " + UUID.randomUUID().toString().substring(0, 8), "Groceries", NeedCategory.FOOD, "555-0142")));
        noor.run(() -> referrals.send(client, service, new NewReferral(NeedCategory.FOOD, null, "A box each week", Referral.Urgency.ROUTINE, "", "by phone", Town.today().minusDays(1))));
        raise(client);
        raise(client);
        var goal = new Goal(GoalId.next(), "A home of my own", NeedCategory.HOUSING, "Keys in my hand", Town.today().plusDays(60), Goal.Priority.HIGH, "", Lifecycle.PROPOSED, null, null,
                List.of(new Goal.Step(StepId.next(), "Ask for the voucher", Goal.Party.STAFF, noor.name(), "", Town.today().plusDays(7), null, null, null)), List.of());
        noor.run(() -> {
            plans.begin(client);
            plans.write(client, goal, 0);
            PlanExamples.agree(plans, client, Town.today());
        });
        noor.run(() -> monitoring.record(client, new Contact.Said(Instant.now(), Mode.PHONE, Contact.Direction.OUTGOING, Contact.Party.CLIENT, "", 12, Contact.Outcome.REACHED),
                "The landlord gives 30 days.", false, List.of(), null));
        noor.run(() -> intakes.take(client, new HelpRequest(HelpRequest.Asker.SELF, null, null, HelpRequest.CameBy.PHONE, Town.today(), List.of(NeedCategory.FOOD), "Food, please.", null,
                HelpRequest.Urgency.WEEK, HelpRequest.Safety.SAFE, null), Map.of()));
        return client;
    }

    private org.casebridge.advocacy.IssueId raise(ClientId client) {
        return town.as(noor, () -> issues.raise(client, new RaiseIssue(Issue.Party.INSURER, "Blue Plan", null, null, "rehab stay denied", "Cover the stay", Town.today(), null, "", "", null, 0)).id());
    }
}
