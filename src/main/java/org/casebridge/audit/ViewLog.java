package org.casebridge.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes every page that shows something about a client, by the {client} in its URL, or by those a list says it shows, before the page is sent: no note, no page. */
@Component
class ViewLog implements HandlerInterceptor, WebMvcConfigurer {

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
        if (!request.getMethod().equals("GET") || Actor.ifAny().isEmpty()) {
            return;
        }
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts && parts.get("client") instanceof String client) {
            note(request, UUID.fromString(client));
        } else if (request.getAttribute("casebridge.shown") instanceof UUID[] clients && clients.length > 0) {
            note(request, clients);
        }
    }

    private void note(HttpServletRequest request, UUID... clients) {
        transaction.executeWithoutResult(_ -> db.sql("insert into audit.view (actor, clients, page) values (?, ?, ?)")
                .params(Actor.current().account().value(), clients, request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .update());
    }
}
