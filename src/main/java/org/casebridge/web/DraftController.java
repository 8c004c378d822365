package org.casebridge.web;

import static org.casebridge.access.Permission.SIGNED_IN;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.casebridge.access.Requires;
import org.casebridge.data.Once;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** Saves drafts as people type, and throws one away when they ask. */
@Controller
class DraftController {

    private final Drafts drafts;
    private final Clock clock;

    DraftController(Drafts drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Saving what is typed is not yet the deed: the form's token is left for that. */
    @PostMapping(path = "/drafts", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=utf-8")
    @Requires(SIGNED_IN)
    @ResponseBody
    String save(@RequestParam("_draft") String place, HttpServletRequest request) {
        Once.aside(() -> drafts.save(place, request.getParameterMap()));
        return Say.say("Draft saved at {time}", Say.time(clock.instant()));
    }

    @PostMapping("/drafts/discarded")
    @Requires(SIGNED_IN)
    View discard(@RequestParam("place") String place, @RequestParam("page") String page) {
        drafts.forget(place);
        return Page.at(page.startsWith("/") && !page.startsWith("//") && !page.contains("\\") ? page : "/");
    }
}
