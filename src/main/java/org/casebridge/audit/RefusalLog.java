package org.casebridge.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.casebridge.access.Actor;
import org.casebridge.data.Once;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes who was turned away from what: by their role (403), or from a client whom they cannot reach (404; nothing is told of whether there is one). */
@Component
class RefusalLog implements HandlerExceptionResolver, HandlerInterceptor, WebMvcConfigurer, Ordered {

    private static final String REFUSED = RefusalLog.class.getName();

    private final Deeds deeds;

    RefusalLog(Deeds deeds) {
        this.deeds = deeds;
    }

    /** Before the door, so that it hears what the door refuses. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(-10);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** Only remembers it: the page's transaction is still open here, and will be rolled back. */
    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception problem) {
        if (problem instanceof Refused) {
            request.setAttribute(REFUSED, problem);
        }
        return null;
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception problem) {
        if (Actor.ifAny().isPresent() && request.getAttribute(REFUSED) instanceof Refused refused) {
            var client = ViewLog.client(request);
            if (refused.kind() == Refused.Kind.FORBIDDEN || refused.kind() == Refused.Kind.NOT_FOUND && client != null) {
                Once.aside(() -> deeds.refused(Deed.ACCESS, client, refused.sentence().english(),
                        Map.of("page", request.getMethod() + " " + ViewLog.pattern(request))));
            }
        }
    }
}
