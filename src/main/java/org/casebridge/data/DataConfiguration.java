package org.casebridge.data;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class DataConfiguration {

    /** Time is told by this clock everywhere, so that a test or the demo can set it. */
    @Bean
    Clock clock() {
        return HouseClock.utc();
    }

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcTemplate template, IdConverter ids) {
        var conversions = new DefaultConversionService();
        conversions.addConverter(ids);
        return RecordClient.around(JdbcClient.create(template, conversions), new RecordRows(conversions));
    }
}
