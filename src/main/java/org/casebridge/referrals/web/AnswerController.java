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

    AnswerController(Answers answers, Forms forms, Templates pages, Clock clock) {
        this.answers = answers;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/answers")
    @Requires(ANSWER_REFERRALS)
    Outside list() {
        var lines = answers.mine();
        return Outside.rows(answers.let(lines), HttpStatus.OK, may -> {
            var shown = lines.stream().filter(it -> may.test(it.id().value())).toList();
            Here.shows(shown.stream().map(ReferralLine::clientId).distinct().toList());
            return pages.referralsAnswers(shown, LocalDate.now(clock.withZone(Actor.current().zone())));
        });
    }

    @GetMapping("/answers/{client}/{referral}")
    @Requires(ANSWER_REFERRALS)
    Outside read(@PathVariable ClientId client, @PathVariable ReferralId referral) {
        return sheet(client, referral, forms.open(TakeReferralStep.class, path(client, referral)), HttpStatus.OK);
    }

    @PostMapping("/answers/{client}/{referral}")
    @Requires(ANSWER_REFERRALS)
    Outside answer(@PathVariable ClientId client, @PathVariable ReferralId referral, Form<TakeReferralStep> form) {
        var done = form.attempt(() -> {
            answers.answer(client, referral, form.said().next(), form.said().why());
            return true;
        });
        return done == null ? sheet(client, referral, form, HttpStatus.UNPROCESSABLE_CONTENT) : Outside.at(path(client, referral));
    }

    private Outside sheet(ClientId client, ReferralId id, Form<TakeReferralStep> form, HttpStatus status) {
        var read = answers.read(client, id);
        var line = answers.mine().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
        return Outside.rows(List.of(read.released()), status, _ -> pages.referralsAnswer(read.referral(), line, read.released(), ReferralSheets.answers(read.referral()), form, path(client, id)));
    }

    private static String path(ClientId client, ReferralId id) {
        return "/answers/" + client.text() + "/" + id.text();
    }
}
