package org.casebridge.fault;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.casebridge.access.Account;
import org.casebridge.access.Role;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * S5 through all the tests' traffic: people whom nobody in the tests may meet are in the database from the first sign-in on ({@link Canaries}). Every answer to anybody, and the log, is listened to for their
 * marks; where one is heard, the request that said it fails, and so does its test.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class Overheard extends OncePerRequestFilter {

    /** A mark, and the role that may meet it; null: nobody but its own worker. */
    record Mark(String text, Account worker, @Nullable Role role) {}

    /** Asks to be listened to although a fault is planted. */
    public static final String ANYWAY = "casebridge.overhear";

    private final List<Mark> marks = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();

    void listenFor(List<Mark> all) {
        marks.addAll(all);
        var log = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                var said = event.getFormattedMessage() + (event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
                if (marks.stream().anyMatch(it -> said.contains(it.text()))) {
                    heard.add("the log: " + said.substring(0, Math.min(200, said.length())));
                }
            }
        };
        log.start();
        ((Logger) LoggerFactory.getLogger("ROOT")).addAppender(log);
    }

    public int answers() { return answers.get(); }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        var mock = WebUtils.getNativeResponse(response, MockHttpServletResponse.class);
        if (marks.isEmpty() || Fault.any() && request.getAttribute(ANYWAY) == null) {
            chain.doFilter(request, response);
        } else if (mock != null) {
            chain.doFilter(request, response);
            listen(request, mock.getContentAsByteArray(), mock.getHeaderNames().stream().map(mock::getHeaders).toList().toString());
            if (!heard.isEmpty()) {
                var all = List.copyOf(heard);
                heard.clear();
                throw new AssertionError("Somebody whom nobody here may meet was overheard: " + all);
            }
        } else {
            var kept = new ContentCachingResponseWrapper(response);
            try {
                chain.doFilter(request, kept);
            } finally {
                listen(request, kept.getContentAsByteArray(), "");
                kept.copyBodyToResponse();
            }
        }
    }

    private void listen(HttpServletRequest request, byte[] body, String headers) {
        answers.incrementAndGet();
        var text = new String(body, StandardCharsets.ISO_8859_1) + headers;
        var who = request.getAttribute("casebridge.account") instanceof Account account ? account : null;
        for (var mark : marks) {
            var may = who != null && (who.id().equals(mark.worker().id()) || who.role() == mark.role() && who.agencyId().equals(mark.worker().agencyId()));
            if (!may && text.contains(mark.text())) {
                heard.add("%s %s to %s".formatted(request.getMethod(), request.getRequestURI(), who == null ? "nobody" : who.role()));
            }
        }
    }
}
