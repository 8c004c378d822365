package org.casebridge.accounts;

import static org.casebridge.access.Permission.SIGNED_IN;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.access.StepUp;
import org.casebridge.access.StepUpNeeded;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Asks a signed-in person to show again that it is them, and goes on where they were: a page is opened, a form that was sent is carried out with all that was typed. */
@Controller
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConfirmController {

    private final StepUp stepUp;
    private final Passkeys passkeys;
    private final Oidc oidc;
    private final Templates pages;

    ConfirmController(StepUp stepUp, Passkeys passkeys, Oidc oidc, Templates pages) {
        this.stepUp = stepUp;
        this.passkeys = passkeys;
        this.oidc = oidc;
        this.pages = pages;
    }

    @GetMapping("/confirm")
    @Requires(SIGNED_IN)
    View ask(@RequestParam(defaultValue = "/") String next) {
        return Page.of(page("/confirm", List.of(new TypedField("next", next)), null));
    }

    @PostMapping("/confirm")
    @Requires(SIGNED_IN)
    View confirm(@RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response) {
        try {
            stepUp.take(request, response);
            return Page.at(Here.local(next) ? next : "/");
        } catch (Refused refused) {
            return Page.again(page("/confirm", List.of(new TypedField("next", next)), refused.sentence()));
        }
    }

    /** The answer to a form carries the form along, hidden, so that it is sent once more together with the factor. */
    @ExceptionHandler
    View ask(StepUpNeeded needed, HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/confirm?next=" + Here.encoded(stoodOn(request)));
            return new Page(HttpStatus.FORBIDDEN, page("/confirm", List.of(), null));
        }
        if (!request.getMethod().equals("POST")) {
            var query = request.getQueryString();
            return Page.at("/confirm?next=" + Here.encoded(request.getRequestURI() + (query == null ? "" : "?" + query)));
        }
        return new Page(needed.problem() == null ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_CONTENT,
                page(request.getRequestURI(), TypedField.of(request), needed.problem()));
    }

    private JteModel page(String action, List<TypedField> typed, @Nullable Sentence problem) {
        var me = Actor.current().account();
        return pages.accountsConfirm(action, typed, problem, !passkeys.of(me).isEmpty(), oidc.on() && oidc.linkedSince(me).isPresent() ? oidc.name() : null);
    }

    /** The page on which an htmx form stood. */
    private static String stoodOn(HttpServletRequest request) {
        try {
            var url = request.getHeader("HX-Current-URL");
            var path = url == null ? "/" : URI.create(url).getRawPath();
            return path != null && Here.local(path) ? path : "/";
        } catch (IllegalArgumentException unreadable) {
            return "/";
        }
    }
}
