package org.casebridge.fault;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.Connection;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Where the faults take hold in the tests' application: around the interceptors of every handler, and around the beginning of every transaction. */
@Component
class FaultSwitches implements BeanPostProcessor {

    /** The request attribute that asks, and the header that answers. */
    private static final String THRESHOLD = "casebridge.threshold";

    private static final Pattern MATCHED = Pattern.compile("\\b(\\w+\\.)?client_id = \\?", Pattern.CASE_INSENSITIVE);

    private static final ThreadLocal<Object> ANSWERING = new ThreadLocal<>();

    private final ObjectProvider<FlywayConnectionDetails> owner;
    private final ObjectProvider<JdbcClient> db;

    FaultSwitches(ObjectProvider<FlywayConnectionDetails> owner, ObjectProvider<JdbcClient> db) {
        this.owner = owner;
        this.db = db;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof RequestMappingHandlerMapping routes) {
            @SuppressWarnings("unchecked") var interceptors = (List<HandlerInterceptor>) new DirectFieldAccessor(routes).getPropertyValue("adaptedInterceptors");
            interceptors.replaceAll(it -> switch (it.getClass().getSimpleName()) {
                case "Door" -> new Switched(it, Fault.ROLE_UNASKED);
                case "ReachDoor" -> new Switched(it, Fault.REACH_UNASKED);
                default -> it;
            });
            interceptors.addFirst(new Talkative());
            interceptors.addFirst(new Answering());
            interceptors.addLast(new Threshold());
        }
        return bean instanceof PlatformTransactionManager ? bypassing(bean) : bean instanceof DataSource ? unmatched(bean) : bean;
    }

    private Object bypassing(Object transactions) {
        var proxy = new ProxyFactory(transactions);
        proxy.addAdvice((MethodInterceptor) call -> {
            var answer = call.proceed();
            if (call.getMethod().getName().equals("getTransaction") && (Fault.POLICIES_BYPASSED.planted() || Fault.CLIENT_UNMATCHED.planted())) {
                BareRole.make(owner.getObject().getJdbcUrl());
                db.getObject().sql("set local role " + BareRole.NAME).update();
            }
            return answer;
        });
        return proxy.getProxy();
    }

    /** A data source whose statements, where a request is answered, no longer ask for the client beside the row's own key. */
    private static Object unmatched(Object source) {
        var proxy = new ProxyFactory(source);
        proxy.setProxyTargetClass(true);
        proxy.addAdvice((MethodInterceptor) call -> {
            var answer = call.proceed();
            return answer instanceof Connection connection && Fault.CLIENT_UNMATCHED.planted() && ANSWERING.get() != null ? forgetful(connection) : answer;
        });
        return proxy.getProxy();
    }

    private static Connection forgetful(Connection connection) {
        var proxy = new ProxyFactory(connection);
        proxy.addAdvice((MethodInterceptor) call -> {
            if (call.getMethod().getName().equals("prepareStatement")) {
                call.getArguments()[0] = MATCHED.matcher((String) call.getArguments()[0]).replaceAll("($0 or true)");
            }
            return call.proceed();
        });
        return (Connection) proxy.getProxy();
    }

    /** An interceptor that is not asked while its fault is planted. */
    private record Switched(HandlerInterceptor asked, Fault fault) implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
            return fault.planted() || asked.preHandle(request, response, handler);
        }

        @Override
        public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) throws Exception {
            if (!fault.planted()) {
                asked.postHandle(request, response, handler, answer);
            }
        }

        @Override
        public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception problem) throws Exception {
            if (!fault.planted()) {
                asked.afterCompletion(request, response, handler, problem);
            }
        }
    }

    /** Tells the answering of a request from what a test prepares. */
    private static final class Answering implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            ANSWERING.set(handler);
            return true;
        }

        @Override
        public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception problem) {
            ANSWERING.remove();
        }
    }

    /** Logs what came in, as somebody might who looks for an error. */
    private static final class Talkative implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (Fault.TYPED_IS_LOGGED.planted()) {
                LoggerFactory.getLogger(Talkative.class).warn("{} {}", request.getRequestURI(), request.getParameterMap().values().stream().map(List::of).toList());
            }
            return true;
        }
    }

    /** A request that only asks whether it may come in is answered on the threshold of its handler, and does nothing. */
    private static final class Threshold implements HandlerInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (request.getAttribute(THRESHOLD) == null) {
                return true;
            }
            response.setHeader(THRESHOLD, "open");
            return false;
        }
    }
}
