package org.casebridge.access;

import jakarta.servlet.Servlet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.casebridge.kernel.Stopped;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Lets the server start only when every handler and every scheduled job of ours says what it requires, and no second servlet stands beside the door. Asked of the routes as they really are. */
@Component
class DoorCheck implements SmartInitializingSingleton {

    private static final String OURS = "org.casebridge";

    private final ApplicationContext context;

    DoorCheck(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var open = open();
        if (!open.isEmpty()) {
            throw new Stopped("Casebridge does not start, because nothing says who may use this: %s. Give it @Requires.".formatted(String.join(", ", open)));
        }
    }

    /** What anybody could use. */
    List<String> open() {
        var open = new ArrayList<String>();
        for (var routes : context.getBeansOfType(RequestMappingHandlerMapping.class).values()) {
            routes.getHandlerMethods().forEach((route, handler) -> {
                boolean errors = !handler.getBeanType().getName().startsWith(OURS) && route.getPatternValues().stream().allMatch("/error"::equals);
                if (!errors && handler.getMethodAnnotation(Requires.class) == null) {
                    open.add(route + " " + handler.getShortLogMessage());
                }
            });
        }
        for (var name : context.getBeanDefinitionNames()) {
            var type = context.getType(name, false);
            if (type != null && type.getName().startsWith(OURS)) {
                Arrays.stream(ClassUtils.getUserClass(type).getDeclaredMethods())
                        .filter(it -> AnnotatedElementUtils.hasAnnotation(it, Scheduled.class) && !AnnotatedElementUtils.hasAnnotation(it, Requires.class))
                        .forEach(it -> open.add("the job " + it.getDeclaringClass().getSimpleName() + "." + it.getName()));
            }
        }
        context.getBeansOfType(ServletRegistrationBean.class, true, false).forEach((name, it) -> {
            if (!it.getServletName().equals("dispatcherServlet")) {
                open.add("the servlet " + name);
            }
        });
        context.getBeansOfType(Servlet.class, true, false).forEach((name, it) -> {
            if (!(it instanceof DispatcherServlet)) {
                open.add("the servlet " + name);
            }
        });
        return open;
    }
}
