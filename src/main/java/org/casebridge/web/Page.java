package org.casebridge.web;

import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** What a handler answers with: a page, a part of one, or the way to the next. */
public record Page(HttpStatus status, JteModel html, @Nullable Locale language) implements View {

    public Page(HttpStatus status, JteModel html) {
        this(status, html, null);
    }

    public static View of(JteModel html) {
        return new Page(HttpStatus.OK, html);
    }

    /** A page in another language than its reader's: a copy for a client. */
    public static View in(Locale language, JteModel html) {
        return new Page(HttpStatus.OK, html, language);
    }

    /** The same form, with what is wrong with it. */
    public static View again(JteModel html) {
        return new Page(HttpStatus.UNPROCESSABLE_CONTENT, html);
    }

    /** After a deed: see what came of it there (HTTP 303). */
    public static View at(String url) {
        var view = new RedirectView(url, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        return view;
    }

    /** Written whole or not at all: a page that fails half-way shows nothing. */
    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var bytes = (language == null ? html.render() : Say.<String, RuntimeException>in(language, html::render)).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setContentType("text/html;charset=utf-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
