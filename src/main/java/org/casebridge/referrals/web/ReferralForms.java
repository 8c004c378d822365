package org.casebridge.referrals.web;

import org.casebridge.web.Form;

/** The forms that the page of a referral can hold. */
public record ReferralForms(Form<TakeReferralStep> step, Form<ConfirmOutcome> outcome, Form<UndoReferralStep> undo, Form<WriteMessage> message, Form<ScheduleHandoff> handoff,
                            Form<ReopenReferral> reopen) {}
