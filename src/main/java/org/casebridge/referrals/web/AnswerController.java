package org.casebridge.referrals.web;

import static org.casebridge.access.Permission.ANSWER_REFERRALS;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientId;
import org.casebridge.referrals.Answers;
import org.casebridge.referrals.ReferralId;
import org.casebridge.referrals.ReferralLine;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Where a partner agency answers what was sent to it: one list, one page, one form. */
@Controller
class AnswerController {

    private final Answers answers;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    AnswerController(Answers answers, Forms forms, Templates pages, Clock clock) {
        this.answers = answers;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/answers")
    @Requires(ANSWER_REFERRALS)
    View list() {
        var lines = answers.mine();
        Here.shows(lines.stream().map(ReferralLine::clientId).distinct().toList());
        return Page.of(pages.referralsAnswers(lines, LocalDate.now(clock.withZone(Actor.current().zone()))));
    }

    @GetMapping("/answers/{client}/{referral}")
    @Requires(ANSWER_REFERRALS)
    View read(@PathVariable ClientId client, @PathVariable ReferralId referral) {
        return Page.of(sheet(client, referral, forms.open(TakeReferralStep.class, path(client, referral))));
    }

    @PostMapping("/answers/{client}/{referral}")
    @Requires(ANSWER_REFERRALS)
    View answer(@PathVariable ClientId client, @PathVariable ReferralId referral, Form<TakeReferralStep> form) {
        var done = form.wrong() ? null : form.attempt(() -> {
            answers.answer(client, referral, form.said().next(), form.said().why());
            return true;
        });
        return done == null ? Page.again(sheet(client, referral, form)) : Page.at(path(client, referral));
    }

    private JteModel sheet(ClientId client, ReferralId id, Form<TakeReferralStep> form) {
        var referral = answers.read(client, id);
        var line = answers.mine().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
        return pages.referralsAnswer(referral, line, ReferralSheets.answers(referral), form, path(client, id));
    }

    private static String path(ClientId client, ReferralId id) {
        return "/answers/" + client.text() + "/" + id.text();
    }
}
