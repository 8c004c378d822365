package org.casebridge.directory.web;

import static org.casebridge.access.Permission.CHANGE_DIRECTORY;

import casebridge.pages.Templates;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.directory.Renewals;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What sources say anew, to look at before it holds. */
@Controller
class RenewalController {

    private static final String AT = "/directory/reviews";

    private final Renewals reviews;
    private final Templates pages;

    RenewalController(Renewals reviews, Templates pages) {
        this.reviews = reviews;
        this.pages = pages;
    }

    @GetMapping(AT)
    @Requires(CHANGE_DIRECTORY)
    View list() {
        return Page.of(pages.directoryReviews(reviews.waiting()));
    }

    @GetMapping(AT + "/{renewal}")
    @Requires(CHANGE_DIRECTORY)
    View show(@PathVariable UUID renewal) {
        return Page.of(pages.directoryReview(reviews.differences(renewal)));
    }

    @PostMapping(AT + "/{renewal}/taking")
    @Requires(CHANGE_DIRECTORY)
    View take(@PathVariable UUID renewal, @RequestParam(defaultValue = "") String close) {
        reviews.take(renewal, close.equals("true"));
        return Page.at(AT);
    }

    @PostMapping(AT + "/{renewal}/dropping")
    @Requires(CHANGE_DIRECTORY)
    View drop(@PathVariable UUID renewal) {
        reviews.drop(renewal);
        return Page.at(AT);
    }
}
