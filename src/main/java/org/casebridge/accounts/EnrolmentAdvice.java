package org.casebridge.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.casebridge.access.EnrolmentNeeded;
import org.casebridge.web.Page;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.View;

/** Leads whoever has still to set up a second factor to where that is done. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class EnrolmentAdvice {

    @ExceptionHandler
    View lead(EnrolmentNeeded needed, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/account");
        }
        return Page.at("/account");
    }
}
