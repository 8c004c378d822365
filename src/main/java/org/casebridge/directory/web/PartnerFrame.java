package org.casebridge.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.directory.Partners;
import org.casebridge.web.Here;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A partner's pages name the organization they answer for, not the agency that asks them. */
@Configuration(proxyBeanMethods = false)
class PartnerFrame implements WebMvcConfigurer, HandlerInterceptor {

    private final Partners partners;

    PartnerFrame(Partners partners) {
        this.partners = partners;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/assets/**", "/webjars/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Actor.ifAny().filter(it -> it.role() == Role.PARTNER)
                .ifPresent(it -> request.setAttribute(Here.STANDS_FOR, String.join(", ", partners.namesOf(it.account()))));
        return true;
    }
}
