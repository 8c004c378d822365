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
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.ServiceSearch;
import org.casebridge.directory.Services;
import org.casebridge.referrals.ReferralConsents;
import org.casebridge.referrals.ReferralId;
import org.casebridge.referrals.ReferralLine;
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

    ReferralController(Referrals referrals, Services services, CarePlans plans, CaseFiles cases, ClientHeads heads, Forms forms, Templates pages, ReferralSheets sheets, ReferralConsents consents, ClientHome homes) {
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
    View mine(@RequestParam(required = false) @Nullable Boolean all) {
        var everybodys = cases.everybodys(all);
        var zone = Actor.current().zone();
        var lines = (everybodys ? referrals.openOfAll() : referrals.openOf(Actor.current().account())).stream()
                .sorted(Comparator.comparing((ReferralLine it) -> it.due(zone), Comparator.nullsLast(Comparator.naturalOrder()))).toList();
        Here.shows(lines.stream().map(ReferralLine::clientId).distinct().toList());
        return Page.of(pages.referralsMine(lines, everybodys, sheets.today()));
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
    View blank(@PathVariable ClientId client, @PathVariable ServiceId service, @RequestParam(required = false) @Nullable NeedCategory need) {
        Map<String, List<String>> known = need == null ? Map.of("urgency", List.of("ROUTINE")) : Map.of("need", List.of(need.name()), "urgency", List.of("ROUTINE"));
        return Page.of(form(client, service, forms.open(SendReferral.class, known, path(client, service))));
    }

    @PostMapping("/clients/{client}/referrals/new/{service}")
    @Requires(SEND_REFERRALS)
    View send(@PathVariable ClientId client, @PathVariable ServiceId service, Form<SendReferral> form) {
        var sent = form.attempt(() -> referrals.send(client, service, form.said().said()));
        return sent == null ? Page.again(form(client, service, form)) : Page.at(ReferralSheets.path(client, sent.id()));
    }

    @GetMapping("/clients/{client}/referrals/{referral}")
    @Requires(SEE_REFERRALS)
    View show(@PathVariable ClientId client, @PathVariable ReferralId referral) {
        return Page.of(sheets.sheet(client, referral));
    }

    @PostMapping("/clients/{client}/referrals/{referral}/steps")
    @Requires(RECORD_REFERRAL_ANSWERS)
    View step(@PathVariable ClientId client, @PathVariable ReferralId referral, Form<TakeReferralStep> form) {
        if (!form.did(() -> referrals.step(client, referral, form.said().next(), form.said().why()))) {
            return Page.again(sheets.stepAgain(client, referral, form));
        }
        return Page.at(ReferralSheets.path(client, referral));
    }

    @PostMapping("/clients/{client}/referrals/{referral}/outcome")
    @Requires(RECORD_REFERRAL_ANSWERS)
    View confirm(@PathVariable ClientId client, @PathVariable ReferralId referral, Form<ConfirmOutcome> form) {
        if (!form.did(() -> referrals.confirm(client, referral, form.said().outcome(), form.said().on(), form.said().told() == null ? "" : form.said().told()))) {
            return Page.again(sheets.outcomeAgain(client, referral, form));
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
            return Page.again(sheets.undoAgain(client, referral, form));
        }
        return Page.at(ReferralSheets.path(client, referral));
    }

    private JteModel form(ClientId client, ServiceId service, Form<SendReferral> form) {
        var goals = plans.goalsOf(client).stream().map(it -> new Option(it.id().text(), it.words())).toList();
        var line = services.line(service);
        return pages.referralsSend(heads.of(client), line, form, goals, consents.covering(client, line.organization().value(), line.organizationName()), path(client, service));
    }

    private static String path(ClientId client, ServiceId service) {
        return "/clients/" + client.text() + "/referrals/new/" + service.text();
    }
}
