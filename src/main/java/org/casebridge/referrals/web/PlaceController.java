package org.casebridge.referrals.web;

import static org.casebridge.access.Permission.SEND_REFERRALS;

import casebridge.pages.Templates;
import java.time.Clock;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.casebridge.referrals.ClaimId;
import org.casebridge.referrals.Places;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** A bed or slot for one client: offered, taken, given back, or waited for. */
@Controller
@RequestMapping("/clients/{client}/places/{service}")
class PlaceController {

    private final Places places;
    private final Services services;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    PlaceController(Places places, Services services, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.places = places;
        this.services = services;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @Requires(SEND_REFERRALS)
    View show(@PathVariable ClientId client, @PathVariable ServiceId service) {
        var path = path(client, service);
        return Page.of(pages.referralsPlaces(heads.of(client), services.line(service), places.room(client, service), forms.open(WaitForPlace.class, path + "/waiting"), path, clock.instant()));
    }

    @PostMapping("/offer")
    @Requires(SEND_REFERRALS)
    View offer(@PathVariable ClientId client, @PathVariable ServiceId service) {
        places.offer(client, service);
        return Page.at(path(client, service));
    }

    @PostMapping("/waiting")
    @Requires(SEND_REFERRALS)
    View waitFor(@PathVariable ClientId client, @PathVariable ServiceId service, Form<WaitForPlace> form) {
        places.waitFor(client, service, !form.wrong() && form.said().urgent());
        return Page.at(path(client, service));
    }

    @PostMapping("/leaving")
    @Requires(SEND_REFERRALS)
    View leave(@PathVariable ClientId client, @PathVariable ServiceId service) {
        places.leave(client, service);
        return Page.at(path(client, service));
    }

    @PostMapping("/claims/{claim}/taking")
    @Requires(SEND_REFERRALS)
    View take(@PathVariable ClientId client, @PathVariable ServiceId service, @PathVariable ClaimId claim) {
        places.take(client, claim);
        return Page.at(path(client, service));
    }

    @PostMapping("/claims/{claim}/giving-back")
    @Requires(SEND_REFERRALS)
    View giveBack(@PathVariable ClientId client, @PathVariable ServiceId service, @PathVariable ClaimId claim) {
        places.giveBack(client, claim);
        return Page.at(path(client, service));
    }

    private static String path(ClientId client, ServiceId service) {
        return "/clients/" + client.text() + "/places/" + service.text();
    }
}
