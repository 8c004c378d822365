package org.casebridge.demo;

import java.net.InetAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A server with demo accounts answers on the loopback address only, whatever else is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoSettings.class)
class DemoHouse {

    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> loopbackOnly(DemoSettings settings) {
        return server -> {
            if (settings.demo()) {
                server.setAddress(InetAddress.getLoopbackAddress());
            }
        };
    }
}
