package org.casebridge.tasks.web;

import static org.casebridge.access.Permission.NAME_STAND_INS;

import casebridge.pages.Templates;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.tasks.Handoff;
import org.casebridge.tasks.Handoffs;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The sheet for whoever stands in. It stands here and not with the coverage, because it tells what waits. */
@Controller
class HandoffController {

    private final Handoffs handoffs;
    private final Templates pages;

    HandoffController(Handoffs handoffs, Templates pages) {
        this.handoffs = handoffs;
        this.pages = pages;
    }

    @GetMapping("/coverage/{absence}")
    @Requires(NAME_STAND_INS)
    View show(@PathVariable UUID absence) {
        var sheet = handoffs.of(absence);
        Here.shows(sheet.people().stream().map(Handoff.Person::client).toList());
        return Page.of(pages.tasksHandoff(sheet));
    }
}
