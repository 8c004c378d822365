package org.casebridge.careplans.web;

import static org.casebridge.access.Permission.PLAN;
import static org.casebridge.careplans.web.PlanController.at;

import casebridge.pages.Templates;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.careplans.Conference;
import org.casebridge.careplans.Conferences;
import org.casebridge.careplans.Invitees;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The invitation to a case conference on paper, in the language of whom it names. */
@Controller
class ConferenceInvitationController {

    private final Conferences conferences;
    private final Invitees invitees;
    private final Accounts accounts;
    private final Clients clients;
    private final Templates pages;

    ConferenceInvitationController(Conferences conferences, Invitees invitees, Accounts accounts, Clients clients, Templates pages) {
        this.conferences = conferences;
        this.invitees = invitees;
        this.accounts = accounts;
        this.clients = clients;
        this.pages = pages;
    }

    /** For the one who stands in that line of the list. Says when and where, and nothing of the record but whose plan it is. {@code language} is asked for where that person's is not known, or to have the other. */
    @GetMapping("/clients/{client}/plan/conferences/{conference}/invitation")
    @Requires(PLAN)
    View show(@PathVariable ClientId client, @PathVariable UUID conference, @RequestParam(defaultValue = "0") int line, @RequestParam(required = false) @Nullable String language) {
        var person = clients.get(client);
        var found = conferences.get(client, conference);
        var all = invitees.of(found);
        if (found.status() != Conference.Status.PLANNED || line < 0 || line >= all.size()) {
            throw Refused.notFound("There is no invitation to this meeting.");
        }
        var invited = all.get(line);
        var me = accounts.get(Actor.current().account());
        var in = language == null ? invitees.language(invited, person).orElse(Say.locale()) : Say.spoken(List.of(language));
        return Page.in(in, pages.careplansInvitation(person.name(), invitees.own(invited, person), found, invited.name(), me.name(), me.agencyName(), at(client) + "/conferences/" + conference, line));
    }
}
