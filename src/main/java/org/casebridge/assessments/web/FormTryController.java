package org.casebridge.assessments.web;

import static org.casebridge.access.Permission.ADMINISTER;

import casebridge.pages.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.assessments.FormId;
import org.casebridge.assessments.OwnForm;
import org.casebridge.assessments.OwnForms;
import org.casebridge.questionnaires.Engine;
import org.casebridge.questionnaires.Filling;
import org.casebridge.questionnaires.Launch;
import org.casebridge.questionnaires.Problem;
import org.casebridge.questionnaires.page.Entered;
import org.casebridge.questionnaires.page.FieldName;
import org.casebridge.questionnaires.page.QuestionSheet;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A form of the agency as it will be asked, to be tried with answers that nobody keeps. */
@Controller
@RequestMapping("/library/forms/{form}/preview")
class FormTryController {

    private final OwnForms ownForms;
    private final Engine engine;
    private final Forms forms;
    private final Templates pages;

    FormTryController(OwnForms ownForms, Engine engine, Forms forms, Templates pages) {
        this.ownForms = ownForms;
        this.engine = engine;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    @Requires(ADMINISTER)
    View show(@PathVariable("form") FormId id, @RequestParam(required = false) @Nullable Integer version, @RequestParam(defaultValue = "") String in) {
        var one = ownForms.get(id, version);
        return Page.of(page(one, engine.begin(one.questionnaire(), Launch.NONE), forms.open(LoadForm.class, one.path() + "/preview"), in, false));
    }

    /** What follows from these answers: the questions for htmx, the whole page for a button. */
    @PostMapping
    @Requires(ADMINISTER)
    View answer(@PathVariable("form") FormId id, @RequestParam(required = false) @Nullable Integer version, @RequestParam(defaultValue = "") String in, Form<LoadForm> form) {
        var one = ownForms.get(id, version);
        var typed = new LinkedHashMap<String, List<String>>();
        form.fields().stream().filter(it -> it.startsWith(FieldName.PREFIX)).forEach(it -> typed.put(it, form.values(it)));
        var begun = engine.state(one.questionnaire(), engine.begin(one.questionnaire(), Launch.NONE), Launch.NONE);
        var first = Entered.read(begun, typed, Map.of(), Actor.current().zone());
        var entered = Entered.read(engine.state(one.questionnaire(), first.filling(one.questionnaire()), Launch.NONE), typed, Map.of(), Actor.current().zone());
        entered.problems().forEach((name, words) -> form.refuse(name, words.english(), words.values().toArray()));
        var filling = entered.filling(one.questionnaire());
        if (FieldName.place(form.value("_less")) instanceof org.casebridge.questionnaires.Place less) {
            filling = filling.withoutTurn(one.questionnaire(), less);
        }
        if (FieldName.place(form.value("_more")) instanceof org.casebridge.questionnaires.Place more
                && engine.state(one.questionnaire(), filling, Launch.NONE).field(more) instanceof org.casebridge.questionnaires.State.Field field && field.item().repeats()) {
            filling = filling.another(field.place(), field.rows().size());
        }
        var model = page(one, filling, form, in, Here.part());
        return form.wrong() && !Here.part() ? Page.again(model) : Page.of(model);
    }

    private gg.jte.models.runtime.JteModel page(OwnForm one, Filling filling, Form<LoadForm> form, String in, boolean part) {
        var state = engine.state(one.questionnaire(), filling, Launch.NONE);
        state.problems().stream().filter(it -> it.kind() == Problem.Kind.WRONG || it.kind() == Problem.Kind.EXPRESSION || it.kind() == Problem.Kind.UNKNOWN)
                .forEach(it -> form.refuse(FieldName.of(it.place()), it.words().english(), it.words().values().toArray()));
        var languages = one.questionnaire().languages();
        var reader = Say.locale().getLanguage();
        var language = languages.contains(in) ? in : languages.contains(reader) ? reader : languages.isEmpty() ? reader : languages.getFirst();
        var action = one.path() + "/preview?version=" + one.version();
        var sheet = new QuestionSheet(state, Locale.forLanguageTag(language), Actor.current().zone(), form, Map.of(), action);
        return part ? pages.assessmentsTried(one, sheet) : pages.assessmentsFormtry(one, sheet, form, action);
    }
}
