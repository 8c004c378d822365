package org.casebridge.directory;

import org.casebridge.Town;
import org.casebridge.codes.NeedCategory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DirectoryExamples {

    @Bean
    Town.Example service(Town town, Services services) {
        return new Town.Example("service", () -> town.vera().act(() -> services.add(AddService.of("Example Pantry", "Food pantry", NeedCategory.FOOD, "555-0100"))).text());
    }
}
