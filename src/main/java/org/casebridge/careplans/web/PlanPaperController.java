package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.SEE_PLANS;
import static org.casebridge.careplans.web.PlanController.at;

import casebridge.pages.Templates;
import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.careplans.CarePlan;
import org.casebridge.careplans.CarePlans;
import org.casebridge.careplans.Goals;
import org.casebridge.careplans.PlanId;
import org.casebridge.careplans.PlanReading;
import org.casebridge.careplans.PlanTranslations;
import org.casebridge.careplans.Signing;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.consent.Disclosures;
import org.casebridge.consent.Outside;
import org.casebridge.consent.Part;
import org.casebridge.consent.Piece;
import org.casebridge.consent.Release;
import org.casebridge.consent.Released;
import org.casebridge.consent.Way;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One version to read: for the team, beside the version before, and on paper for the client, which never shows what is for the team alone. */
@Controller
@RequestMapping("/clients/{client}/plan/versions/{plan}")
class PlanPaperController {

    private final CarePlans plans;
    private final PlanReading reading;
    private final Signing signing;
    private final PlanTranslations translations;
    private final Goals goals;
    private final Clients clients;
    private final Disclosures disclosures;
    private final ClientHeads heads;
    private final Templates pages;
    private final Clock clock;

    PlanPaperController(CarePlans plans, PlanReading reading, Signing signing, PlanTranslations translations, Goals goals, Clients clients, Disclosures disclosures, ClientHeads heads, Templates pages, Clock clock) {
        this.plans = plans;
        this.reading = reading;
        this.signing = signing;
        this.translations = translations;
        this.goals = goals;
        this.clients = clients;
        this.disclosures = disclosures;
        this.heads = heads;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    @Requires(SEE_PLANS)
    View version(@PathVariable ClientId client, @PathVariable PlanId plan) {
        var head = heads.of(client);
        var found = plans.get(client, plan);
        var all = plans.goals(found);
        var parts = reading.parts(found);
        return Page.of(pages.careplansVersion(head, found, all, plans.changes(found), parts, signing.of(found), PlanReading.hash(found, all, parts), today()));
    }

    @GetMapping("/beside")
    @Requires(SEE_PLANS)
    View beside(@PathVariable ClientId client, @PathVariable PlanId plan) {
        var head = heads.of(client);
        var found = plans.get(client, plan);
        var before = reading.before(found);
        return before.isEmpty() ? Page.at(at(client) + "/versions/" + plan.text()) : Page.of(pages.careplansBeside(head, before.get(), found, reading.beside(before.get(), found)));
    }

    @GetMapping("/team")
    @Requires(SEE_PLANS)
    View team(@PathVariable ClientId client, @PathVariable PlanId plan) {
        var head = heads.of(client);
        var found = plans.get(client, plan);
        return Page.of(pages.careplansTeam(head, found, plans.goals(found), reading.parts(found), goals.barriers(client), today()));
    }

    /** In the client's language where Casebridge speaks it, else in English; {@code both}: English and Spanish side by side. */
    @GetMapping("/print")
    @Requires(SEE_PLANS)
    View print(@PathVariable ClientId client, @PathVariable PlanId plan, @RequestParam(defaultValue = "false") boolean both, @RequestParam(defaultValue = "false") boolean large) {
        var found = plans.get(client, plan);
        return Outside.page(release(client, found, Way.PRINT), language(client), page(client, found, both, large, at(client)));
    }

    /** The same as an accessible PDF file; a post, as a file leaves the house. */
    @PostMapping("/print")
    @Requires(SEE_PLANS)
    View file(@PathVariable ClientId client, @PathVariable PlanId plan, @RequestParam(defaultValue = "false") boolean both, @RequestParam(defaultValue = "false") boolean large) {
        heads.of(client);
        var found = plans.get(client, plan);
        return Outside.accessible(release(client, found, Way.PDF), language(client), page(client, found, both, large, null));
    }

    private JteModel page(ClientId client, CarePlan plan, boolean both, boolean large, @org.jspecify.annotations.Nullable String back) {
        var name = clients.get(client).name();
        var all = plans.goals(plan);
        var parts = reading.parts(plan);
        var papers = signing.of(plan);
        var hash = PlanReading.hash(plan, all, parts);
        var languages = both ? List.of(Locale.ENGLISH, Locale.of("es")) : List.of(language(client));
        var texts = languages.stream().<Content>map(it -> {
            var words = translations.of(plan, it);
            return out -> Say.<Boolean, RuntimeException>in(it, () -> {
                pages.careplansClientplan(name, plan, all, parts.forClient(), papers, hash, words).render(out);
                return true;
            });
        }).toList();
        return pages.careplansPrint(name, texts, languages, large, back);
    }

    private Locale language(ClientId client) {
        return Say.spoken(clients.get(client).about().languages());
    }

    private Released release(ClientId client, CarePlan plan, Way way) {
        var copy = Piece.of(Part.PLAN, plan.id().value(), plan.agreedOn(), Say.say("My plan"), List.of());
        return disclosures.release(client, Release.toClient(clients.get(client).name(), Set.of(Part.PLAN), way), List.of(copy));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
