package org.casebridge.accounts;

import static org.casebridge.access.Permission.SEE_ROLES;

import casebridge.pages.Templates;
import org.casebridge.access.Requires;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What each role may do, read from the one table that the door reads: {@link org.casebridge.access.Role}. */
@Controller
class RolesController {

    private final Templates pages;

    RolesController(Templates pages) {
        this.pages = pages;
    }

    @GetMapping("/roles")
    @Requires(SEE_ROLES)
    View show() {
        return Page.of(pages.accountsRoles());
    }
}
