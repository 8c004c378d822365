package org.casebridge.tasks.web;

import static org.casebridge.access.Permission.ASSIGN_CASES;
import static org.casebridge.access.Permission.SEE_MY_DAY;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHead;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.tasks.Formulas;
import org.casebridge.tasks.PauseNeed;
import org.casebridge.tasks.SetFormula;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** By which points My day is ordered, what the rules made, and what one keeps off one's day for a while. */
@Controller
class FormulaController {

    private static final String ACTION = "/day/order";

    private final Formulas formulas;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    FormulaController(Formulas formulas, ClientHeads heads, Forms forms, Templates pages) {
        this.formulas = formulas;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping(ACTION)
    @Requires(SEE_MY_DAY)
    View show() {
        return Page.of(page(forms.open(SetFormula.of(formulas.current()), ACTION)));
    }

    @PostMapping(ACTION)
    @Requires(ASSIGN_CASES)
    View set(Form<SetFormula> form) {
        return form.did(() -> formulas.set(form.said())) ? Page.at(ACTION) : Page.again(page(form));
    }

    @GetMapping("/day/rules")
    @Requires(SEE_MY_DAY)
    View rules() {
        return Page.of(pages.tasksRules(formulas.rules(), formulas.pauses()));
    }

    @GetMapping({"/day/pauses/new", "/clients/{client}/day/pauses/new"})
    @Requires(SEE_MY_DAY)
    View open(@PathVariable(required = false) @Nullable ClientId client, @RequestParam(defaultValue = "") String rule) {
        var head = client == null ? null : heads.of(client);
        return Page.of(pausePage(head, forms.open(PauseNeed.class, Map.of("rule", List.of(rule), "all", List.of(client == null ? "true" : "false")), action(client))));
    }

    @PostMapping({"/day/pauses", "/clients/{client}/day/pauses"})
    @Requires(SEE_MY_DAY)
    View pause(@PathVariable(required = false) @Nullable ClientId client, Form<PauseNeed> form) {
        var head = client == null ? null : heads.of(client);
        return form.did(() -> formulas.pause(client, form.said())) ? Page.at("/") : Page.again(pausePage(head, form));
    }

    @PostMapping("/day/pauses/{pause}/ending")
    @Requires(SEE_MY_DAY)
    View end(@PathVariable UUID pause) {
        formulas.end(pause);
        return Page.at("/day/rules");
    }

    private JteModel page(Form<SetFormula> form) {
        return pages.tasksFormula(formulas.current(), formulas.versions(), form);
    }

    private JteModel pausePage(@Nullable ClientHead head, Form<PauseNeed> form) {
        return pages.tasksPause(head, formulas.onTheDay(head == null ? null : head.id(), form.value("rule")).orElse(null), form);
    }

    private static String action(@Nullable ClientId client) {
        return (client == null ? "" : "/clients/" + client.text()) + "/day/pauses";
    }
}
