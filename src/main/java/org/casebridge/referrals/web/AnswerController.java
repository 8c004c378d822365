package org.casebridge.referrals.web;

import static org.casebridge.access.Permission.ANSWER_REFERRALS;

import casebridge.pages.Templates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.Outside;
import org.casebridge.referrals.Answers;
import org.casebridge.referrals.ReferralId;
import org.casebridge.referrals.ReferralLine;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a partner agency answers what was sent to it: one list, one page, one form. */
@Controller
class AnswerController {

    private final Answers answers;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;
    private final org.casebridge.access.Accounts accounts;

    AnswerController(Answers answers, Forms forms, Templates pages, Clock clock, org.casebridge.access.Accounts accounts) {
        this.accounts = accounts;
        this.answers = answers;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/answers")
    @Requires(ANSWER_REFERRALS)
    Outside list() {
        return list(forms.open(AnswerSeveral.class, "/answers/several"), HttpStatus.OK);
    }

    @GetMapping("/answers/{client}/{referral}")
    @Requires(ANSWER_REFERRALS)
    Outside read(@PathVariable ClientId client, @PathVariable ReferralId referral) {
        return sheet(client, referral, forms.open(TakeReferralStep.class, path(client, referral)), forms.open(WriteMessage.class, path(client, referral) + "/messages"), HttpStatus.OK);
    }

    @PostMapping("/answers/{client}/{referral}")
    @Requires(ANSWER_REFERRALS)
    Outside answer(@PathVariable ClientId client, @PathVariable ReferralId referral, Form<TakeReferralStep> form) {
        var done = form.attempt(() -> {
            answers.answer(client, referral, form.said().next(), form.said().cause(), form.said().why(), "");
            return true;
        });
        return done == null ? sheet(client, referral, form, forms.open(WriteMessage.class, path(client, referral) + "/messages"), HttpStatus.UNPROCESSABLE_CONTENT) : Outside.at(path(client, referral));
    }

    /** Asks or tells whoever sent it. */
    @PostMapping("/answers/{client}/{referral}/messages")
    @Requires(ANSWER_REFERRALS)
    Outside ask(@PathVariable ClientId client, @PathVariable ReferralId referral, Form<WriteMessage> form) {
        return form.did(() -> answers.ask(client, referral, form.said().message(), "")) ? Outside.at(path(client, referral))
                : sheet(client, referral, forms.open(TakeReferralStep.class, path(client, referral)), form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The same answer to several at once: what cannot be answered so is left as it is, and said. */
    @PostMapping("/answers/several")
    @Requires(ANSWER_REFERRALS)
    Outside several(Form<AnswerSeveral> form) {
        var left = form.attempt(() -> answers.answerSeveral(form.said().referrals(), form.said().next(), form.said().cause(), form.said().words() == null ? "" : form.said().words()));
        return left == null || left > 0 ? list(left == null ? form : form.refuse("", "{count, plural, one {One was not answered so: look at it by itself.} other {# were not answered so: look at each by itself.}}", left),
                HttpStatus.UNPROCESSABLE_CONTENT) : Outside.at("/answers");
    }

    private Outside list(Form<AnswerSeveral> form, HttpStatus status) {
        var lines = answers.mine();
        return Outside.rows(answers.let(lines), status, may -> {
            var shown = lines.stream().filter(it -> may.test(it.id().value())).toList();
            Here.shows(shown.stream().map(ReferralLine::clientId).distinct().toList());
            return pages.referralsAnswers(shown, LocalDate.now(clock.withZone(Actor.current().zone())), form);
        });
    }

    private Outside sheet(ClientId client, ReferralId id, Form<TakeReferralStep> form, Form<WriteMessage> ask, HttpStatus status) {
        var read = answers.read(client, id);
        var asks = accounts.get(read.referral().worker()).name();
        return Outside.rows(List.of(read.released()), status, _ -> pages.referralsAnswer(read, asks, ReferralSheets.answers(read.referral()), form, ask, path(client, id)));
    }

    private static String path(ClientId client, ReferralId id) {
        return "/answers/" + client.text() + "/" + id.text();
    }
}
