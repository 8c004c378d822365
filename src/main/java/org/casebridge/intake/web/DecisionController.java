package org.casebridge.intake.web;

import static org.casebridge.access.Permission.DECIDE_INTAKES;
import static org.casebridge.access.Permission.OPEN_CASES;
import static org.casebridge.access.Permission.TAKE_INTAKES;

import org.casebridge.access.Requires;
import org.casebridge.clients.ClientId;
import org.casebridge.intake.Eligibility;
import org.casebridge.intake.IntakeId;
import org.casebridge.intake.Intakes;
import org.casebridge.web.Form;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** Deciding on a request, and taking a decision back. */
@Controller
@RequestMapping("/clients/{client}/intakes/{intake}")
class DecisionController {

    private final Intakes intakes;
    private final Eligibility eligibility;
    private final IntakePages sheets;

    DecisionController(Intakes intakes, Eligibility eligibility, IntakePages sheets) {
        this.intakes = intakes;
        this.eligibility = eligibility;
        this.sheets = sheets;
    }

    @PostMapping("/eligibility")
    @Requires(TAKE_INTAKES)
    View eligibility(@PathVariable ClientId client, @PathVariable IntakeId intake, Form<AnswerEligibility> form) {
        var answers = EligibilityFields.read(form, eligibility.questions());
        return form.did(() -> intakes.answer(client, intake, answers))
                ? Page.at(IntakePages.path(client, intake)) : sheets.eligibilityAgain(client, intake, form);
    }

    @PostMapping("/opening")
    @Requires(OPEN_CASES)
    View open(@PathVariable ClientId client, @PathVariable IntakeId intake, Form<OpenTheCase> form) {
        var file = form.attempt(() -> intakes.open(client, intake, form.said().program(), form.said().worker(), form.said().start()));
        return file == null ? sheets.again(client, intake, "opening", form) : Page.at("/clients/" + client.text());
    }

    @PostMapping("/waiting")
    @Requires(DECIDE_INTAKES)
    View waitList(@PathVariable ClientId client, @PathVariable IntakeId intake, Form<PutOnWaitList> form) {
        return decide(client, intake, "waiting", form, () -> intakes.waitList(client, intake, form.said().program(), form.said().why(), form.said().reviewOn()));
    }

    @PostMapping("/referral-on")
    @Requires(DECIDE_INTAKES)
    View referOn(@PathVariable ClientId client, @PathVariable IntakeId intake, Form<ReferOn> form) {
        return decide(client, intake, "referral-on", form, () -> intakes.referOn(client, intake, form.said().to(), form.said().why()));
    }

    @PostMapping("/decline")
    @Requires(DECIDE_INTAKES)
    View decline(@PathVariable ClientId client, @PathVariable IntakeId intake, Form<DeclineRequest> form) {
        return decide(client, intake, "decline", form, () -> intakes.decline(client, intake, form.said().reason(), form.said().why(), form.said().told()));
    }

    @PostMapping("/undoing")
    @Requires(DECIDE_INTAKES)
    View undo(@PathVariable ClientId client, @PathVariable IntakeId intake, Form<TakeBack> form) {
        return decide(client, intake, "undoing", form, () -> intakes.undo(client, intake, form.said().why()));
    }

    private View decide(ClientId client, IntakeId intake, String name, Form<?> form, Runnable deed) {
        return form.did(deed) ? Page.at(IntakePages.path(client, intake)) : sheets.again(client, intake, name, form);
    }
}
