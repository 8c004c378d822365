package org.casebridge.caseload.web;

import static org.casebridge.access.Permission.SEE_REACH;

import casebridge.pages.Templates;
import org.casebridge.access.Requires;
import org.casebridge.caseload.Reachers;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.ClientTab;
import org.casebridge.oversight.Restrictions;
import org.casebridge.web.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** Who can reach a client, because of what, until when. It stands here because the reasons do: cases, programmes, teams, coverage. */
@Controller
class ReachController {

    private final Reachers reachers;
    private final Restrictions restrictions;
    private final ClientHeads heads;
    private final Templates pages;

    ReachController(Reachers reachers, Restrictions restrictions, ClientHeads heads, Templates pages) {
        this.reachers = reachers;
        this.restrictions = restrictions;
        this.heads = heads;
        this.pages = pages;
    }

    @Configuration(proxyBeanMethods = false)
    static class Tab {

        @Bean
        ClientTab reachTab() {
            return new ClientTab(85, "/reach", "Who can reach them", SEE_REACH);
        }
    }

    @GetMapping("/clients/{client}/reach")
    @Requires(SEE_REACH)
    View show(@PathVariable ClientId client) {
        return Page.of(pages.caseloadReach(heads.of(client), reachers.oneByOne(client), reachers.byRole(client), restrictions.restricted(client)));
    }
}
