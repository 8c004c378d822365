package org.casebridge.outbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.casebridge.clients.Channel;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Text messages by a gateway over HTTP: a POST of {@code {"id", "to", "text"}} as JSON, with the token as bearer (RFC 6750) and the id as Idempotency-Key; 2xx takes it, 4xx will never take it (but 408, 425
 * and 429), all else is tried again. Most providers are a few lines of a proxy away from that.
 */
@Component
class TextGateway implements Carriage {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final OutboxSettings settings;
    private final RestClient client;

    TextGateway(OutboxSettings settings) {
        this.settings = settings;
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build());
        requests.setReadTimeout(PATIENCE);
        client = RestClient.builder().requestFactory(requests).build();
    }

    @Override
    public Channel channel() {
        return Channel.TEXT;
    }

    @Override
    public boolean open() {
        return settings.texts();
    }

    @Override
    public void carry(UUID id, String recipient, String subject, String words) {
        var answer = client.post().uri(URI.create(settings.textUrl() == null ? "" : settings.textUrl())).contentType(MediaType.APPLICATION_JSON).headers(it -> {
            it.set("Idempotency-Key", id.toString());
            if (settings.textToken() != null) {
                it.setBearerAuth(settings.textToken());
            }
        }).body(Map.of("id", id.toString(), "to", recipient, "text", words)).exchange((_, said) -> said.getStatusCode());
        if (answer == null || answer.is5xxServerError() || answer.is3xxRedirection() || passing(answer)) {
            throw new IllegalStateException("The gateway for text messages answered " + answer);
        }
        if (answer.is4xxClientError()) {
            throw new Undeliverable("the gateway refused the number");
        }
    }

    private static boolean passing(HttpStatusCode code) {
        return code.value() == 408 || code.value() == 425 || code.value() == 429;
    }
}
