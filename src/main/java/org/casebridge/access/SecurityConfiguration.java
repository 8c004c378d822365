package org.casebridge.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Sign-in by password, forgery tokens and headers. What a signed-in person may do is the {@link Door}'s business, not this one's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
class SecurityConfiguration {

    private static final String CONTENT = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";

    /** Argon2id with 19 MiB, 2 passes, 1 lane: the OWASP password storage cheat sheet's first choice. */
    @Bean
    PasswordEncoder passwords() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, SessionContext sessions, SignInSuccess success, ActorFilter actor, LapsedSession lapsed) throws Exception {
        return http
                .securityContext(it -> it.securityContextRepository(sessions))
                .requestCache(it -> it.disable())
                .csrf(it -> it.csrfTokenRepository(csrfCookie()))
                .authorizeHttpRequests(it -> it
                        .requestMatchers("/sign-in", "/language", "/assets/**", "/webjars/**", "/favicon.ico", "/error", "/alive").permitAll()
                        .anyRequest().authenticated())
                .formLogin(it -> it.loginPage("/sign-in").successHandler(success)
                        .failureHandler((request, response, _) -> response.sendRedirect("/sign-in?refused" + SignInSuccess.andNext(request))))
                .logout(it -> it.logoutUrl("/sign-out").addLogoutHandler((request, response, _) -> sessions.end(request, response))
                        .logoutSuccessHandler((request, response, _) -> response.sendRedirect("/sign-in?left" + SignInSuccess.andNext(request))))
                .exceptionHandling(it -> it.authenticationEntryPoint(lapsed).accessDeniedHandler(lapsed))
                .addFilterBefore(new CrossSite(), CsrfFilter.class)
                .addFilterAfter(actor, AuthorizationFilter.class)
                .headers(it -> it
                        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(coop -> coop.policy(
                                org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(corp -> corp.policy(
                                org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(it2 -> it2.policy("camera=(), microphone=(), geolocation=(), payment=()")))
                .build();
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("casebridge-form");
        cookie.setCookieCustomizer(it -> it.sameSite("Lax").httpOnly(true));
        return cookie;
    }

    /** Only a path on this server is followed after signing in. */
    static boolean local(HttpServletRequest request, String path) {
        return path.startsWith("/") && !path.startsWith("//") && !path.contains("\\") && path.chars().noneMatch(it -> it < ' ');
    }
}
