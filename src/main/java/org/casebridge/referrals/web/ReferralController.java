package org.casebridge.referrals.web;

import static org.casebridge.access.Permission.RECORD_REFERRAL_ANSWERS;
import static org.casebridge.access.Permission.SEE_REFERRALS;
import static org.casebridge.access.Permission.SEND_REFERRALS;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.careplans.CarePlans;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Households;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.ServiceSearch;
import org.casebridge.directory.Services;
import org.casebridge.referrals.Packets;
import org.casebridge.referrals.ReferralConsents;
import org.casebridge.referrals.ReferralId;
import org.casebridge.referrals.ReferralLine;
import org.casebridge.referrals.RealityBoard;
import org.casebridge.referrals.Referrals;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Referring a client, and following what comes of it. */
@Controller
class ReferralController {

    private final Referrals referrals;
    private final Services services;
    private final CarePlans plans;
    private final CaseFiles cases;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final ReferralSheets sheets;
    private final ReferralConsents consents;
    private final ClientHome homes;
    private final Packets packets;
    private final RealityBoard board;
    private final Households households;

    ReferralController(Referrals referrals, Services services, CarePlans plans, CaseFiles cases, ClientHeads heads, Forms forms, Templates pages, ReferralSheets sheets, ReferralConsents consents, ClientHome homes, Packets packets, Households households, RealityBoard board) {
        this.board = board;
        this.packets = packets;
        this.households = households;
        this.referrals = referrals;
        this.services = services;
        this.plans = plans;
        this.cases = cases;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.sheets = sheets;
        this.consents = consents;
        this.homes = homes;
    }

    /** One's own open referrals, what is due first; who assigns cases may see everybody's, and starts there when nobody is theirs. */
    @GetMapping("/referrals")
    @Requires(SEE_REFERRALS)
    View mine(@RequestParam(required = false) @Nullable Boolean all, @RequestParam(required = false) @Nullable Boolean late) {
        var everybodys = cases.everybodys(all);
        var zone = Actor.current().zone();
        var lines = (everybodys ? referrals.openOfAll() : referrals.openOf(Actor.current().account())).stream()
                .filter(it -> !Boolean.TRUE.equals(late) || it.escalated(sheets.today(), zone))
                .sorted(Comparator.comparing((ReferralLine it) -> it.due(zone), Comparator.nullsLast(Comparator.naturalOrder()))).toList();
        Here.shows(lines.stream().map(ReferralLine::clientId).distinct().toList());
        return Page.of(pages.referralsMine(lines, everybodys, Boolean.TRUE.equals(late), sheets.today()));
    }

    @GetMapping("/clients/{client}/referrals")
    @Requires(SEE_REFERRALS)
    View of(@PathVariable ClientId client) {
        return Page.of(pages.referralsList(heads.of(client), referrals.of(client), sheets.today()));
    }

    @GetMapping("/clients/{client}/referrals/new")
    @Requires(SEND_REFERRALS)
    View find(@PathVariable ClientId client, Form<ServiceSearch> form) {
        var search = form.wrong() ? ServiceSearch.everything() : form.said();
        var model = pages.referralsFind(heads.of(client), form, services.search(search, homes.of(client)), search.need());
        return form.wrong() ? Page.again(model) : Page.of(model);
    }

    @GetMapping("/clients/{client}/referrals/new/{service}")
    @Requires(SEND_REFERRALS)
    View blank(@PathVariable ClientId client, @PathVariable ServiceId service, @RequestParam(required = false) @Nullable NeedCategory need,
               @RequestParam(required = false) @Nullable ReferralId insteadOf, @RequestParam(required = false) @Nullable ReferralId partOf) {
        var known = new java.util.HashMap<String, List<String>>(Map.of("urgency", List.of("ROUTINE")));
        if (need != null) {
            known.put("need", List.of(need.name()));
        }
        if (insteadOf != null) {
            known.put("insteadOf", List.of(insteadOf.text()));
        }
        if (partOf != null) {
            known.put("partOf", List.of(partOf.text()));
        }
        return Page.of(form(client, service, forms.open(SendReferral.class, known, path(client, service)), null));
    }

    /** What would leave with what is chosen now; nothing is sent. */
    @PostMapping("/clients/{client}/referrals/new/{service}/preview")
    @Requires(SEND_REFERRALS)
    View preview(@PathVariable ClientId client, @PathVariable ServiceId service, Form<SendReferral> form) {
        var line = services.line(service);
        var parts = form.values("parts").stream().flatMap(it -> Packets.OFFERED.stream().filter(part -> part.name().equals(it))).collect(java.util.stream.Collectors.toSet());
        var typed = form.fields().stream().collect(java.util.stream.Collectors.toMap(it -> it, form::values));
        return Page.of(form(client, service, forms.open(SendReferral.class, typed, path(client, service)), packets.preview(client, line.organization().value(), line.organizationName(), parts)));
    }

    @PostMapping("/clients/{client}/referrals/new/{service}")
    @Requires(SEND_REFERRALS)
    View send(@PathVariable ClientId client, @PathVariable ServiceId service, Form<SendReferral> form) {
        var sent = form.attempt(() -> referrals.send(client, service, form.said().said()));
        return sent == null ? Page.again(form(client, service, form, null)) : Page.at(ReferralSheets.path(client, sent.id()));
    }

    @GetMapping("/clients/{client}/referrals/{referral}")
    @Requires(SEE_REFERRALS)
    View show(@PathVariable ClientId client, @PathVariable ReferralId referral) {
        return Page.of(sheets.sheet(client, referral));
    }

    @PostMapping("/clients/{client}/referrals/{referral}/steps")
    @Requires(RECORD_REFERRAL_ANSWERS)
    View step(@PathVariable ClientId client, @PathVariable ReferralId referral, Form<TakeReferralStep> form) {
        if (!form.did(() -> referrals.step(client, referral, form.said().next(), form.said().cause(), form.said().why()))) {
            return Page.again(sheets.again(client, referral, TakeReferralStep.class, form));
        }
        return Page.at(ReferralSheets.path(client, referral));
    }

    @PostMapping("/clients/{client}/referrals/{referral}/outcome")
    @Requires(RECORD_REFERRAL_ANSWERS)
    View confirm(@PathVariable ClientId client, @PathVariable ReferralId referral, Form<ConfirmOutcome> form) {
        if (!form.did(() -> referrals.confirm(client, referral, form.said().outcome(), form.said().on(), form.said().told() == null ? "" : form.said().told(), form.said().askAgainOn()))) {
            return Page.again(sheets.again(client, referral, ConfirmOutcome.class, form));
        }
        return Page.at(ReferralSheets.path(client, referral));
    }

    /** The worker has read that it was declined: it leaves My day, and the search for another service opens. */
    @PostMapping("/clients/{client}/referrals/{referral}/noting")
    @Requires(RECORD_REFERRAL_ANSWERS)
    View note(@PathVariable ClientId client, @PathVariable ReferralId referral) {
        referrals.note(client, referral);
        return Page.at("/clients/" + client.text() + "/referrals/new?need=" + referrals.get(client, referral).need().name());
    }

    @PostMapping("/clients/{client}/referrals/{referral}/undoing")
    @Requires(RECORD_REFERRAL_ANSWERS)
    View undo(@PathVariable ClientId client, @PathVariable ReferralId referral, Form<UndoReferralStep> form) {
        if (!form.did(() -> referrals.undo(client, referral, form.said().why()))) {
            return Page.again(sheets.again(client, referral, UndoReferralStep.class, form));
        }
        return Page.at(ReferralSheets.path(client, referral));
    }

    private JteModel form(ClientId client, ServiceId service, Form<SendReferral> form, Packets.@Nullable Packet packet) {
        var goals = plans.goalsOf(client).stream().map(it -> new Option(it.id().text(), it.words())).toList();
        var line = services.line(service);
        var household = households.of(client);
        Here.shows(household.clients());
        return pages.referralsSend(heads.of(client), line, form, goals, consents.covering(client, line.organization().value(), line.organizationName()),
                household.members().stream().filter(it -> !client.equals(it.client())).map(it -> new Option(it.name(), it.name())).toList(), packet,
                board.warnings(service, null), path(client, service));
    }

    private static String path(ClientId client, ServiceId service) {
        return "/clients/" + client.text() + "/referrals/new/" + service.text();
    }
}
