package org.casebridge.outbox;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave: e-mail by SMTP (RFC 5321; {@code mailTls}: STARTTLS is asked for and needed), text messages by an HTTP gateway. Without a host or an address that way is shut.
 * {@code callback}: the phone number that stands in messages for whoever cannot come.
 */
@ConfigurationProperties("casebridge.outbox")
public record OutboxSettings(@Nullable String mailHost, @DefaultValue("587") int mailPort, @Nullable String mailUser, @Nullable String mailPassword, @Nullable String mailFrom, @DefaultValue("true") boolean mailTls,
                             @Nullable String textUrl, @Nullable String textToken, @DefaultValue("") String callback) {

    boolean mails() {
        return mailHost != null && !mailHost.isBlank() && mailFrom != null && !mailFrom.isBlank();
    }

    boolean texts() {
        return textUrl != null && !textUrl.isBlank();
    }
}
