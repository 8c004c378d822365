package org.casebridge.accounts;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/**
 * The organization whose sign-in is believed: where to send somebody, and what its answer says (OpenID Connect Core 1.0, 3.1; PKCE, RFC 7636; the issuer in the answer, RFC 9207). Spring Security finds its
 * addresses and keys, exchanges the code and checks signature, issuer, audience and times; here are checked the nonce, and how they signed in there.
 */
@Component
@EnableConfigurationProperties(OidcSettings.class)
class OidcProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);

    /** Whoever shows again who they are did so at most that long ago; a minute for clocks that differ. */
    private static final Duration JUST_NOW = Duration.ofMinutes(6);

    private final OidcSettings settings;
    private final Clock clock;
    private final OidcIdTokenDecoderFactory decoders = new OidcIdTokenDecoderFactory();
    private final RestClientAuthorizationCodeTokenResponseClient tokens = new RestClientAuthorizationCodeTokenResponseClient();
    private volatile @Nullable ClientRegistration found;

    OidcProvider(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Who somebody is there. */
    record Person(String issuer, String subject) {}

    /** What of a question must stay secret until its answer, and comes back or is checked by it. */
    record Secrets(String state, String nonce, String verifier) {}

    /** What came back by the browser. */
    record Answer(@Nullable String code, @Nullable String state, @Nullable String error, @Nullable String issuer) {}

    boolean on() {
        return settings.on();
    }

    String name() {
        return settings.name();
    }

    /** Where somebody signs in there. {@code anew}: even when they are signed in there already. */
    String address(Secrets secrets, String back, boolean anew) {
        return request(secrets, back, anew).getAuthorizationRequestUri();
    }

    /** Who they are; refuses an answer that is not to this question, not for us, not of this issuer, too old, or that does not say that they showed enough. */
    Person read(Answer answer, Secrets secrets, String back, boolean anew) {
        if (answer.code() == null || answer.state() == null || !same(answer.state(), secrets.state())) {
            throw refused("no code, or another state: " + answer.error());
        }
        if (answer.issuer() != null && !answer.issuer().equals(registration(back).getProviderDetails().getIssuerUri())) {
            throw refused("the answer names another issuer");
        }
        var token = token(answer, secrets, back, anew);
        if (!secrets.nonce().equals(token.getClaimAsString(OidcParameterNames.NONCE))) {
            throw refused("another nonce");
        }
        if (!settings.acr().isEmpty() && !settings.acr().contains(String.valueOf(token.getClaimAsString("acr")))
                || !settings.amr().isEmpty() && (!(token.getClaim("amr") instanceof List<?> ways) || settings.amr().stream().noneMatch(ways::contains))) {
            LOG.info("The sign-in of {} was refused: acr {}, amr {}", settings.issuer(), token.getClaims().get("acr"), token.getClaims().get("amr"));
            throw Refused.invalid("{name} does not say that you showed two factors there, and that is asked for here. Sign in there with a second factor, and try again.", settings.name());
        }
        if (anew && (token.getClaimAsInstant("auth_time") == null || token.getClaimAsInstant("auth_time").plus(JUST_NOW).isBefore(clock.instant()))) {
            throw refused("signed in too long ago");
        }
        return new Person(token.getIssuer().toString(), token.getSubject());
    }

    private Jwt token(Answer answer, Secrets secrets, String back, boolean anew) {
        try {
            var registration = registration(back);
            var response = OAuth2AuthorizationResponse.success(answer.code()).state(answer.state()).redirectUri(back).build();
            var exchange = new OAuth2AuthorizationExchange(request(secrets, back, anew), response);
            var got = tokens.getTokenResponse(new OAuth2AuthorizationCodeGrantRequest(registration, exchange)).getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
            if (!(got instanceof String text)) {
                throw refused("no ID token");
            }
            return decoders.createDecoder(registration).decode(text);
        } catch (Refused known) {
            throw known;
        } catch (RuntimeException wrong) { // of the network, of OAuth, of the token: to the person all are one
            throw refused(String.valueOf(wrong.getMessage()));
        }
    }

    private OAuth2AuthorizationRequest request(Secrets secrets, String back, boolean anew) {
        var registration = registration(back);
        var more = new LinkedHashMap<String, Object>(Map.of(OidcParameterNames.NONCE, secrets.nonce(), PkceParameterNames.CODE_CHALLENGE, digest(secrets.verifier()), PkceParameterNames.CODE_CHALLENGE_METHOD, "S256"));
        if (!settings.acr().isEmpty()) {
            more.put("acr_values", String.join(" ", settings.acr()));
        }
        if (anew) {
            more.put("prompt", "login");
            more.put("max_age", "0");
        }
        return OAuth2AuthorizationRequest.authorizationCode().authorizationUri(registration.getProviderDetails().getAuthorizationUri()).clientId(registration.getClientId())
                .redirectUri(back).scopes(Set.of(OidcScopes.OPENID)).state(secrets.state()).additionalParameters(more)
                .attributes(Map.of(PkceParameterNames.CODE_VERIFIER, secrets.verifier())).build();
    }

    /** Asked of the issuer when first needed, so that the server starts without it. */
    private ClientRegistration registration(String back) {
        var known = found;
        if (known == null) {
            try {
                known = ClientRegistrations.fromOidcIssuerLocation(settings.issuer()).registrationId("oidc").clientId(settings.clientId()).clientSecret(settings.clientSecret()).scope(OidcScopes.OPENID)
                        .redirectUri("{baseUrl}/sign-in/oidc/answer").build();
            } catch (RuntimeException away) {
                LOG.warn("{} does not answer: {}", settings.issuer(), away.getMessage());
                throw Refused.conflict("The sign-in of {name} does not answer just now. Try again later, or sign in another way.", settings.name());
            }
            found = known;
        }
        return ClientRegistration.withClientRegistration(known).redirectUri(back).build();
    }

    private Refused refused(String why) {
        LOG.info("The sign-in of {} was refused: {}", settings.issuer(), why.replaceAll("[\\p{Cntrl}]", " "));
        return Refused.invalid("{name} did not let you in here. Please begin again.", settings.name());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(java.nio.charset.StandardCharsets.UTF_8), other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String digest(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Throttle.sha256(verifier));
    }
}
