package org.casebridge.web;

import casebridge.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.casebridge.data.Once;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriComponentsBuilder;

/** The one place a refusal becomes a page. Anything unforeseen becomes a page with a reference number, logged once. */
@ControllerAdvice
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Templates pages;

    Refusals(Templates pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    View show(Refused refused) {
        return page(switch (refused.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case CONFLICT -> HttpStatus.CONFLICT;
        }, refused.sentence());
    }

    @ExceptionHandler
    View notBegun(CannotCreateTransactionException problem, HttpServletRequest request) {
        if (!(problem.getCause() instanceof Once.AlreadyDone)) {
            return unforeseen(problem, request);
        }
        return page(HttpStatus.CONFLICT, Sentence.of("This form was already saved. Nothing was saved a second time."));
    }

    /** An address that cannot be read leads nowhere; one that only asks for something unknown after its question mark leads to the page without it. */
    @ExceptionHandler({MethodArgumentTypeMismatchException.class, MissingServletRequestParameterException.class})
    View unreadable(Exception problem, HttpServletRequest request) {
        if (problem instanceof MethodArgumentTypeMismatchException unknown && unknown.getParameter().hasParameterAnnotation(RequestParam.class)
                && request.getMethod().equals("GET") && request.getParameter(unknown.getName()) != null && Here.local(request.getRequestURI())) {
            var rest = UriComponentsBuilder.fromPath(request.getRequestURI()).query(request.getQueryString()).replaceQueryParam(unknown.getName()).build().toUriString();
            return Page.at(rest);
        }
        return page(HttpStatus.NOT_FOUND, Sentence.of("There is nothing at this address."));
    }

    /** Bytes that are no text at all. */
    @ExceptionHandler
    View undecodable(InvalidParameterException problem) {
        return page(HttpStatus.BAD_REQUEST, Sentence.of("This request cannot be answered. Go back and try again."));
    }

    /** A rule of a table said no where no rule of the code did: two people at once, most often. */
    @ExceptionHandler
    View contradicted(DataIntegrityViolationException problem, HttpServletRequest request) {
        var reference = note(problem, request);
        return page(HttpStatus.CONFLICT, Sentence.of(
                "This could not be saved, because it contradicts what is already there. Go back, look again and retry. Reference: {reference}", reference));
    }

    @ExceptionHandler
    View unforeseen(Exception problem, HttpServletRequest request) {
        if (problem instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            return page(status, status == HttpStatus.NOT_FOUND
                    ? Sentence.of("There is nothing at this address.")
                    : Sentence.of("This request cannot be answered. Go back and try again."));
        }
        return page(HttpStatus.INTERNAL_SERVER_ERROR, Sentence.of(
                "Something went wrong on our side, and it was noted. What you saved before is safe. Reference: {reference}", note(problem, request)));
    }

    private View page(HttpStatus status, Sentence sentence) {
        return new Page(status, pages.webRefused(sentence));
    }

    /** Neither the address as it was asked for nor the failure's own words: both may hold what somebody typed. With the logger of this class at debug, which production refuses, all is told. */
    private static String note(Exception problem, HttpServletRequest request) {
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("{} {} failed, reference {}: {}", request.getMethod(), request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), reference, Trace.of(problem));
        LOG.debug("reference {}", reference, problem);
        return reference;
    }
}
