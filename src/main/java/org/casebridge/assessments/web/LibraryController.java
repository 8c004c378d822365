package org.casebridge.assessments.web;

import static org.casebridge.access.Permission.SEE_DIRECTORY;

import casebridge.pages.Templates;
import org.casebridge.access.Requires;
import org.casebridge.assessments.Instruments;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The library of instruments: what there is, for what, how long it takes, under which licence, and how it is scored. Holds nothing about clients. */
@Controller
@RequestMapping("/library")
class LibraryController {

    private final Instruments instruments;
    private final Templates pages;

    LibraryController(Instruments instruments, Templates pages) {
        this.instruments = instruments;
        this.pages = pages;
    }

    @GetMapping
    @Requires(SEE_DIRECTORY)
    View list(@RequestParam(defaultValue = "") String find) {
        return Page.of(pages.assessmentsLibrary(instruments.about(find), find, Instruments.refused(find)));
    }

    @GetMapping("/{instrument}")
    @Requires(SEE_DIRECTORY)
    View show(@PathVariable String instrument) {
        return Page.of(pages.assessmentsInstrument(instruments.get(instrument), instruments.scoring(instrument).orElse(null)));
    }
}
