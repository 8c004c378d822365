package org.casebridge.data;

import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the database, and hands its owner's login to Flyway and the application's to everybody else. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseLogins {

    @Bean
    Database database(DatabaseSettings settings, ApplicationContext context) {
        return settings.embedded()
                ? EmbeddedDatabase.open(Path.of(settings.data()), settings.db().durable(), context instanceof WebServerApplicationContext)
                : ServerDatabase.open(settings.db());
    }

    @Bean
    JdbcConnectionDetails applicationLogin(Database database) {
        return new ApplicationLogin(database.url(), database.application().user(), database.application().password());
    }

    @Bean
    FlywayConnectionDetails ownerLogin(Database database) {
        return new OwnerLogin(database.url(), database.owner().user(), database.owner().password());
    }

    private record ApplicationLogin(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {}

    private record OwnerLogin(String getJdbcUrl, String getUsername, String getPassword) implements FlywayConnectionDetails {}
}
