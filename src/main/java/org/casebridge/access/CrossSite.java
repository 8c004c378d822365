package org.casebridge.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site asks a browser to change here, before the forgery token is even looked at: by Sec-Fetch-Site (W3C Fetch Metadata), which every current browser sends and no script can set, and
 * by Origin (RFC 6454) for the others. A request with neither comes from no page; the token decides about it.
 */
final class CrossSite extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (SAFE.contains(request.getMethod()) || ours(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean ours(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        return (site == null || OURS.contains(site)) && (origin == null || same(origin, request));
    }

    /** The port counts; that of the scheme may be left out. An origin that is not told (the word null) is not ours. */
    private static boolean same(String origin, HttpServletRequest request) {
        try {
            var from = URI.create(origin);
            int port = from.getPort() >= 0 ? from.getPort() : "https".equalsIgnoreCase(from.getScheme()) ? 443 : 80;
            return request.getServerName().equalsIgnoreCase(from.getHost()) && port == request.getServerPort() && request.getScheme().equalsIgnoreCase(from.getScheme());
        } catch (IllegalArgumentException notAnOrigin) {
            return false;
        }
    }
}
