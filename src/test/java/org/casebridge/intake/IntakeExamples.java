package org.casebridge.intake;

import java.util.List;
import java.util.Map;
import org.casebridge.Town;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeExamples {

    @Bean
    Town.Example intakeExample(Town town, Intakes intakes) {
        return new Town.Example("intake", (ClientId client) -> town.rosa().act(() -> intakes.take(client, request(), Map.of())).id().text());
    }

    static HelpRequest request() {
        return new HelpRequest(HelpRequest.Asker.SELF, null, null, HelpRequest.CameBy.PHONE, Town.today().minusDays(1), List.of(NeedCategory.HOUSING, NeedCategory.FOOD),
                "I want my own door key again.", null, HelpRequest.Urgency.WEEK, HelpRequest.Safety.SAFE, null);
    }
}
