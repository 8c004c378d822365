package org.casebridge.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.data.Once;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for every form sent: it acts once, its draft is kept while it is refused and goes when it is accepted. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class FormKit extends OncePerRequestFilter implements HandlerInterceptor, WebMvcConfigurer {

    private final Drafts drafts;

    FormKit(@org.springframework.context.annotation.Lazy Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(10);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        try {
            Once.<Void, Exception>of(request.getMethod().equals("POST") ? token(request) : null, () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException known) {
            throw known;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        var place = request.getParameter("_draft");
        if (place != null && request.getMethod().equals("POST") && !request.getRequestURI().startsWith("/drafts") && Actor.ifAny().isPresent() && answer != null) {
            if (answer.getView() instanceof Page page && page.status().is4xxClientError()) {
                Once.aside(() -> drafts.save(place, request.getParameterMap()));
            } else {
                Once.aside(() -> drafts.forget(place));
            }
        }
    }

    private static @Nullable UUID token(HttpServletRequest request) {
        try {
            var token = request.getParameter("_once");
            return token == null ? null : UUID.fromString(token);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
