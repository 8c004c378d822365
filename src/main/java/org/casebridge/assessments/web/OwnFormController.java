package org.casebridge.assessments.web;

import static org.casebridge.access.Permission.ADMINISTER;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.casebridge.access.Requires;
import org.casebridge.assessments.FormId;
import org.casebridge.assessments.FormReport;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** The forms of the agency: load one from a file, say what its scores mean and under which licence it is held, publish it, begin the next version. Holds nothing about clients. */
@Controller
@RequestMapping("/library/forms")
class OwnFormController {

    private final OwnForms ownForms;
    private final Forms forms;
    private final Templates pages;

    OwnFormController(OwnForms ownForms, Forms forms, Templates pages) {
        this.ownForms = ownForms;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    @Requires(ADMINISTER)
    View list() {
        return Page.of(list(forms.open(LoadForm.class, "/library/forms"), null));
    }

    /** Keeps the file as a draft when it can be asked; otherwise says by item and feature why not, and keeps nothing. */
    @PostMapping
    @Requires(ADMINISTER)
    View load(Form<LoadForm> form, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(required = false) @Nullable List<MultipartFile> lists) throws IOException {
        var read = FormFiles.read(form, file, lists, ownForms);
        var loaded = read == null ? null : form.attempt(() -> ownForms.load(read, form.said().titled()));
        return loaded == null ? Page.again(list(form, read)) : Page.at(loaded.path());
    }

    /** An empty form, to be built item by item. */
    @PostMapping("/blank")
    @Requires(ADMINISTER)
    View begin(Form<LoadForm> form) {
        var begun = form.attempt(() -> ownForms.begin(form.said().titled()));
        return begun == null ? Page.again(list(form, null)) : Page.at(begun.path() + "/items");
    }

    @GetMapping("/{form}")
    @Requires(ADMINISTER)
    View show(@PathVariable("form") FormId id, @RequestParam(required = false) @Nullable Integer version) {
        return Page.of(page(ownForms.get(id, version), null, null, null, null, null));
    }

    /** Puts another file in the place of the draft's. */
    @PostMapping("/{form}/file")
    @Requires(ADMINISTER)
    View replace(@PathVariable("form") FormId id, Form<LoadForm> form, @RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(required = false) @Nullable List<MultipartFile> lists) throws IOException {
        var known = ownForms.draft(id);
        var read = FormFiles.read(form, file, lists, ownForms);
        var replaced = read == null ? null : form.attempt(() -> ownForms.replace(id, read, form.said().titled()));
        return replaced == null ? Page.again(page(known, null, null, form, read, null)) : Page.at(known.path());
    }

    /** The questionnaire as it was read, to be taken elsewhere. */
    @GetMapping("/{form}/file")
    @Requires(ADMINISTER)
    View file(@PathVariable("form") FormId id, @RequestParam(required = false) @Nullable Integer version) {
        return new FormFile("questionnaire.json", "application/fhir+json", ownForms.get(id, version).questionnaire().json().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/{form}/rules")
    @Requires(ADMINISTER)
    View rule(@PathVariable("form") FormId id, Form<RuleForm> form) {
        var known = ownForms.draft(id);
        return !form.did(() -> ownForms.rule(id, form.said().rules(known))) ? Page.again(page(known, form, null, null, null, null)) : Page.at(known.path());
    }

    @PostMapping("/{form}/licence")
    @Requires(ADMINISTER)
    View license(@PathVariable("form") FormId id, Form<LicenseForm> form) {
        var known = ownForms.draft(id);
        return !form.did(() -> ownForms.license(id, form.said().licence(), form.said().minutes())) ? Page.again(page(known, null, form, null, null, null)) : Page.at(known.path());
    }

    @PostMapping("/{form}/publication")
    @Requires(ADMINISTER)
    View publish(@PathVariable("form") FormId id) {
        return Page.at(ownForms.publish(id).path());
    }

    @PostMapping("/{form}/version")
    @Requires(ADMINISTER)
    View revise(@PathVariable("form") FormId id) {
        return Page.at(ownForms.revise(id).path());
    }

    /** Nothing new is begun with it; what was begun is finished. */
    @PostMapping("/{form}/withdrawal")
    @Requires(ADMINISTER)
    View withdraw(@PathVariable("form") FormId id, Form<WithdrawForm> form) {
        var known = ownForms.get(id, null);
        if (form.wrong()) {
            return Page.again(page(known, null, null, null, null, form));
        }
        ownForms.withdraw(id, form.said().reason());
        return Page.at(known.path());
    }

    @PostMapping("/{form}/offer")
    @Requires(ADMINISTER)
    View offer(@PathVariable("form") FormId id) {
        ownForms.offer(id);
        return Page.at("/library/forms/" + id.text());
    }

    @PostMapping("/{form}/discarding")
    @Requires(ADMINISTER)
    View discard(@PathVariable("form") FormId id) {
        ownForms.discard(id);
        return Page.at("/library/forms");
    }

    private JteModel list(Form<LoadForm> form, @Nullable FormReport report) {
        return pages.assessmentsForms(ownForms.all(), form, report);
    }

    private JteModel page(OwnForm one, @Nullable Form<RuleForm> rules, @Nullable Form<LicenseForm> licence, @Nullable Form<LoadForm> file, @Nullable FormReport report,
                          @Nullable Form<WithdrawForm> withdraw) {
        var held = one.licence();
        return pages.assessmentsOwnform(one, ownForms.versions(one.id()), rules == null ? forms.open(RuleForm.of(one.rules()), one.path() + "/rules") : rules,
                licence != null ? licence : held == null ? forms.open(LicenseForm.class, one.path() + "/licence")
                        : forms.open(new LicenseForm(held.licenceClass(), held.holder(), held.attribution(), held.mayAdminister(), one.minutes()), one.path() + "/licence"),
                file == null ? forms.open(LoadForm.class, one.path() + "/file") : file, report, ownForms.withdrawals(one.id()), withdraw == null ? forms.open(WithdrawForm.class, one.path() + "/withdrawal") : withdraw);
    }
}
