package org.casebridge.directory.web;

import static org.casebridge.access.Permission.CHANGE_DIRECTORY;

import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import casebridge.pages.Templates;
import org.casebridge.access.Requires;
import org.casebridge.directory.AddService;
import org.casebridge.directory.ChangePlace;
import org.casebridge.directory.ChangeService;
import org.casebridge.directory.DirectoryDesk;
import org.casebridge.directory.LocationId;
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

/** Writing services and their places into the directory by hand. */
@Controller
class ServiceDeskController {

    private static final String NEW = "/directory/services";

    private final DirectoryDesk desk;
    private final Services services;
    private final Forms forms;
    private final Templates pages;

    ServiceDeskController(DirectoryDesk desk, Services services, Forms forms, Templates pages) {
        this.desk = desk;
        this.services = services;
        this.forms = forms;
        this.pages = pages;
    }

    /** {@code of} is the name of the organization it is added to, when one comes from there. */
    @GetMapping("/directory/services/new")
    @Requires(CHANGE_DIRECTORY)
    View form(@RequestParam(defaultValue = "") String of) {
        return Page.of(pages.directoryAdd(forms.open(AddService.class, Map.of("organization", List.of(of.replace("\0", "").strip())), NEW)));
    }

    @PostMapping(NEW)
    @Requires(CHANGE_DIRECTORY)
    View add(Form<AddService> form) {
        var added = form.attempt(() -> desk.add(form.said()));
        return added == null ? Page.again(pages.directoryAdd(form)) : Page.at(path(added));
    }

    @GetMapping("/directory/services/{service}/edit")
    @Requires(CHANGE_DIRECTORY)
    View edit(@PathVariable ServiceId service) {
        return Page.of(edit(service, forms.open(desk.service(service), path(service))));
    }

    @PostMapping("/directory/services/{service}")
    @Requires(CHANGE_DIRECTORY)
    View change(@PathVariable ServiceId service, Form<ChangeService> form) {
        var now = desk.service(service);
        if (!form.did(() -> desk.change(service, form.said()))) {
            return Page.again(edit(service, current(form, now.version())));
        }
        return Page.at(path(service));
    }

    /** What was written here goes; what the source tells holds again. */
    @PostMapping("/directory/services/{service}/restoring")
    @Requires(CHANGE_DIRECTORY)
    View restore(@PathVariable ServiceId service) {
        desk.restore(service);
        return Page.at(path(service));
    }

    @GetMapping("/directory/services/{service}/places/new")
    @Requires(CHANGE_DIRECTORY)
    View newPlace(@PathVariable ServiceId service) {
        return Page.of(place(service, forms.open(ChangePlace.class, path(service) + "/places")));
    }

    @PostMapping("/directory/services/{service}/places")
    @Requires(CHANGE_DIRECTORY)
    View addPlace(@PathVariable ServiceId service, Form<ChangePlace> form) {
        var known = services.get(service);
        var added = form.attempt(() -> desk.place(service, java.util.Objects.requireNonNull(form.said().place())));
        return added == null ? Page.again(place(service, form)) : Page.at(known.facts().path());
    }

    @GetMapping("/directory/services/{service}/places/{place}")
    @Requires(CHANGE_DIRECTORY)
    View editPlace(@PathVariable ServiceId service, @PathVariable LocationId place) {
        return Page.of(place(service, place, forms.open(desk.place(place), path(service) + "/places/" + place.text())));
    }

    @PostMapping("/directory/services/{service}/places/{place}")
    @Requires(CHANGE_DIRECTORY)
    View changePlace(@PathVariable ServiceId service, @PathVariable LocationId place, Form<ChangePlace> form) {
        var now = desk.place(place);
        if (!form.did(() -> desk.change(place, form.said()))) {
            return Page.again(place(service, place, current(form, now.version())));
        }
        return Page.at(path(service));
    }

    private JteModel edit(ServiceId service, Form<?> form) {
        return pages.directoryEdit(services.get(service), form);
    }

    private JteModel place(ServiceId service, Form<?> form) {
        return pages.directoryPlace(services.get(service), form, path(service) + "/places", List.of());
    }

    private JteModel place(ServiceId service, LocationId place, Form<?> form) {
        return pages.directoryPlace(services.get(service), form, path(service) + "/places/" + place.text(), desk.givenAt(place).stream().filter(it -> !it.id().equals(service)).toList());
    }

    /** After a conflict was shown, the form is about the entry as it is now: saving again means it. */
    private static <T> Form<T> current(Form<T> form, @org.jspecify.annotations.Nullable Integer version) {
        return form.general() == null ? form : form.with("version", String.valueOf(version));
    }

    private static String path(ServiceId service) {
        return NEW + "/" + service.text();
    }
}
