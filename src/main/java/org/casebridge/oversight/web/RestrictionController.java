package org.casebridge.oversight.web;

import static org.casebridge.access.Permission.KEEP_RESTRICTIONS;
import static org.casebridge.access.Permission.RESTRICT_RECORDS;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHead;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.oversight.LiftRestriction;
import org.casebridge.oversight.NamePerson;
import org.casebridge.oversight.RestrictRecord;
import org.casebridge.oversight.Restriction;
import org.casebridge.oversight.Restrictions;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Shutting a record to all but a few, who they are, and opening it again. */
@Controller
class RestrictionController {

    private static final int HALF_A_YEAR = 6;

    private final Restrictions restrictions;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    RestrictionController(Restrictions restrictions, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.restrictions = restrictions;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/restrictions")
    @Requires(KEEP_RESTRICTIONS)
    View all() {
        var all = restrictions.all();
        Here.shows(all.stream().map(Restriction.Line::client).toList());
        return Page.of(pages.oversightRestrictions(all));
    }

    @GetMapping("/clients/{client}/restriction")
    @Requires(RESTRICT_RECORDS)
    View show(@PathVariable ClientId client) {
        var head = heads.of(client);
        if (restrictions.restricted(client)) {
            return Page.of(restricted(head, forms.open(NamePerson.class, path(head) + "/people"), forms.open(LiftRestriction.class, path(head) + "/lifting")));
        }
        var again = LocalDate.now(clock.withZone(Actor.current().zone())).plusMonths(HALF_A_YEAR).toString();
        return Page.of(open(head, forms.open(RestrictRecord.class,
                Map.of("people", restrictions.suggested(client).stream().map(AccountId::text).toList(), "lookAgainOn", List.of(again)), path(head))));
    }

    @PostMapping("/clients/{client}/restriction")
    @Requires(RESTRICT_RECORDS)
    View mark(@PathVariable ClientId client, Form<RestrictRecord> form) {
        var head = heads.of(client);
        if (!form.did(() -> restrictions.mark(client, form.said()))) {
            return Page.again(open(head, form));
        }
        return Page.at(Actor.current().may(KEEP_RESTRICTIONS) ? path(head) : "/clients");
    }

    @PostMapping("/clients/{client}/restriction/people")
    @Requires(KEEP_RESTRICTIONS)
    View name(@PathVariable ClientId client, Form<NamePerson> form) {
        var head = heads.of(client);
        return form.did(() -> restrictions.name(client, form.said())) ? Page.at(path(head))
                : Page.again(restricted(head, form, forms.open(LiftRestriction.class, path(head) + "/lifting")));
    }

    @PostMapping("/clients/{client}/restriction/people/{person}/removal")
    @Requires(KEEP_RESTRICTIONS)
    View forget(@PathVariable ClientId client, @PathVariable AccountId person) {
        restrictions.forget(client, person);
        return Page.at("/clients/" + client.text() + "/restriction");
    }

    @PostMapping("/clients/{client}/restriction/lifting")
    @Requires(value = KEEP_RESTRICTIONS, stepUp = true)
    View lift(@PathVariable ClientId client, Form<LiftRestriction> form) {
        var head = heads.of(client);
        return form.did(() -> restrictions.lift(client, form.said())) ? Page.at(path(head))
                : Page.again(restricted(head, forms.open(NamePerson.class, path(head) + "/people"), form));
    }

    private JteModel open(ClientHead head, Form<RestrictRecord> form) {
        return pages.oversightRestrict(head, form, Option.of(Restriction.Reason.values()), people(), restrictions.lifted(head.id()));
    }

    private JteModel restricted(ClientHead head, Form<NamePerson> name, Form<LiftRestriction> lift) {
        var keeps = Actor.current().may(KEEP_RESTRICTIONS);
        return pages.oversightRestriction(head, restrictions.inForce(head.id()).orElse(null), restrictions.named(head.id()), keeps ? restrictions.twins(head.id()) : List.of(), keeps, people(), name, lift);
    }

    private List<Option> people() {
        return restrictions.offered().stream().map(it -> new Option(it.id().text(), it.name())).toList();
    }

    private static String path(ClientHead head) {
        return head.path() + "/restriction";
    }
}
