package org.casebridge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** After signing in one is where one was going: {@code next}, if it is a path of ours, else My day. */
@Component
class SignInSuccess implements AuthenticationSuccessHandler {

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        var next = request.getParameter("next");
        response.sendRedirect(next != null && SecurityConfiguration.local(request, next) ? next : "/");
    }

    static String andNext(HttpServletRequest request) {
        var next = request.getParameter("next");
        return next == null || next.isBlank() || !SecurityConfiguration.local(request, next) ? "" : "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
