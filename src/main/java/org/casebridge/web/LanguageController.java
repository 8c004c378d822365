package org.casebridge.web;

import static org.casebridge.access.Permission.ANYONE;
import static org.casebridge.access.Permission.SIGNED_IN;

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

/** The choice of language, and the signs of life: a person's, and the server's that operators watch. */
@Controller
class LanguageController {

    private final Accounts accounts;

    LanguageController(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping("/language")
    @Requires(ANYONE)
    View speak(@RequestParam String language, @RequestParam(defaultValue = "/") String page, HttpServletRequest request, HttpServletResponse response) {
        if (Actor.ifAny().isPresent()) {
            accounts.speak(Actor.current().account(), language);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(ReaderLanguage.COOKIE, "es".equals(language) ? "es" : "en")
                .path("/").httpOnly(true).secure(request.isSecure()).sameSite("Lax").maxAge(31_536_000).build().toString());
        return Page.at(Here.local(page) ? page : "/");
    }

    /** Keeps the session of somebody who is typing; the session filter has noted it before this answers. */
    @GetMapping(path = "/awake", produces = MediaType.TEXT_PLAIN_VALUE)
    @Requires(value = SIGNED_IN, enrolling = true)
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
