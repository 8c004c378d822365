package org.casebridge.referrals.web;

import static org.casebridge.access.Permission.RECORD_REFERRAL_ANSWERS;

import org.casebridge.clients.ClientId;
import org.casebridge.referrals.ReferralId;
import org.casebridge.referrals.ReferralTalk;
import org.casebridge.referrals.Referrals;
import org.casebridge.access.Requires;
import org.casebridge.web.Form;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Following a referral beside its states: writing to the organization, reminding it, the call that hands the client over, and opening it again. */
@Controller
class FollowController {

    private final Referrals referrals;
    private final ReferralTalk talk;
    private final ReferralSheets sheets;

    FollowController(Referrals referrals, ReferralTalk talk, ReferralSheets sheets) {
        this.referrals = referrals;
        this.talk = talk;
        this.sheets = sheets;
    }

    @PostMapping("/clients/{client}/referrals/{referral}/messages")
    @Requires(RECORD_REFERRAL_ANSWERS)
    View write(@PathVariable ClientId client, @PathVariable ReferralId referral, Form<WriteMessage> form) {
        return form.did(() -> talk.write(client, referral, form.said().message())) ? Page.at(ReferralSheets.path(client, referral))
                : Page.again(sheets.again(client, referral, WriteMessage.class, form));
    }

    @PostMapping("/clients/{client}/referrals/{referral}/reminder")
    @Requires(RECORD_REFERRAL_ANSWERS)
    View remind(@PathVariable ClientId client, @PathVariable ReferralId referral) {
        talk.remind(client, referral);
        return Page.at(ReferralSheets.path(client, referral));
    }

    @PostMapping("/clients/{client}/referrals/{referral}/handoff")
    @Requires(RECORD_REFERRAL_ANSWERS)
    View handOff(@PathVariable ClientId client, @PathVariable ReferralId referral, Form<ScheduleHandoff> form) {
        return form.did(() -> talk.handOff(client, referral, form.said().on(), form.said().at(), form.said().withWhom() == null ? "" : form.said().withWhom()))
                ? Page.at(ReferralSheets.path(client, referral)) : Page.again(sheets.again(client, referral, ScheduleHandoff.class, form));
    }

    @PostMapping("/clients/{client}/referrals/{referral}/reopening")
    @Requires(RECORD_REFERRAL_ANSWERS)
    View reopen(@PathVariable ClientId client, @PathVariable ReferralId referral, Form<ReopenReferral> form) {
        return form.did(() -> referrals.reopen(client, referral, form.said().reopened())) ? Page.at(ReferralSheets.path(client, referral))
                : Page.again(sheets.again(client, referral, ReopenReferral.class, form));
    }
}
