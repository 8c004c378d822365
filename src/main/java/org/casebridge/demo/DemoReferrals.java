package org.casebridge.demo;

import java.time.LocalDate;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.data.HouseClock;
import org.casebridge.directory.Partners;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.ServiceSearch;
import org.casebridge.directory.Services;
import org.casebridge.referrals.NewReferral;
import org.casebridge.referrals.Referral;
import org.casebridge.referrals.Referrals;
import org.springframework.stereotype.Component;

/** Two referrals of the demo's case manager: one that the partner account may answer here, one that was accepted by phone. */
@Component
class DemoReferrals {

    private final DemoWays ways;
    private final Services services;
    private final Partners partners;
    private final Referrals referrals;

    DemoReferrals(DemoWays ways, Services services, Partners partners, Referrals referrals) {
        this.ways = ways;
        this.services = services;
        this.partners = partners;
        this.referrals = referrals;
    }

    void send(LocalDate today) {
        var rosa = ways.who("manager");
        var lunch = rosa.act(() -> service("Silver Bridge Center"));
        partners.link(ways.who("partner").account(), rosa.act(() -> services.line(lunch)).organization());
        var people = rosa.act(() -> ways.cases().openOf(rosa.account()));
        if (people.size() < 2) {
            return;
        }
        send(rosa, people.getFirst().clientId(), lunch, today.minusDays(1), NeedCategory.PEOPLE, "A place at lunch twice a week, from the day she is home again.",
                "Walks with a frame; the ride is arranged.");
        var legal = send(rosa, people.get(1).clientId(), rosa.act(() -> service("Legal Aid East")), today.minusDays(6), NeedCategory.LEGAL,
                "Somebody to read the landlord’s letter and answer it.", "The letter came by certified mail.");
        on(rosa, today.minusDays(3), () -> {
            referrals.step(people.get(1).clientId(), legal.id(), Referral.Status.ACCEPTED, "Told by phone; the appointment is next week.");
            return legal;
        });
    }

    private Referral send(Actor who, ClientId client, ServiceId service, LocalDate day, NeedCategory need, String asked, String shared) {
        return on(who, day, () -> referrals.send(client, service, new NewReferral(need, null, asked, Referral.Urgency.ROUTINE, shared, "By text, after 16:00", day)));
    }

    private ServiceId service(String organization) {
        return services.search(ServiceSearch.by(null, organization, null, null)).lines().getFirst().id();
    }

    private static <T> T on(Actor who, LocalDate day, ScopedValue.CallableOp<T, RuntimeException> deed) {
        return HouseClock.at(day.atTime(10, 20).atZone(who.zone()).toInstant(), () -> who.act(deed));
    }
}
