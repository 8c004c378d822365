package org.casebridge.accounts;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Another organization with a sign-in of its own: Spring's authorization server, on a port of its own, in this process and apart from Casebridge. Whoever comes is signed in there at once, as
 * {@code who}; its ID tokens say what {@code says} says, in place of the truth.
 */
final class OtherOrganization {

    static final String CLIENT = "casebridge";
    static final String SECRET = "a secret of this test";
    static final String BACK = "https://cases.example.org/sign-in/oidc/answer";

    private static final OtherOrganization IT = new OtherOrganization();

    private final AnnotationConfigServletWebServerApplicationContext context = new AnnotationConfigServletWebServerApplicationContext(Rules.class);
    private final HttpClient browser = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static volatile String who = "";
    private static volatile Map<String, Object> says = Map.of();

    private OtherOrganization() {}

    static String issuer() {
        return "http://localhost:" + IT.context.getWebServer().getPort();
    }

    /** Goes to this address as this person, and answers where they are sent back to. */
    static URI visit(String address, String person, Map<String, Object> lies) throws Exception {
        who = person;
        says = lies;
        var answer = IT.browser.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 302) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    /** Not a configuration that Casebridge would find: it is named to the other server alone. */
    @EnableWebSecurity
    static class Rules {

        @Bean
        TomcatServletWebServerFactory server() {
            return new TomcatServletWebServerFactory(0);
        }

        /** All is answered by filters; without any servlet there are none. */
        @Bean
        HttpServlet nothing() {
            return new HttpServlet() {};
        }

        @Bean
        SecurityFilterChain doors(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(it -> it.oidc(Customizer.withDefaults())).authorizeHttpRequests(it -> it.anyRequest().authenticated())
                    .addFilterAfter(new AtOnce(), SecurityContextHolderFilter.class).build();
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId(UUID.randomUUID().toString()).clientId(CLIENT).clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC).authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE).redirectUri(BACK).scope("openid")
                    .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build()).build());
        }

        @Bean
        JWKSource<SecurityContext> keys() throws Exception {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            return new ImmutableJWKSet<>(new JWKSet(new RSAKey.Builder((RSAPublicKey) pair.getPublic()).privateKey((RSAPrivateKey) pair.getPrivate()).keyID("one").build()));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return it -> {
                if (it.getTokenType().getValue().equals("id_token")) {
                    it.getClaims().claims(claims -> {
                        claims.put("acr", "urn:example:two");
                        claims.put("amr", List.of("pwd", "mfa"));
                        says.forEach((name, value) -> {
                            if (value.equals("")) {
                                claims.remove(name);
                            } else {
                                claims.put(name, name.equals("auth_time") ? Date.from((Instant) value) : value);
                            }
                        });
                    });
                }
            };
        }
    }

    /** Signs whoever comes in as the person of the test. */
    private static final class AtOnce extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
            if (request.getRequestURI().equals("/oauth2/authorize")) {
                var fresh = SecurityContextHolder.createEmptyContext();
                fresh.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(who, null, List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY))));
                SecurityContextHolder.setContext(fresh);
            }
            chain.doFilter(request, response);
        }
    }
}
