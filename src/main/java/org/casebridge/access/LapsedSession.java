package org.casebridge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/**
 * Sends whoever has no session (any more) to sign in, and back afterwards. A form that arrives after its session ran out is
 * announced as {@link Lapsed}, so that what was typed can be kept for the one who typed it.
 */
@Component
class LapsedSession implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Sessions sessions;
    private final ApplicationEventPublisher events;

    LapsedSession(Sessions sessions, ApplicationEventPublisher events) {
        this.sessions = sessions;
        this.events = events;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException problem) throws IOException {
        signInAgain(request, response);
    }

    /** Here a denied request is one without a valid forgery token: most often a form left open over night. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException problem) throws IOException {
        if (sessions.find(request).filter(it -> sessions.standing(it) != Standing.HALF).isPresent()) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            signInAgain(request, response);
        }
    }

    private void signInAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var back = backTo(request);
        if (request.getMethod().equals("POST")) {
            sessions.lastOwner(request).ifPresent(it -> events.publishEvent(new Lapsed(it, request.getParameterMap())));
        }
        var signIn = (request.getAttribute(SessionContext.STANDING) == Standing.HALF ? "/sign-in/code?next=" : "/sign-in?next=")
                + URLEncoder.encode(back, StandardCharsets.UTF_8);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", signIn);
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect(signIn);
        }
    }

    /** The page itself; for a form that was sent, the page it stood on. */
    private static String backTo(HttpServletRequest request) {
        if (request.getMethod().equals("GET") && request.getHeader("HX-Request") == null) {
            var query = request.getQueryString();
            return request.getRequestURI() + (query == null ? "" : "?" + query);
        }
        var referer = request.getHeader("Referer");
        try {
            var path = referer == null ? "/" : URI.create(referer).getRawPath();
            return path == null || !SecurityConfiguration.local(path) ? "/" : path;
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }
}
