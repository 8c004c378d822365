package org.casebridge.reading.web;

import static org.casebridge.access.Permission.CHANGE_DIRECTORY;
import static org.casebridge.access.Permission.SEE_DIRECTORY;

import casebridge.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.casebridge.access.Requires;
import org.casebridge.reading.PlainLanguage;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** How easy a text is to read: while one types, on a page of its own, and the agency's list of words. Nothing that is read here is kept. */
@Controller
@RequestMapping("/plain-language")
class PlainLanguageController {

    record MarkWord(@NotBlank(message = "Choose English or Spanish.") @Nullable String language, @NotBlank(message = "Write the word to be marked.") @Size(max = 100) @Nullable String word,
                    @Size(max = 200) @Nullable String plainer) {}

    record SetTarget(@NotNull(message = "Choose a grade from 3 to 12.") @Nullable Integer grade) {}

    private final PlainLanguage plain;
    private final Forms forms;
    private final Templates pages;

    PlainLanguageController(PlainLanguage plain, Forms forms, Templates pages) {
        this.plain = plain;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    @Requires(SEE_DIRECTORY)
    View show() {
        return Page.of(page(null, word(), target()));
    }

    /** The text stands in the field that {@code field} names, as a form sends it. */
    @PostMapping("/reading")
    @Requires(SEE_DIRECTORY)
    View read(@RequestParam(defaultValue = "text") String field, HttpServletRequest request) {
        var text = Objects.requireNonNullElse(request.getParameter(field), "");
        if (request.getHeader("HX-Request") != null) {
            return Page.of(pages.readingSaid(plain.read(text)));
        }
        return Page.of(page(text, word(), target()));
    }

    @PostMapping("/words")
    @Requires(CHANGE_DIRECTORY)
    View mark(Form<MarkWord> form) {
        return form.did(() -> plain.write(form.said().language(), form.said().word(), Objects.requireNonNullElse(form.said().plainer(), "")))
                ? Page.at("/plain-language") : Page.again(page(null, form, target()));
    }

    @PostMapping("/target")
    @Requires(CHANGE_DIRECTORY)
    View aim(Form<SetTarget> form) {
        return form.did(() -> plain.aim(form.said().grade())) ? Page.at("/plain-language") : Page.again(page(null, word(), form));
    }

    private gg.jte.models.runtime.JteModel page(@Nullable String text, Form<MarkWord> word, Form<SetTarget> target) {
        return pages.readingPlain(text, text == null ? null : plain.read(text), plain.all(), word, target);
    }

    private Form<MarkWord> word() {
        return forms.open(MarkWord.class, "/plain-language/words");
    }

    private Form<SetTarget> target() {
        return forms.open(new SetTarget(plain.target()), "/plain-language/target");
    }
}
