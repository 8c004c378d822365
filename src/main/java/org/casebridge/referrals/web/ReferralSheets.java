package org.casebridge.referrals.web;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.careplans.CarePlans;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.matching.Match;
import org.casebridge.matching.Matches;
import org.casebridge.referrals.Links;
import org.casebridge.referrals.Packets;
import org.casebridge.referrals.Referral;
import org.casebridge.referrals.ReferralId;
import org.casebridge.referrals.ReferralTalk;
import org.casebridge.referrals.Referrals;
import org.jspecify.annotations.Nullable;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.springframework.stereotype.Component;

/** The page of one referral, with the forms it can hold; one of them may be the one that came back. */
@Component
class ReferralSheets {

    private final Referrals referrals;
    private final CarePlans plans;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;
    private final ReferralTalk talk;
    private final Packets packets;
    private final Links links;
    private final Matches matches;

    ReferralSheets(Referrals referrals, CarePlans plans, ClientHeads heads, Forms forms, Templates pages, Clock clock, ReferralTalk talk, Packets packets, Links links, Matches matches) {
        this.matches = matches;
        this.talk = talk;
        this.packets = packets;
        this.links = links;
        this.referrals = referrals;
        this.plans = plans;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    JteModel sheet(ClientId client, ReferralId id) {
        return sheet(client, id, null);
    }

    /** {@code wrong}: the one of its forms that came back, by the class of what it says. */
    JteModel again(ClientId client, ReferralId id, Class<?> type, Form<?> wrong) {
        return sheet(client, id, Map.of(type, wrong));
    }

    private JteModel sheet(ClientId client, ReferralId id, @Nullable Map<Class<?>, Form<?>> wrong) {
        var path = path(client, id);
        var head = heads.of(client);
        var referral = referrals.get(client, id);
        var goal = plans.goalsOf(client).stream().filter(it -> it.id().value().equals(referral.goalId())).map(it -> it.words()).findFirst().orElse(null);
        var steps = referrals.steps(client, id);
        var given = wrong == null ? Map.<Class<?>, Form<?>>of() : wrong;
        var ours = new ReferralForms(form(given, TakeReferralStep.class, () -> forms.open(TakeReferralStep.class, path + "/steps")),
                form(given, ConfirmOutcome.class, () -> forms.openToday(ConfirmOutcome.class, "on", path + "/outcome")),
                form(given, UndoReferralStep.class, () -> forms.open(UndoReferralStep.class, path + "/undoing")),
                form(given, WriteMessage.class, () -> forms.open(WriteMessage.class, path + "/messages")),
                form(given, ScheduleHandoff.class, () -> forms.open(ScheduleHandoff.class, path + "/handoff")),
                form(given, ReopenReferral.class, () -> forms.open(ReopenReferral.class, path + "/reopening")));
        var beside = referrals.beside(referral);
        return pages.referralsShow(head, referral, goal, steps, next(referral), ours, steps.stream().filter(it -> !it.undone()).count() > 1,
                talk.of(client, id), packets.of(client, id), links.of(client, id).orElse(null), beside, suggested(client, referral), today());
    }

    /** Who fits next best, once they declined or are late: none of those that were asked already. */
    private List<Match> suggested(ClientId client, Referral referral) {
        var zone = Actor.current().zone();
        boolean late = referral.status() == Referral.Status.REQUESTED
                && org.casebridge.kernel.WorkingDays.after(referral.sentAt().atZone(zone).toLocalDate(), referral.answerDays()).isBefore(today());
        if (!late && referral.status() != Referral.Status.REJECTED || !Actor.current().may(org.casebridge.access.Permission.SEND_REFERRALS)) {
            return List.of();
        }
        var asked = new java.util.HashSet<java.util.UUID>();
        referrals.of(client).stream().filter(it -> it.need() == referral.need()).forEach(it -> asked.add(it.serviceId()));
        return matches.of(client, referral.need(), asked).best().stream().limit(3).toList();
    }

    @SuppressWarnings("unchecked")
    private static <T> Form<T> form(Map<Class<?>, Form<?>> given, Class<T> type, Supplier<Form<T>> fresh) {
        return given.containsKey(type) ? (Form<T>) given.get(type) : fresh.get();
    }

    /** What may happen next, in the order of the states. */
    static List<Option> next(Referral referral) {
        return Option.of(referral.status().next().toArray(Referral.Status[]::new));
    }

    /** What the organization itself may say next. */
    static List<Option> answers(Referral referral) {
        return Option.of(referral.answers().toArray(Referral.Status[]::new));
    }

    static String path(ClientId client, ReferralId id) {
        return "/clients/" + client.text() + "/referrals/" + id.text();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
