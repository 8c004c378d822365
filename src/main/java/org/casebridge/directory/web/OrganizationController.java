package org.casebridge.directory.web;

import static org.casebridge.access.Permission.CHANGE_DIRECTORY;
import static org.casebridge.access.Permission.SEE_DIRECTORY;

import casebridge.pages.Templates;
import org.casebridge.access.Requires;
import org.casebridge.directory.DirectoryDesk;
import org.casebridge.directory.Organization;
import org.casebridge.directory.OrganizationId;
import org.casebridge.directory.SaveOrganization;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** An organization of the directory with all it gives, and writing it by hand. */
@Controller
class OrganizationController {

    private static final String NEW = "/directory/organizations";

    private final DirectoryDesk desk;
    private final Forms forms;
    private final Templates pages;

    OrganizationController(DirectoryDesk desk, Forms forms, Templates pages) {
        this.desk = desk;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/directory/organizations/{organization}")
    @Requires(SEE_DIRECTORY)
    View show(@PathVariable OrganizationId organization) {
        return Page.of(pages.directoryOrganization(desk.get(organization)));
    }

    @GetMapping("/directory/organizations/new")
    @Requires(CHANGE_DIRECTORY)
    View form() {
        return Page.of(pages.directoryKeep(null, forms.open(SaveOrganization.class, NEW), NEW));
    }

    @PostMapping(NEW)
    @Requires(CHANGE_DIRECTORY)
    View add(Form<SaveOrganization> form) {
        var added = form.attempt(() -> desk.add(form.said()));
        return added == null ? Page.again(pages.directoryKeep(null, form, NEW)) : Page.at(Organization.path(added));
    }

    @GetMapping("/directory/organizations/{organization}/edit")
    @Requires(CHANGE_DIRECTORY)
    View edit(@PathVariable OrganizationId organization) {
        var path = Organization.path(organization);
        return Page.of(pages.directoryKeep(desk.get(organization), forms.open(desk.organization(organization), path), path));
    }

    @PostMapping("/directory/organizations/{organization}")
    @Requires(CHANGE_DIRECTORY)
    View change(@PathVariable OrganizationId organization, Form<SaveOrganization> form) {
        var now = desk.organization(organization);
        if (!form.did(() -> desk.change(organization, form.said()))) {
            var shown = form.general() == null ? form : form.with("version", String.valueOf(now.version()));
            return Page.again(pages.directoryKeep(desk.get(organization), shown, Organization.path(organization)));
        }
        return Page.at(Organization.path(organization));
    }
}
