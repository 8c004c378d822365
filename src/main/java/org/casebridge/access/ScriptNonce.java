package org.casebridge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.security.web.header.HeaderWriter;

/** The Content-Security-Policy (W3C, level 3). A script runs only when its element says this answer's nonce, so that neither an injected element nor any file of ours that somebody else names runs as one. */
public final class ScriptNonce implements HeaderWriter {

    private static final String KEPT = "casebridge.nonce";
    private static final String HEADER = "Content-Security-Policy";
    private static final String POLICY = "default-src 'none'; script-src 'nonce-%s'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'";
    private static final SecureRandom RANDOM = new SecureRandom();

    ScriptNonce() {}

    /** The same for all of one answer. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(KEPT) instanceof String kept) {
            return kept;
        }
        var bits = new byte[16];
        RANDOM.nextBytes(bits);
        var fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        request.setAttribute(KEPT, fresh);
        return fresh;
    }

    /** An answer that has a stricter policy of its own keeps it. */
    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (!response.containsHeader(HEADER)) {
            response.setHeader(HEADER, POLICY.formatted(of(request)));
        }
    }
}
