package org.casebridge.matching.web;

import static org.casebridge.access.Permission.CHANGE_CLIENTS;
import static org.casebridge.access.Permission.SEND_REFERRALS;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.matching.ClientFacts;
import org.casebridge.matching.Fact;
import org.casebridge.matching.Matches;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Which services fit a client, and what to ask to know it. */
@Controller
class MatchController {

    private final Matches matches;
    private final ClientFacts facts;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    MatchController(Matches matches, ClientFacts facts, ClientHeads heads, Forms forms, Templates pages) {
        this.matches = matches;
        this.facts = facts;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/clients/{client}/matches")
    @Requires(SEND_REFERRALS)
    View matches(@PathVariable ClientId client, @RequestParam(required = false) @Nullable NeedCategory need, @RequestParam(required = false) @Nullable UUID insteadOf,
                 @RequestParam(required = false) @Nullable UUID without) {
        var known = new HashMap<String, List<String>>();
        facts.told(client).forEach(it -> known.put(it.fact().name(), List.of(it.value())));
        return Page.of(page(client, need, insteadOf, without, forms.open(TellFacts.class, known, path(client) + "/facts")));
    }

    /** What was told; blank forgets it. */
    @PostMapping("/clients/{client}/matches/facts")
    @Requires(CHANGE_CLIENTS)
    View tell(@PathVariable ClientId client, Form<TellFacts> form, @RequestParam(required = false) @Nullable NeedCategory need) {
        Map<Fact, String> told = new EnumMap<>(Fact.class);
        for (var fact : Fact.values()) {
            if (fact.told() && form.fields().contains(fact.name())) {
                told.put(fact, form.value(fact.name()));
            }
        }
        return form.did(() -> facts.tell(client, told)) ? Page.at(path(client) + (need == null ? "" : "?need=" + need.name())) : Page.again(page(client, need, null, null, form));
    }

    private JteModel page(ClientId client, @Nullable NeedCategory need, @Nullable UUID insteadOf, @Nullable UUID without, Form<TellFacts> form) {
        return pages.matchingMatches(heads.of(client), matches.of(client, need, without == null ? Set.of() : Set.of(without)), facts.of(client), form, need, insteadOf == null ? null : insteadOf.toString());
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/matches";
    }
}
