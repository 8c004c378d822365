package org.casebridge.workforce.web;

import static org.casebridge.access.Permission.SEE_TEAM;

import casebridge.pages.Templates;
import org.casebridge.access.Requires;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/**
 * What the role of a case manager takes. Functions after the Standards of Practice for Case Management (Case Management Society of
 * America, 2022), credentials after the bodies that grant them: CCMC (ccmcertification.org), ACMA (acmaweb.org), ASWB (aswb.org), NCSBN (ncsbn.org).
 */
@Controller
class RoleController {

    private final Templates pages;

    RoleController(Templates pages) {
        this.pages = pages;
    }

    @GetMapping("/team/role")
    @Requires(SEE_TEAM)
    View show() {
        return Page.of(pages.workforceRole());
    }
}
