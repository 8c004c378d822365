package org.casebridge.caseload.web;

import static org.casebridge.access.Permission.NAME_STAND_INS;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.access.Requires;
import org.casebridge.caseload.Carriers;
import org.casebridge.caseload.Coverages;
import org.casebridge.caseload.NameStandIn;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.casebridge.workforce.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who stands in for whom, and naming somebody. */
@Controller
class CoverageController {

    private static final String ACTION = "/coverage";

    private final Coverages coverages;
    private final Carriers carriers;
    private final WorkCalendar work;
    private final Forms forms;
    private final Templates pages;

    CoverageController(Coverages coverages, Carriers carriers, WorkCalendar work, Forms forms, Templates pages) {
        this.coverages = coverages;
        this.carriers = carriers;
        this.work = work;
        this.forms = forms;
        this.pages = pages;
    }

    /** With the days of a leave from where one comes. */
    @GetMapping("/coverage")
    @Requires(NAME_STAND_INS)
    View show(@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate until) {
        var first = from == null ? coverages.today() : from;
        return Page.of(page(forms.open(NameStandIn.class, Map.of("from", List.of(first.toString()), "until", until == null ? List.of() : List.of(until.toString())), ACTION)));
    }

    @PostMapping("/coverage")
    @Requires(NAME_STAND_INS)
    View name(Form<NameStandIn> form) {
        return form.did(() -> coverages.name(form.said())) ? Page.at(ACTION) : Page.again(page(form));
    }

    @PostMapping("/coverage/{coverage}/ending")
    @Requires(NAME_STAND_INS)
    View end(@PathVariable UUID coverage) {
        coverages.end(coverage);
        return Page.at(ACTION);
    }

    private JteModel page(Form<NameStandIn> form) {
        var me = Actor.current();
        List<Option> people = carriers.people().stream().map(it -> new Option(it.id().text(), it.name())).toList();
        return pages.caseloadCoverage(coverages.all(), work.away(coverages.today(), coverages.today().plusDays(60)), coverages.today(), me.account(), me.may(Permission.ASSIGN_CASES), people, form);
    }
}
