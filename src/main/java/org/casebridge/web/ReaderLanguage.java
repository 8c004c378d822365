package org.casebridge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.casebridge.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The account's language; before signing in the one chosen on the sign-in page, else the browser's. */
class ReaderLanguage implements LocaleResolver {

    static final String COOKIE = "casebridge-language";

    private static final Locale SPANISH = Locale.of("es");
    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, SPANISH);

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (Actor.ifAny().isPresent()) {
            return Actor.current().language();
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie != null) {
            return "es".equals(cookie.getValue()) ? SPANISH : Locale.ENGLISH;
        }
        try {
            var wished = Locale.LanguageRange.parse(request.getHeader("Accept-Language") == null ? "en" : request.getHeader("Accept-Language"));
            var found = Locale.lookup(wished, SPOKEN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException unreadable) {
            return Locale.ENGLISH;
        }
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is the account's");
    }
}
