package org.casebridge.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who is signed in, forgery tokens and headers. What a signed-in person may do is the {@link Door}'s business, not this one's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, MfaSettings.class})
class SecurityConfiguration {

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    CookieCsrfTokenRepository forgeryTokens() {
        var cookie = new CookieCsrfTokenRepository();
        cookie.setCookieName("casebridge-form");
        cookie.setCookieCustomizer(it -> it.sameSite("Lax").httpOnly(true));
        return cookie;
    }

    /** Signing in is done by pages of our own; nothing of Spring Security's looks for users. */
    @Bean
    UserDetailsService nobody() {
        return username -> {
            throw new UsernameNotFoundException("no accounts are found this way");
        };
    }

    @Bean
    SecurityFilterChain doors(HttpSecurity http, SessionContext sessions, CookieCsrfTokenRepository forgery, ActorFilter actor, LapsedSession lapsed) throws Exception {
        return http
                .securityContext(it -> it.securityContextRepository(sessions))
                .requestCache(it -> it.disable())
                .csrf(it -> it.csrfTokenRepository(forgery))
                .authorizeHttpRequests(it -> it
                        .requestMatchers("/sign-in", "/sign-in/**", "/invitation/**", "/link/**", "/language", "/hsds", "/hsds/**", "/directory-check/*", "/feed/*", "/assets/**", "/webjars/**", "/favicon.ico", "/error", "/alive").permitAll()
                        .anyRequest().authenticated())
                .logout(it -> it.logoutUrl("/sign-out").addLogoutHandler((request, response, _) -> sessions.end(request, response))
                        .logoutSuccessHandler((request, response, _) -> response.sendRedirect("/sign-in?left" + andNext(request))))
                .exceptionHandling(it -> it.authenticationEntryPoint(lapsed).accessDeniedHandler(lapsed))
                .addFilterBefore(new CrossSite(), CsrfFilter.class)
                .addFilterAfter(actor, AuthorizationFilter.class)
                .headers(it -> it
                        .addHeaderWriter(new ScriptNonce())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(coop -> coop.policy(
                                org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(corp -> corp.policy(
                                org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(it2 -> it2.policy("camera=(), microphone=(), geolocation=(), payment=()")))
                .build();
    }

    private static String andNext(HttpServletRequest request) {
        var next = request.getParameter("next");
        return next == null || next.isBlank() || !local(next) ? "" : "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Only a path on this server is followed after signing in. */
    static boolean local(String path) {
        return path.startsWith("/") && !path.startsWith("//") && !path.contains("\\") && path.chars().noneMatch(it -> it < ' ');
    }
}
