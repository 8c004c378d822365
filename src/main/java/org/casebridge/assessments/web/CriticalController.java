package org.casebridge.assessments.web;

import static org.casebridge.access.Permission.ADMINISTER;
import static org.casebridge.access.Permission.SEE_DIRECTORY;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.assessments.Criticals;
import org.casebridge.assessments.Instruments;
import org.casebridge.assessments.Wordings;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** Which answers to an instrument are acted on before they are saved, and which the administrator adds. */
@Controller
@RequestMapping("/library/{instrument}/critical")
class CriticalController {

    private final Criticals criticals;
    private final Wordings wordings;
    private final Instruments instruments;
    private final Forms forms;
    private final Templates pages;

    CriticalController(Criticals criticals, Wordings wordings, Instruments instruments, Forms forms, Templates pages) {
        this.criticals = criticals;
        this.wordings = wordings;
        this.instruments = instruments;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    @Requires(SEE_DIRECTORY)
    View show(@PathVariable String instrument) {
        return Page.of(page(instrument, forms.open(AddCritical.class, path(instrument))));
    }

    @PostMapping
    @Requires(ADMINISTER)
    View add(@PathVariable String instrument, Form<AddCritical> form) {
        instruments.get(instrument);
        boolean added = !form.wrong() && form.did(() -> criticals.add(instrument, form.said().item(), form.said().code(), form.said().danger(), form.said().hours()));
        return added ? Page.at(path(instrument)) : Page.again(page(instrument, form));
    }

    @PostMapping("/{criticalRule}/ending")
    @Requires(ADMINISTER)
    View end(@PathVariable String instrument, @PathVariable UUID criticalRule) {
        criticals.end(instrument, criticalRule);
        return Page.at(path(instrument));
    }

    private JteModel page(String instrument, Form<AddCritical> form) {
        return pages.assessmentsCritical(wordings.current(instrument), instruments.scoring(instrument).orElse(null), criticals.of(instrument), form);
    }

    private static String path(String instrument) {
        return "/library/" + instrument + "/critical";
    }
}
