package org.casebridge.referrals.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Refused;
import org.casebridge.referrals.Links;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Lets whoever opened a link act as its account, on the pages of that link alone and for the length of the request; whoever is signed in on the same machine is nobody there, so that
 * nothing is answered in a worker's name. It admits nobody: a link that is not open stays shut.
 */
@Component
class LinkFilter extends OncePerRequestFilter {

    static final String COOKIE = "casebridge-link";
    private static final String PATH = "/link/";

    private final Links links;
    private final LocaleResolver languages;

    LinkFilter(@org.springframework.context.annotation.Lazy Links links, @org.springframework.context.annotation.Lazy LocaleResolver languages) {
        this.links = links;
        this.languages = languages;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        request.removeAttribute("casebridge.account");
        var actor = acting(request);
        if (actor == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            actor.<Void, Exception>act(() -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException known) {
            throw known;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }

    private @Nullable Actor acting(HttpServletRequest request) {
        var pass = pass(request);
        if (pass.isEmpty()) {
            return null;
        }
        try {
            var language = languages.resolveLocale(request);
            return links.acting(request.getRequestURI().substring(PATH.length()).split("/")[0], pass.get())
                    .map(it -> new Actor(it.account(), it.name(), it.role(), it.agency(), language, it.zone(), null, Set.of(), null)).orElse(null);
        } catch (Refused gone) {
            return null;
        }
    }

    private static Optional<String> pass(HttpServletRequest request) {
        return request.getCookies() == null ? Optional.empty()
                : Arrays.stream(request.getCookies()).filter(it -> it.getName().equals(COOKIE)).map(Cookie::getValue).filter(it -> it.matches("[A-Za-z0-9_-]{43}")).findFirst();
    }
}
