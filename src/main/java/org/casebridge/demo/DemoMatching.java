package org.casebridge.demo;

import java.time.LocalDate;
import java.util.Map;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.ServiceSearch;
import org.casebridge.directory.Services;
import org.casebridge.matching.ClientFacts;
import org.casebridge.matching.Fact;
import org.casebridge.matching.PaperKind;
import org.casebridge.matching.Papers;
import org.casebridge.matching.ServiceRules;
import org.casebridge.referrals.Places;
import org.casebridge.referrals.Referrals;
import org.springframework.stereotype.Component;

/** A rule of eligibility with its cases, two papers of one client, what is known of their income, and a service with beds and somebody who waits. */
@Component
class DemoMatching {

    private final DemoWays ways;
    private final Services services;
    private final ServiceRules rules;
    private final Papers papers;
    private final ClientFacts facts;
    private final Places places;
    private final Referrals referrals;

    DemoMatching(DemoWays ways, Services services, ServiceRules rules, Papers papers, ClientFacts facts, Places places, Referrals referrals) {
        this.ways = ways;
        this.services = services;
        this.rules = rules;
        this.papers = papers;
        this.facts = facts;
        this.places = places;
        this.referrals = referrals;
    }

    void write(LocalDate today) {
        var vera = ways.who("supervisor");
        var rosa = ways.who("manager");
        var lunch = rosa.act(() -> service("Silver Bridge Center"));
        vera.run(() -> {
            rules.save(lunch, """
                    all of
                      age at least 60
                      any of
                        income percent of poverty at most 200
                        veteran is yes
                      paper income proof younger than 60 days
                    """, """
                    yes: age 67; household size 1; yearly income 18000; paper income proof 10 days
                    yes: age 61; veteran yes; yearly income 90000; household size 1; paper income proof 10 days
                    no: age 45; yearly income 18000; household size 1; paper income proof 10 days
                    no: age 67; household size 1; yearly income 18000; paper income proof 70 days
                    unknown: age 67; paper income proof 10 days
                    """, today, null);
            rules.publish(lunch);
            referrals.agree(lunch, 3);
            places.addBeds(lunch, "Seat", 4);
        });
        var people = rosa.act(() -> ways.cases().openOf(rosa.account()));
        if (people.size() < 2) {
            return;
        }
        rosa.run(() -> {
            var first = people.getFirst().clientId();
            facts.tell(first, Map.of(Fact.YEARLY_INCOME, "16800", Fact.HOUSEHOLD_SIZE, "1", Fact.VETERAN, "no"));
            papers.keep(first, PaperKind.INCOME_PROOF, "", today.minusDays(90), today.minusDays(80), today.minusDays(82), null, "Benefit letter, in the folder");
            papers.keep(first, PaperKind.PHOTO_ID, "", null, today.minusDays(200), today.minusYears(3), today.plusDays(20), "State ID; expires soon");
            papers.keep(first, PaperKind.BIRTH_CERTIFICATE, "", today.minusDays(12), null, null, null, "Ordered from the county");
            places.take(first, places.offer(first, lunch).id());
            places.waitFor(people.get(1).clientId(), lunch, false);
        });
    }

    private ServiceId service(String organization) {
        return services.search(ServiceSearch.by(null, organization, null, null)).lines().getFirst().id();
    }
}
