package org.casebridge.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets whoever is signed in act for the length of the request. */
@Component
class ActorFilter extends OncePerRequestFilter {

    /** Where the page frame finds the account, and after how many seconds without use its session locks. */
    static final String ACCOUNT = "casebridge.account";
    static final String IDLE = "casebridge.idle";

    private final Sessions sessions;

    ActorFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.getPrincipal() instanceof Session session) {
            request.setAttribute(ACCOUNT, session.account());
            request.setAttribute(IDLE, sessions.idle().toSeconds());
            try {
                session.actor().<Void, Exception>act(() -> {
                    chain.doFilter(request, response);
                    return null;
                });
            } catch (IOException | ServletException | RuntimeException known) {
                throw known;
            } catch (Exception other) {
                throw new ServletException(other);
            }
        } else {
            chain.doFilter(request, response);
        }
    }

    /** It stands in the security chain only, not a second time in the servlet container's. */
    @Bean
    static FilterRegistrationBean<ActorFilter> notTwice(ActorFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
