package org.casebridge.directory.web;

import static org.casebridge.access.Permission.ANYONE;
import static org.casebridge.access.Permission.CHANGE_DIRECTORY;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.directory.Askings;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.casebridge.kernel.Worded;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Asking a partner by a link whether an entry is right, and their answer, for which they need no account. */
@Controller
class AskingController {

    private final Askings askings;
    private final Services services;
    private final Forms forms;
    private final Templates pages;

    AskingController(Askings askings, Services services, Forms forms, Templates pages) {
        this.askings = askings;
        this.services = services;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/directory/services/{service}/askings")
    @Requires(CHANGE_DIRECTORY)
    View asked(@PathVariable ServiceId service) {
        return Page.of(pages.directoryAskings(services.get(service), askings.of(service), null));
    }

    /** Shows the link, once. */
    @PostMapping("/directory/services/{service}/askings")
    @Requires(CHANGE_DIRECTORY)
    View ask(@PathVariable ServiceId service) {
        var known = services.get(service);
        var path = askings.ask(service);
        return Page.of(pages.directoryAskings(known, askings.of(service), path));
    }

    @GetMapping("/directory-check/{asking}")
    @Requires(ANYONE)
    View show(@PathVariable String asking) {
        return Page.of(page(asking, forms.open(Answer.class, "/directory-check")));
    }

    @PostMapping("/directory-check/{asking}")
    @Requires(ANYONE)
    View answer(@PathVariable String asking, Form<Answer> form) {
        if (form.wrong()) {
            return Page.again(page(asking, form));
        }
        Actor.machine().run(() -> askings.answer(asking, form.said().right() == Right.YES, form.said().said()));
        return Page.of(pages.directoryAnswered());
    }

    private JteModel page(String asking, Form<Answer> form) {
        return Actor.machine().act(() -> pages.directoryAsked(services.get(askings.about(asking)), "/directory-check/" + asking, form, org.casebridge.web.Option.of(Right.values())));
    }

    enum Right implements Worded {
        YES("All of it is right"),
        NO("Something is wrong");

        private final String words;

        Right(String words) {
            this.words = words;
        }

        @Override
        public String words() { return words; }
    }

    record Answer(@NotNull(message = "Is it right, or is something wrong?") Right right, @Nullable @Size(max = 2000, message = "Keep this to 2,000 characters or fewer.") String said) {}
}
