package org.casebridge.consent;

import java.time.LocalDate;
import java.util.Set;
import org.casebridge.Town;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsentExamples {

    static final LocalDate TODAY = Town.today();

    /** A signed consent for an organization, a year long, for everything but what is kept apart. */
    static NewConsent consent(String recipient, Set<DataClass> classes, Purpose... purposes) {
        return new NewConsent(new Scope(classes, Set.copyOf(Part.ofRecord()), "All that helps them help me"), "Eastside Agency",
                new Designation(Designation.Kind.ORGANIZATION, null, recipient, "1 Harbor Road", false, ""), new Aim(Set.of(purposes), ""),
                new Term(TODAY, TODAY.plusYears(1), "", null, false), "Tell us", true, "We help all the same",
                new Signature(Signature.Kind.TYPED, "", "", "", Signature.Signer.CLIENT, "The Client", "", false, "", TODAY, "en", ""), null);
    }

    @Bean
    Town.Example consent(Town town, Consents consents) {
        return new Town.Example("consent", client -> town.as(town.rosa(), () -> consents.record(client, consent("Harbor House", Set.of(DataClass.GENERAL), Purpose.SERVICES))).id().text());
    }
}
