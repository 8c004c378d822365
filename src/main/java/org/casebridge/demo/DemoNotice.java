package org.casebridge.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.casebridge.kernel.Sentence;
import org.casebridge.web.Here;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** While the demo is on, every page says so. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class DemoNotice extends OncePerRequestFilter {

    private final DemoSettings settings;

    DemoNotice(DemoSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        if (settings.demo()) {
            request.setAttribute(Here.NOTICE, Sentence.of("Demo: made-up people only"));
        }
        chain.doFilter(request, response);
    }
}
