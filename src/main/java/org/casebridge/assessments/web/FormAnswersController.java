package org.casebridge.assessments.web;

import static org.casebridge.access.Permission.ASSESS;
import static org.casebridge.access.Permission.SEE_ASSESSMENTS;

import casebridge.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.assessments.AssessmentId;
import org.casebridge.assessments.FilledForm;
import org.casebridge.assessments.FilledForms;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Once;
import org.casebridge.kernel.Refused;
import org.casebridge.questionnaires.Place;
import org.casebridge.questionnaires.Value;
import org.casebridge.questionnaires.page.Clash;
import org.casebridge.questionnaires.page.FieldName;
import org.casebridge.questionnaires.page.QuestionSheet;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.View;
import org.springframework.web.util.WebUtils;

/** The interview with a form of the agency: each answer is kept as it is given, and what follows from it shown, with script or by a button. */
@Controller
@RequestMapping("/clients/{client}/assessments/{assessment}/form")
class FormAnswersController {

    private final FilledForms filledForms;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    FormAnswersController(FilledForms filledForms, ClientHeads heads, Forms forms, Templates pages) {
        this.filledForms = filledForms;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    /** {@code in} is the language of the questions; else the reader's, or the form's own. What was typed when the session ran out is put back over what was kept. */
    @GetMapping
    @Requires(ASSESS)
    View ask(@PathVariable ClientId client, @PathVariable AssessmentId assessment, @RequestParam(defaultValue = "") String in) {
        var found = filledForms.find(client, assessment);
        if (found.isEmpty()) {
            return Page.at("/clients/" + client.text() + "/assessments/" + assessment.text() + "/answers");
        }
        var filled = found.get();
        var draft = filled.line().assessment();
        if (!draft.draft()) {
            return Page.at(draft.path());
        }
        Form<AnswerAssessment> form = forms.open(AnswerAssessment.class, AnswerFields.known(draft), draft.path() + "/form/completion");
        if (form.draftOf() != null) {
            var kept = filledForms.tried(filled, FormFields.sent(form, filled, Map.of()));
            return Page.of(page(client, kept, form, in));
        }
        return Page.of(page(client, new FilledForms.Kept(filled, Map.of(), List.of()), form, in));
    }

    /** A file that was given as an answer, as it was given: to be kept elsewhere, never shown as a page. */
    @GetMapping("/file")
    @Requires(SEE_ASSESSMENTS)
    View file(@PathVariable ClientId client, @PathVariable AssessmentId assessment, @RequestParam(defaultValue = "") String item) {
        if (item.isEmpty()) {
            return Page.at("/clients/" + client.text() + "/assessments/" + assessment.text());
        }
        var place = FieldName.place(item);
        var value = place == null ? null : filledForms.get(client, assessment).state().filling().at(place);
        if (!(value instanceof Value.File file) || file.data() == null) {
            throw Refused.notFound("That file could not be found.");
        }
        return new FormFile(file.shown().isEmpty() ? "file" : file.shown(), MediaType.APPLICATION_OCTET_STREAM_VALUE, Base64.getDecoder().decode(file.data()));
    }

    /** Keeps what was answered. htmx gets the questions as they are now; a button without script the whole page. */
    @PostMapping
    @Requires(ASSESS)
    View keep(@PathVariable ClientId client, @PathVariable AssessmentId assessment, @RequestParam(defaultValue = "") String in, Form<AnswerAssessment> form, HttpServletRequest request,
              HttpServletResponse response) {
        var kept = kept(client, assessment, form, request, false);
        var now = kept.now();
        var path = now.line().assessment().path();
        if (Here.part()) {
            if (!InterviewFields.shown(form).settled().isEmpty()) {
                response.setHeader("HX-Redirect", path + "/form?in=" + sheet(now, form, Map.of(), in).language().toLanguageTag());
            }
            return Page.of(pages.assessmentsQuestions(now, sheet(now, form, kept.clashes(), in), InterviewFields.marks(form, now.line().assessment()), InterviewFields.said(kept.both(), null)));
        }
        return form.wrong() || !kept.clashes().isEmpty() || !kept.both().isEmpty() ? Page.again(page(client, kept, form, in))
                : Page.at(form.value("_later").isEmpty() ? path + "/form?in=" + sheet(now, form, Map.of(), in).language().toLanguageTag() : "/clients/" + client.text() + "/assessments");
    }

    @PostMapping("/completion")
    @Requires(ASSESS)
    View complete(@PathVariable ClientId client, @PathVariable AssessmentId assessment, @RequestParam(defaultValue = "") String in, Form<AnswerAssessment> form, HttpServletRequest request) {
        var kept = kept(client, assessment, form, request, true);
        if (!kept.clashes().isEmpty() || !kept.both().isEmpty() || form.wrong()) {
            return Page.again(page(client, kept, form, in));
        }
        var done = form.attempt(() -> filledForms.complete(client, assessment, kept.now().line().assessment().about(), kept.now().revision(), form.said().safetyNote()));
        return done == null ? Page.again(page(client, new FilledForms.Kept(kept.now(), Map.of(), List.of()), form, in)) : Page.at(done.path());
    }

    private FilledForms.Kept kept(ClientId client, AssessmentId assessment, Form<AnswerAssessment> form, HttpServletRequest request, boolean completing) {
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        var files = multipart == null ? Map.<String, MultipartFile>of() : multipart.getFileMap();
        var about = form.wrong() ? null : form.said().about();
        var said = new FilledForms.Sent[1];
        // What can be kept is kept, whatever else is wrong on the page; it does not spend the form's token.
        Supplier<FilledForms.Kept> keeping = () -> Once.apart(() -> filledForms.keep(client, assessment, about, InterviewFields.shown(form), FormFields.revision(form), filled -> said[0] = FormFields.sent(form, filled, files)));
        var kept = about == null ? keeping.get() : form.attempt(keeping);
        var result = kept == null ? new FilledForms.Kept(filledForms.get(client, assessment), Map.of(), List.of()) : kept;
        FormFields.judge(form, result.now(), said[0] == null ? FormFields.sent(form, result.now(), files) : said[0], completing);
        return result;
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, FilledForms.Kept kept, Form<?> form, String in) {
        return pages.assessmentsAnswer(heads.of(client), kept.now(), sheet(kept.now(), form, kept.clashes(), in), form, InterviewFields.marks(form, kept.now().line().assessment()), InterviewFields.said(kept.both(), null));
    }

    static QuestionSheet sheet(FilledForm filled, Form<?> form, Map<Place, Clash> clashes, String in) {
        var languages = filled.state().questionnaire().languages();
        var reader = Say.locale().getLanguage();
        var language = languages.contains(in) ? in : languages.contains(reader) ? reader : languages.isEmpty() ? reader : languages.getFirst();
        return new QuestionSheet(filled.state(), Locale.forLanguageTag(language), Actor.current().zone(), form, clashes, filled.line().assessment().path() + "/form");
    }
}
