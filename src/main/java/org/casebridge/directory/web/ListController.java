package org.casebridge.directory.web;

import static org.casebridge.access.Permission.SEE_DIRECTORY;

import casebridge.pages.Templates;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.directory.SavedLists;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Lists of services to hand out. */
@Controller
class ListController {

    private static final String AT = "/directory/lists";

    private final SavedLists lists;
    private final Services services;
    private final Forms forms;
    private final Templates pages;

    ListController(SavedLists lists, Services services, Forms forms, Templates pages) {
        this.lists = lists;
        this.services = services;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping(AT)
    @Requires(SEE_DIRECTORY)
    View all() {
        return Page.of(pages.directoryLists(lists.all()));
    }

    @GetMapping(AT + "/{saved}")
    @Requires(SEE_DIRECTORY)
    View show(@PathVariable UUID saved) {
        return Page.of(pages.directorySheet(lists.get(saved), lists.lines(saved), false));
    }

    /** To print, in the language of whoever gets it. */
    @GetMapping(AT + "/{saved}/paper")
    @Requires(SEE_DIRECTORY)
    View paper(@PathVariable UUID saved, @RequestParam(defaultValue = "en") String language) {
        return Page.in("es".equals(language) ? Locale.of("es") : Locale.ENGLISH, pages.directorySheet(lists.get(saved), lists.lines(saved), true));
    }

    @GetMapping("/directory/services/{service}/lists")
    @Requires(SEE_DIRECTORY)
    View choose(@PathVariable ServiceId service) {
        return Page.of(pages.directoryAddtolist(services.get(service), lists.all(), forms.open(AddToList.class, path(service))));
    }

    @PostMapping("/directory/services/{service}/lists")
    @Requires(SEE_DIRECTORY)
    View add(@PathVariable ServiceId service, Form<AddToList> form) {
        var known = services.get(service);
        var list = form.attempt(() -> lists.add(form.said().name(), service));
        return list == null ? Page.again(pages.directoryAddtolist(known, lists.all(), form)) : Page.at(AT + "/" + list);
    }

    @PostMapping(AT + "/{saved}/removal")
    @Requires(SEE_DIRECTORY)
    View remove(@PathVariable UUID saved, @RequestParam ServiceId service) {
        lists.remove(saved, service);
        return Page.at(AT);
    }

    private static String path(ServiceId service) {
        return "/directory/services/" + service.text() + "/lists";
    }

    /** The name of a list; one that is not there is begun. */
    record AddToList(@NotBlank(message = "Name the list.") @Size(max = 100, message = "Keep this to 100 characters or fewer.") String name) {}
}
