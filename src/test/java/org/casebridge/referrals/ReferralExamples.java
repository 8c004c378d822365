package org.casebridge.referrals;

import java.util.UUID;
import org.casebridge.Town;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.AddService;
import org.casebridge.directory.Partners;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReferralExamples {

    /** A pantry of a name of its own, so that tests do not meet at one organization. */
    static ServiceId service(Town town, Services services) {
        return town.as(town.vera(), () -> services.add(AddService.of("Harbor Pantry " + UUID.randomUUID().toString().substring(0, 8), "Groceries for the week", NeedCategory.FOOD, "555-0142")));
    }

    @Bean
    Town.Example referral(Town town, Referrals referrals, Services services, Partners partners) {
        return new Town.Example("referral", client -> {
            var service = service(town, services);
            partners.link(town.paul().account(), town.as(town.rosa(), () -> services.line(service)).organization());
            return town.as(town.rosa(), () -> referrals.send(client, service, new NewReferral(NeedCategory.FOOD, null, "A box each week", Referral.Urgency.ROUTINE,
                    "", "by phone", Town.today().minusDays(1)))).id().text();
        });
    }

    /** A link of a referral of its own; the page before the code shows nothing of it. */
    @Bean
    Town.Example link(Town town, Referrals referrals, Services services, Links links) {
        return new Town.Example("link", () -> {
            var client = town.openCase("Linked Person").clientId();
            var service = service(town, services);
            return town.as(town.rosa(), () -> {
                var sent = referrals.send(client, service, new NewReferral(NeedCategory.FOOD, null, "A box each week", Referral.Urgency.ROUTINE, "", "by phone", Town.today()));
                return links.make(client, sent.id()).path().replace("/link/", "");
            });
        });
    }

    @Bean
    Town.Example claim(Town town, Places places, Services services) {
        return new Town.Example("claim", client -> {
            var service = service(town, services);
            town.vera().run(() -> places.addBeds(service, "Bed", 1));
            return town.as(town.rosa(), () -> places.offer(client, service)).id().text();
        });
    }
}
