package org.casebridge.web;

import static org.casebridge.access.Permission.ANYONE;

import casebridge.pages.Templates;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.casebridge.access.Requires;
import org.casebridge.kernel.Sentence;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** What went wrong before a handler was reached (an unreadable request, a form without its token) is a page with a sentence too. */
@Controller
class ErrorPage implements ErrorController {

    private final Templates pages;

    ErrorPage(Templates pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    @Requires(ANYONE)
    View show(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer number ? number : 404;
        var status = HttpStatus.resolve(code) == null ? HttpStatus.BAD_REQUEST : HttpStatus.valueOf(code);
        return new Page(status, pages.webRefused(switch (status) {
            case NOT_FOUND -> Sentence.of("There is nothing at this address.");
            case FORBIDDEN -> form(request)
                    ? Sentence.of("This form was open for too long, so it was not saved. Go back, load the page again and send it once more.")
                    : Sentence.of("This request cannot be answered. Go back and try again.");
            case CONTENT_TOO_LARGE -> Sentence.of("This is more than a form can carry. Go back and shorten it.");
            case HttpStatus other when other.is4xxClientError() -> Sentence.of("This request cannot be answered. Go back and try again.");
            default -> Sentence.of("Something went wrong on our side, and it was noted. What you saved before is safe.");
        }));
    }

    /** Only what a browser sends from a form can have stood open for too long; a program's request is told nothing about forms. */
    private static boolean form(HttpServletRequest request) {
        var method = request.getAttribute(RequestDispatcher.ERROR_METHOD) instanceof String asked ? asked : request.getMethod();
        var type = request.getContentType();
        return method.equals("POST") && (type == null || type.startsWith("application/x-www-form-urlencoded") || type.startsWith("multipart/form-data"));
    }
}
