package org.casebridge.accounts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The organization whose sign-in is believed (OpenID Connect), if any: off while no issuer is named. {@code acr} and {@code amr}: what it must say about how somebody signed in there, one of each list;
 * an empty list asks nothing. {@code name} is what people call it.
 */
@ConfigurationProperties("casebridge.oidc")
record OidcSettings(@Nullable String issuer, @Nullable String clientId, @Nullable String clientSecret, @DefaultValue("your organization") String name, @DefaultValue List<String> acr,
                    @DefaultValue("mfa") List<String> amr) {

    boolean on() {
        return issuer != null && !issuer.isBlank() && clientId != null && !clientId.isBlank();
    }
}
