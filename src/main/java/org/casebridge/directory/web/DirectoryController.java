package org.casebridge.directory.web;

import static org.casebridge.access.Permission.CHANGE_DIRECTORY;
import static org.casebridge.access.Permission.SEE_DIRECTORY;

import casebridge.pages.Templates;
import jakarta.validation.constraints.NotNull;
import org.casebridge.access.Requires;
import org.casebridge.directory.Capacity;
import org.casebridge.directory.DirectoryDesk;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.ServiceSearch;
import org.casebridge.directory.Services;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The directory: searching it, and all about one service. */
@Controller
class DirectoryController {

    private final Services services;
    private final DirectoryDesk desk;
    private final Forms forms;
    private final Templates pages;

    DirectoryController(Services services, DirectoryDesk desk, Forms forms, Templates pages) {
        this.services = services;
        this.desk = desk;
        this.forms = forms;
        this.pages = pages;
    }

    /** A search that cannot be read is shown again, with what there is without it. */
    @GetMapping("/directory")
    @Requires(SEE_DIRECTORY)
    View search(Form<ServiceSearch> form) {
        if (form.wrong()) {
            return Page.again(pages.directoryList(form, services.search(ServiceSearch.everything())));
        }
        return Page.of(pages.directoryList(form, services.search(form.said())));
    }

    @GetMapping("/directory/services/{service}")
    @Requires(SEE_DIRECTORY)
    View show(@PathVariable ServiceId service) {
        var known = services.get(service);
        return Page.of(pages.directoryService(known, forms.open(ConfirmCapacity.class, known.facts().path() + "/capacity"), desk.writtenHere(service).orElse(null)));
    }

    @PostMapping("/directory/services/{service}/capacity")
    @Requires(CHANGE_DIRECTORY)
    View confirm(@PathVariable ServiceId service, Form<ConfirmCapacity> form) {
        var known = services.get(service);
        if (!form.wrong()) {
            services.confirm(service, form.said().capacity());
            return Page.at(known.facts().path());
        }
        return Page.again(pages.directoryService(known, form, desk.writtenHere(service).orElse(null)));
    }

    /** What the service said when it was asked today. */
    record ConfirmCapacity(@NotNull(message = "What did they say about their capacity?") Capacity capacity) {}
}
