package org.casebridge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Spring Security's view of {@link Sessions}: the principal is the {@link Session}, read anew at each request. One that is half shown counts as none. */
@Component
class SessionContext implements SecurityContextRepository {

    /** Where the door and the entry point find the session's {@link Standing}. */
    static final String STANDING = "casebridge.standing";

    private final Sessions sessions;

    SessionContext(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @SuppressWarnings("removal")
    public SecurityContext loadContext(HttpRequestResponseHolder pair) {
        var session = sessions.find(pair.getRequest());
        session.ifPresent(it -> pair.getRequest().setAttribute(STANDING, sessions.standing(it)));
        return session.filter(it -> sessions.standing(it) != Standing.HALF).map(SessionContext::of).orElseGet(SecurityContextHolder::createEmptyContext);
    }

    /** Sessions begin and end by {@link Sessions} alone. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

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
