package org.casebridge.referrals.web;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.careplans.CarePlans;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.referrals.Referral;
import org.casebridge.referrals.ReferralId;
import org.casebridge.referrals.Referrals;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.springframework.stereotype.Component;

/** The page of one referral, with the three forms it can hold; one of them may be the one that came back. */
@Component
class ReferralSheets {

    private final Referrals referrals;
    private final CarePlans plans;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    ReferralSheets(Referrals referrals, CarePlans plans, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.referrals = referrals;
        this.plans = plans;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    JteModel sheet(ClientId client, ReferralId id) {
        var path = path(client, id);
        return sheet(client, id, forms.open(TakeReferralStep.class, path + "/steps"),
                outcome(path), forms.open(UndoReferralStep.class, path + "/undoing"));
    }

    JteModel stepAgain(ClientId client, ReferralId id, Form<TakeReferralStep> step) {
        var path = path(client, id);
        return sheet(client, id, step, outcome(path), forms.open(UndoReferralStep.class, path + "/undoing"));
    }

    JteModel outcomeAgain(ClientId client, ReferralId id, Form<ConfirmOutcome> outcome) {
        var path = path(client, id);
        return sheet(client, id, forms.open(TakeReferralStep.class, path + "/steps"), outcome, forms.open(UndoReferralStep.class, path + "/undoing"));
    }

    JteModel undoAgain(ClientId client, ReferralId id, Form<UndoReferralStep> undo) {
        var path = path(client, id);
        return sheet(client, id, forms.open(TakeReferralStep.class, path + "/steps"), outcome(path), undo);
    }

    private Form<ConfirmOutcome> outcome(String path) {
        return forms.openToday(ConfirmOutcome.class, "on", path + "/outcome");
    }

    private JteModel sheet(ClientId client, ReferralId id, Form<TakeReferralStep> step, Form<ConfirmOutcome> outcome, Form<UndoReferralStep> undo) {
        var head = heads.of(client);
        var referral = referrals.get(client, id);
        var goal = plans.goalsOf(client).stream().filter(it -> it.id().value().equals(referral.goalId())).map(it -> it.words()).findFirst().orElse(null);
        var steps = referrals.steps(client, id);
        return pages.referralsShow(head, referral, goal, steps, next(referral), step, outcome, undo,
                steps.stream().filter(it -> !it.undone()).count() > 1);
    }

    /** What may happen next, in the order of the states. */
    static List<Option> next(Referral referral) {
        return Option.of(referral.status().next().toArray(Referral.Status[]::new));
    }

    /** What the organization itself may say next. */
    static List<Option> answers(Referral referral) {
        return Option.of(referral.status().next().stream().filter(Referral.Side.ORGANIZATION::maySet).toArray(Referral.Status[]::new));
    }

    static String path(ClientId client, ReferralId id) {
        return "/clients/" + client.text() + "/referrals/" + id.text();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
