package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.PLAN;
import static org.casebridge.careplans.web.PlanController.at;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casebridge.access.Requires;
import org.casebridge.careplans.CarePlan;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.PlanId;
import org.casebridge.careplans.PlanTranslations;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What a version says, text by text in the client's other language. */
@Controller
@RequestMapping("/clients/{client}/plan/versions/{plan}/translation")
class TranslationController {

    record Line(@Size(max = 4000) @Nullable String original, @Size(max = 4000) @Nullable String words) {}

    record Translate(@NotBlank(message = "Choose English or Spanish.") @Pattern(regexp = "en|es", message = "Choose English or Spanish.") @Nullable String into,
                     @Size(max = 500) @Nullable List<@Valid @Nullable Line> lines) {}

    private final CarePlans plans;
    private final PlanTranslations translations;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    TranslationController(CarePlans plans, PlanTranslations translations, ClientHeads heads, Forms forms, Templates pages) {
        this.plans = plans;
        this.translations = translations;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    @Requires(PLAN)
    View show(@PathVariable ClientId client, @PathVariable PlanId plan, @RequestParam(defaultValue = "es") String into) {
        var found = plans.get(client, plan);
        var language = into.equals("en") ? "en" : "es";
        var known = translations.of(found, Locale.of(language));
        var lines = translations.texts(found).stream().map(it -> new Line(it, known.getOrDefault(it, ""))).toList();
        return Page.of(page(client, found, forms.open(new Translate(language, lines), at(client) + "/versions/" + plan.text() + "/translation")));
    }

    @PostMapping
    @Requires(PLAN)
    View write(@PathVariable ClientId client, @PathVariable PlanId plan, Form<Translate> form) {
        var found = plans.get(client, plan);
        return form.did(() -> {
            Map<String, String> said = new LinkedHashMap<>();
            SaveGoal.rows(form.said().lines()).stream().filter(it -> it.original() != null && !it.original().isBlank())
                    .forEach(it -> said.put(it.original().replace("\r\n", "\n"), PlanForms.text(it.words())));
            translations.write(client, plan, Locale.of(form.said().into()), said);
        }) ? Page.at(at(client) + "/versions/" + plan.text()) : Page.again(page(client, found, form));
    }

    private JteModel page(ClientId client, CarePlan plan, Form<Translate> form) {
        return pages.careplansTranslate(heads.of(client), plan, form);
    }
}
