package org.casebridge.audit;

import static java.sql.Types.VARCHAR;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.data.Once;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Notes every answer that shows something about a client, by the {client} in its URL and by those the page says it shows ({@code web.Here.shows}), in
 * one row that is committed before the page is sent: no note, no page. A form that comes back to be mended shows as much as a page.
 */
@Component
class ViewLog implements HandlerInterceptor, WebMvcConfigurer {

    /** Said as texts, whether there is something to say or not: a statement whose parameters change their types is planned anew each time. */
    private static final String NOTE = "insert into audit.entry (kind, what, client, others) values ('LOOK', :page, :client::uuid, :others::uuid[])";

    private final JdbcClient db;
    private final TransactionOperations transaction;

    ViewLog(JdbcClient db, TransactionOperations transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(20);
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (Actor.ifAny().isEmpty() || answer != null && answer.getView() instanceof RedirectView) {
            return;
        }
        var client = client(request);
        var others = new LinkedHashSet<>(request.getAttribute("casebridge.shown") instanceof UUID[] shown ? List.of(shown) : List.<UUID>of());
        others.remove(client);
        if (client == null && others.size() == 1) {
            client = others.removeFirst();
        }
        if (client != null || !others.isEmpty()) {
            note(client, others.isEmpty() ? null : others.toArray(UUID[]::new), pattern(request));
        }
    }

    /** The client in the address; null when there is none, or no readable one. */
    static @Nullable UUID client(HttpServletRequest request) {
        try {
            return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts && parts.get("client") instanceof String client
                    ? UUID.fromString(client) : null;
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }

    /** The address with names for its variables, so that no row holds what somebody typed into one. */
    static String pattern(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern ? pattern : "?";
    }

    private void note(@Nullable UUID client, UUID @Nullable [] others, String page) {
        Once.aside(() -> transaction.executeWithoutResult(_ -> db.sql(NOTE)
                .param("page", page).param("client", client == null ? null : client.toString(), VARCHAR).param("others", others == null ? null : list(others), VARCHAR).update()));
    }

    /** As PostgreSQL reads an array. */
    private static String list(UUID[] some) {
        return Stream.of(some).map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
