package org.casebridge.directory.web;

import static org.casebridge.access.Permission.CHANGE_DIRECTORY;

import casebridge.pages.Templates;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.directory.Reviews;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What sources say anew, to look at before it holds. */
@Controller
class ReviewController {

    private static final String AT = "/directory/reviews";

    private final Reviews reviews;
    private final Templates pages;

    ReviewController(Reviews reviews, Templates pages) {
        this.reviews = reviews;
        this.pages = pages;
    }

    @GetMapping(AT)
    @Requires(CHANGE_DIRECTORY)
    View list() {
        return Page.of(pages.directoryReviews(reviews.waiting()));
    }

    @GetMapping(AT + "/{review}")
    @Requires(CHANGE_DIRECTORY)
    View show(@PathVariable UUID review) {
        return Page.of(pages.directoryReview(reviews.differences(review)));
    }

    @PostMapping(AT + "/{review}/taking")
    @Requires(CHANGE_DIRECTORY)
    View take(@PathVariable UUID review, @RequestParam(defaultValue = "") String close) {
        reviews.take(review, close.equals("true"));
        return Page.at(AT);
    }

    @PostMapping(AT + "/{review}/dropping")
    @Requires(CHANGE_DIRECTORY)
    View drop(@PathVariable UUID review) {
        reviews.drop(review);
        return Page.at(AT);
    }
}
