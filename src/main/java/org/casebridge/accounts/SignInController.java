package org.casebridge.accounts;

import static org.casebridge.access.Permission.ANYONE;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.access.Sessions;
import org.casebridge.kernel.Sentence;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The page to sign in on, and the one that asks for the second factor. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Templates pages;
    private final SignInPage signInPage;

    SignInController(SignIn signIn, Sessions sessions, Templates pages, SignInPage signInPage) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.pages = pages;
        this.signInPage = signInPage;
    }

    @GetMapping("/sign-in")
    @Requires(ANYONE)
    View show(HttpServletRequest request, @RequestParam(defaultValue = "") String next) {
        return Page.of(signInPage.of(next, null, request.getParameter("left") != null, ""));
    }

    @PostMapping("/sign-in")
    @Requires(ANYONE)
    View byPassword(@RequestParam(defaultValue = "") String username, HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String next) {
        var password = request.getParameter("password");
        return switch (signIn.byPassword(username, password == null ? "" : password, request, response)) {
            case SignIn.Answer.In in -> Page.at(in.codeNeeded() ? "/sign-in/code?next=" + Here.encoded(target(next)) : target(next));
            case SignIn.Answer.Wrong _ -> Page.again(signInPage.of(next, Sentence.of("The user name or the password is not right. Please try again."), false, username));
            case SignIn.Answer.Wait wait -> new Page(later(wait.left(), response), signInPage.of(next, tooOften(wait.left()), false, username));
        };
    }

    @GetMapping("/sign-in/code")
    @Requires(ANYONE)
    View askCode(HttpServletRequest request, @RequestParam(defaultValue = "/") String next) {
        return sessions.half(request).map(it -> Page.of(codePage(next, null)))
                .orElseGet(() -> Page.at(Actor.ifAny().isPresent() ? target(next) : "/sign-in?next=" + Here.encoded(target(next))));
    }

    @PostMapping("/sign-in/code")
    @Requires(ANYONE)
    View byCode(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "/") String next, HttpServletRequest request, HttpServletResponse response) {
        var half = sessions.half(request).orElse(null);
        if (half == null) {
            return Page.at("/sign-in?next=" + Here.encoded(target(next)));
        }
        return switch (signIn.byCode(half, code, request, response)) {
            case SignIn.Answer.In _ -> Page.at(target(next));
            case SignIn.Answer.Wrong _ -> Page.again(codePage(next, Sentence.of("This code is not right. Wait for the next one and type that.")));
            case SignIn.Answer.Wait wait -> new Page(later(wait.left(), response), codePage(next, tooOften(wait.left())));
        };
    }

    private JteModel codePage(String next, @Nullable Sentence problem) {
        return pages.accountsCode(target(next), problem);
    }

    /** A try that must wait is answered by 429 with the seconds, for people and for programs. */
    static HttpStatus later(Duration wait, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        return HttpStatus.TOO_MANY_REQUESTS;
    }

    static Sentence tooOften(Duration wait) {
        return wait.toSeconds() < 60
                ? Sentence.of("That was tried too often. Please wait {seconds, plural, one {1 second} other {# seconds}} and try again.", wait.toSeconds() + 1)
                : Sentence.of("That was tried too often. Please wait {minutes, plural, one {1 minute} other {# minutes}} and try again.", wait.toMinutes() + 1);
    }

    static String target(String next) {
        return Here.local(next) ? next : "/";
    }
}
