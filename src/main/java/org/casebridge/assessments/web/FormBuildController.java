package org.casebridge.assessments.web;

import static org.casebridge.access.Permission.ADMINISTER;

import casebridge.pages.Templates;
import java.util.List;
import org.casebridge.access.Requires;
import org.casebridge.assessments.FormId;
import org.casebridge.assessments.OwnForm;
import org.casebridge.assessments.OwnForms;
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

/** Building the draft of a form: its sections and items with what they offer and when they are asked, and its scores. */
@Controller
@RequestMapping("/library/forms/{form}/items")
class FormBuildController {

    private final OwnForms ownForms;
    private final Forms forms;
    private final Templates pages;

    FormBuildController(OwnForms ownForms, Forms forms, Templates pages) {
        this.ownForms = ownForms;
        this.forms = forms;
        this.pages = pages;
    }

    /** {@code item} is the one to change; none for a new one. */
    @GetMapping
    @Requires(ADMINISTER)
    View show(@PathVariable("form") FormId id, @RequestParam(required = false) @Nullable String item) {
        var one = ownForms.get(id, null);
        if (one.published()) {
            return Page.at(one.path());
        }
        var known = item == null ? null : one.questionnaire().item(item);
        var action = one.path() + "/items";
        Form<BuildItem> form = known == null ? forms.open(BuildItem.class, action) : forms.open(BuildItem.of(known), action + "?item=" + known.linkId());
        return Page.of(page(one, form, null));
    }

    @PostMapping
    @Requires(ADMINISTER)
    View put(@PathVariable("form") FormId id, Form<BuildItem> form) {
        var one = ownForms.draft(id);
        return !form.did(() -> ownForms.put(id, form.said().built())) ? Page.again(page(one, form, null)) : Page.at(one.path() + "/items");
    }

    @PostMapping("/score")
    @Requires(ADMINISTER)
    View score(@PathVariable("form") FormId id, Form<BuildScore> form) {
        var one = ownForms.draft(id);
        return !form.did(() -> ownForms.score(id, form.said().name().strip(), form.said().of() == null ? List.of() : form.said().of()))
                ? Page.again(page(one, forms.open(BuildItem.class, one.path() + "/items"), form)) : Page.at(one.path() + "/items");
    }

    /** {@code way}: up, or down. */
    @PostMapping("/place")
    @Requires(ADMINISTER)
    View place(@PathVariable("form") FormId id, @RequestParam String item, @RequestParam(defaultValue = "up") String way) {
        ownForms.move(id, item, way.equals("up"));
        return Page.at("/library/forms/" + id.text() + "/items");
    }

    @PostMapping("/removal")
    @Requires(ADMINISTER)
    View remove(@PathVariable("form") FormId id, @RequestParam String item) {
        ownForms.remove(id, item);
        return Page.at("/library/forms/" + id.text() + "/items");
    }

    private gg.jte.models.runtime.JteModel page(OwnForm one, Form<BuildItem> item, @Nullable Form<BuildScore> score) {
        return pages.assessmentsBuild(one, item, score == null ? forms.open(BuildScore.class, one.path() + "/items/score") : score);
    }
}
