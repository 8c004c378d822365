package org.casebridge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.casebridge.kernel.Refused;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Every page and action is entered here, and nowhere else is a permission checked. */
@Component
class Door implements HandlerInterceptor, WebMvcConfigurer {

    private static final String DECIDED = Door.class.getName();

    private final StepUp stepUp;

    Door(StepUp stepUp) {
        this.stepUp = stepUp;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(0);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            var requires = method.getMethodAnnotation(Requires.class);
            if (requires == null || !admits(requires.value())) {
                throw Refused.forbidden("Your role does not allow this. If you need it for your work, ask your administrator.");
            }
            request.setAttribute(DECIDED, requires.value());
            if (request.getAttribute(SessionContext.STANDING) == Standing.MUST_ENROL && requires.value() != Permission.ANYONE && !requires.enrolling()) {
                throw new EnrolmentNeeded();
            }
            if (requires.stepUp()) {
                stepUp.guard(request, response);
            }
        }
        return true;
    }

    /** No answer leaves that nobody has decided about, whatever became of the way in. */
    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, org.springframework.web.servlet.@org.jspecify.annotations.Nullable ModelAndView answer) {
        if (handler instanceof HandlerMethod && request.getAttribute(DECIDED) == null) {
            throw new IllegalStateException("an answer without a decision");
        }
    }

    private static boolean admits(Permission permission) {
        return permission == Permission.ANYONE || Actor.ifAny().map(it -> it.may(permission)).orElse(false);
    }
}
