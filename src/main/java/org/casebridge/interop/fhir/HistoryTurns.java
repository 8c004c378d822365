package org.casebridge.interop.fhir;

import org.casebridge.caseload.Turns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Of what others recorded, a stay in hospital and a visit to its emergency department mark a turn. */
@Configuration(proxyBeanMethods = false)
class HistoryTurns {

    @Bean
    static Turns hospitalTurns() {
        return Turns.of("Hospital stay", "Emergency visit");
    }
}
