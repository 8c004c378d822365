package org.casebridge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.casebridge.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * All that a page reads, and the note of who looked, happens in one transaction, which ends before the page is written. A page asks a dozen services; a transaction for each
 * costs more than what they read. What a form does keeps the transactions of its deeds.
 */
@Component
class PageTransaction implements HandlerInterceptor, WebMvcConfigurer {

    private static final String OPEN = PageTransaction.class.getName();

    private final PlatformTransactionManager transactions;

    PageTransaction(PlatformTransactionManager transactions) {
        this.transactions = transactions;
    }

    /** After the door, before whoever notes what was shown. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(5);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("GET") && handler instanceof HandlerMethod && Actor.ifAny().isPresent()) {
            request.setAttribute(OPEN, transactions.getTransaction(new DefaultTransactionDefinition()));
        }
        return true;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (request.getAttribute(OPEN) instanceof TransactionStatus open) {
            request.removeAttribute(OPEN);
            transactions.commit(open);
        }
    }

    /** Whatever refused the page came before its end. */
    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception problem) {
        if (request.getAttribute(OPEN) instanceof TransactionStatus open) {
            request.removeAttribute(OPEN);
            transactions.rollback(open);
        }
    }
}
