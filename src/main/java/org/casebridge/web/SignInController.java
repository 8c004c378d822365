package org.casebridge.web;

import static org.casebridge.access.Permission.ANYONE;
import static org.casebridge.access.Permission.SIGNED_IN;

import casebridge.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** The page to sign in on, the choice of language, and the sign of life that operators watch. */
@Controller
class SignInController {

    private final Accounts accounts;
    private final Templates pages;

    SignInController(Accounts accounts, Templates pages) {
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping("/sign-in")
    @Requires(ANYONE)
    View signIn(HttpServletRequest request, @RequestParam(defaultValue = "") String next) {
        return Page.of(pages.webSignin(next, request.getParameter("refused") != null, request.getParameter("left") != null));
    }

    @PostMapping("/language")
    @Requires(ANYONE)
    View speak(@RequestParam String language, @RequestParam(defaultValue = "/") String page, HttpServletRequest request, HttpServletResponse response) {
        if (Actor.ifAny().isPresent()) {
            accounts.speak(Actor.current().account(), language);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(ReaderLanguage.COOKIE, "es".equals(language) ? "es" : "en")
                .path("/").httpOnly(true).secure(request.isSecure()).sameSite("Lax").maxAge(31_536_000).build().toString());
        return Page.at(page.startsWith("/") && !page.startsWith("//") && !page.contains("\\") ? page : "/");
    }

    /** Keeps the session of somebody who is typing; the session filter has noted it before this answers. */
    @GetMapping(path = "/awake", produces = MediaType.TEXT_PLAIN_VALUE)
    @Requires(SIGNED_IN)
    @ResponseBody
    String awake() {
        return "awake";
    }

    @GetMapping(path = "/alive", produces = MediaType.TEXT_PLAIN_VALUE)
    @Requires(ANYONE)
    @ResponseBody
    String alive() {
        return "alive";
    }
}
