package org.casebridge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.casebridge.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** An address about a client opens for those who reach the client: asked here, so that a page is shut even where a row policy fails. Whoever does not is told what the unknown is told. */
@Component
class ReachDoor implements HandlerInterceptor, WebMvcConfigurer {

    private final Reach reach;

    ReachDoor(Reach reach) {
        this.reach = reach;
    }

    /** Within the page's transaction. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(6);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod && Actor.ifAny().isPresent()
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> parts && parts.get("client") instanceof String client) {
            var id = read(client);
            if (id != null && !reach.reaches(id)) {
                throw Refused.notFound("That client could not be found among those you work with.");
            }
        }
        return true;
    }

    private static @org.jspecify.annotations.Nullable UUID read(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
