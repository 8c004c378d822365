package org.casebridge.documents;

import org.casebridge.Town;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A document for the tests of every page. */
@Configuration(proxyBeanMethods = false)
class DocumentExamples {

    @Bean
    Town.Example document(Town town, Documents documents) {
        return new Town.Example("document", client -> town.as(town.rosa(), () -> documents.add(client, "Notice from the landlord", Document.About.HOUSING, "notice.txt",
                "Rent is due.".getBytes())).text());
    }
}
