package org.casebridge.clients.web;

import static org.casebridge.access.Permission.CHANGE_CLIENTS;

import casebridge.pages.Templates;
import java.util.List;
import java.util.Objects;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.ClientSearch;
import org.casebridge.clients.FoundClient;
import org.casebridge.clients.Household;
import org.casebridge.clients.HouseholdRole;
import org.casebridge.clients.Households;
import org.casebridge.clients.MemberId;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who lives with a client. */
@Controller
class HouseholdController {

    private static final int MOST = 8;

    private final Households households;
    private final ClientSearch search;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    HouseholdController(Households households, ClientSearch search, ClientHeads heads, Forms forms, Templates pages) {
        this.households = households;
        this.search = search;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    /** {@code search} looks for another client who lives there. */
    @GetMapping("/clients/{client}/household")
    @Requires(CHANGE_CLIENTS)
    View show(@PathVariable ClientId client, @RequestParam(name = "search", defaultValue = "") String typed) {
        return Page.of(pages.clientsHousehold(heads.of(client), shown(households.of(client)), forms.open(LiveWith.class, action(client)), typed, found(client, typed)));
    }

    @PostMapping("/clients/{client}/household/members")
    @Requires(CHANGE_CLIENTS)
    View join(@PathVariable ClientId client, Form<LiveWith> form) {
        var head = heads.of(client);
        if (!form.wrong()) {
            form.attempt(() -> {
                var said = form.said();
                var role = Objects.requireNonNull(said.role());
                if (said.other() != null) {
                    households.join(client, said.other(), role);
                } else {
                    households.join(client, Rows.text(said.name()), said.bornOn(), role);
                }
                return true;
            });
        }
        return form.wrong() ? Page.again(pages.clientsHousehold(head, shown(households.of(client)), form, "", List.of())) : back(client);
    }

    @PostMapping("/clients/{client}/household/members/{member}")
    @Requires(CHANGE_CLIENTS)
    View become(@PathVariable ClientId client, @PathVariable MemberId member, @RequestParam HouseholdRole role) {
        households.become(client, member, role);
        return back(client);
    }

    @PostMapping("/clients/{client}/household/members/{member}/departure")
    @Requires(CHANGE_CLIENTS)
    View leave(@PathVariable ClientId client, @PathVariable MemberId member) {
        households.leave(client, member);
        return back(client);
    }

    private List<FoundClient> found(ClientId client, String typed) {
        if (typed.isBlank()) {
            return List.of();
        }
        var found = search.find(typed, MOST).stream().filter(it -> !it.line().id().equals(client)).limit(MOST).toList();
        Here.shows(found.stream().map(it -> it.line().id()).toList());
        return found;
    }

    /** Whoever sees a household has looked at all in it who are clients. */
    static Household shown(Household household) {
        Here.shows(household.clients());
        return household;
    }

    private static String action(ClientId client) {
        return "/clients/" + client.text() + "/household/members";
    }

    private static View back(ClientId client) {
        return Page.at("/clients/" + client.text() + "/household");
    }
}
