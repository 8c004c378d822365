package org.casebridge.monitoring.web;

import static org.casebridge.access.Permission.SEE_CONTACTS;

import casebridge.pages.Templates;
import java.time.Clock;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.Contacts;
import org.casebridge.messaging.SafeContacts;
import org.casebridge.monitoring.Briefs;
import org.casebridge.monitoring.SinceLooked;
import org.casebridge.monitoring.Radar;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** The brief before a visit; and that somebody read what is new. */
@Controller
class BriefController {

    private final Briefs briefs;
    private final SinceLooked looks;
    private final Radar radar;
    private final Contacts contacts;
    private final SafeContacts safe;
    private final ClientHeads heads;
    private final Templates pages;
    private final Clock clock;

    BriefController(Briefs briefs, SinceLooked looks, Radar radar, Contacts contacts, SafeContacts safe, ClientHeads heads, Templates pages, Clock clock) {
        this.briefs = briefs;
        this.looks = looks;
        this.radar = radar;
        this.contacts = contacts;
        this.safe = safe;
        this.heads = heads;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/brief")
    @Requires(SEE_CONTACTS)
    View brief(@PathVariable ClientId client) {
        return Page.of(pages.monitoringBrief(heads.of(client), briefs.of(client), safe.safeNow(client, clock.instant()), contacts.callName(client), radar.today()));
    }

    /** The same on paper. */
    @GetMapping("/clients/{client}/brief/print")
    @Requires(SEE_CONTACTS)
    View print(@PathVariable ClientId client) {
        return Page.of(pages.monitoringBriefprint(heads.of(client), briefs.of(client), safe.safeNow(client, clock.instant()), contacts.callName(client), radar.today()));
    }

    @PostMapping("/clients/{client}/looks")
    @Requires(SEE_CONTACTS)
    View looked(@PathVariable ClientId client) {
        heads.of(client);
        looks.seen(client);
        return Page.at("/clients/" + client.text());
    }
}
