package org.casebridge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Spring Security's view of {@link Sessions}: the principal is the {@link Session}, read anew at each request. */
@Component
class SessionContext implements SecurityContextRepository {

    private final Sessions sessions;

    SessionContext(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @SuppressWarnings("removal")
    public SecurityContext loadContext(HttpRequestResponseHolder pair) {
        return sessions.find(pair.getRequest()).map(SessionContext::of).orElseGet(SecurityContextHolder::createEmptyContext);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() != null && context.getAuthentication().getPrincipal() instanceof SignInDetails details) {
            sessions.start(details.account().id(), Set.of(Factor.PASSWORD), request, response);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return false;
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        sessions.end(request, response);
    }

    private static SecurityContext of(Session session) {
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(session, null, List.of()));
    }
}
