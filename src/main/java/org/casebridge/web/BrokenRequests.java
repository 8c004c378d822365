package org.casebridge.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Requests that Tomcat refuses before any page of ours is asked (a NUL in the address, a header without end): a sentence in both languages, no trace, no version. */
@Configuration(proxyBeanMethods = false)
class BrokenRequests {

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> sayBrokenRequests() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Sentence.class.getName());
            }
        });
    }

    /** Made by Tomcat, by its name. It knows no reader, so it speaks both languages. */
    public static final class Sentence extends ErrorReportValve {

        private static final byte[] PAGE = """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Casebridge</title></head>
                <body><p>This address cannot be read. <a href="/">Go to the start page</a> and try from there.</p>
                <p lang="es">Esta dirección no se puede leer. <a href="/">Vaya a la página de inicio</a> e inténtelo desde allí.</p></body></html>
                """.getBytes(StandardCharsets.UTF_8);

        @Override
        protected void report(Request request, Response response, @Nullable Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            response.setContentType("text/html;charset=utf-8");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Cache-Control", "no-store");
            try {
                response.getOutputStream().write(PAGE);
                response.finishResponse();
            } catch (IOException gone) {
                // Whoever asked does not listen any more.
            }
        }
    }
}
