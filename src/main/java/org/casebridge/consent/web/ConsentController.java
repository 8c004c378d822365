package org.casebridge.consent.web;

import static org.casebridge.access.Permission.RECORD_CONSENTS;
import static org.casebridge.access.Permission.SEE_CONSENTS;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.consent.ConsentId;
import org.casebridge.consent.Consents;
import org.casebridge.consent.Disclosures;
import org.casebridge.consent.Outside;
import org.casebridge.consent.Part;
import org.casebridge.consent.Piece;
import org.casebridge.consent.Release;
import org.casebridge.consent.RevokeConsent;
import org.casebridge.consent.ScopeWords;
import org.casebridge.consent.SignedPapers;
import org.casebridge.consent.Way;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A client's consents: all of them, one of them, a new one, and taking one back. */
@Controller
class ConsentController {

    private final Consents consents;
    private final ConsentStart starts;
    private final Disclosures disclosures;
    private final ObjectProvider<SignedPapers> papers;
    private final Clients clients;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    ConsentController(Consents consents, ConsentStart starts, Disclosures disclosures, ObjectProvider<SignedPapers> papers, Clients clients, ClientHeads heads, Forms forms,
                      Templates pages) {
        this.consents = consents;
        this.starts = starts;
        this.disclosures = disclosures;
        this.papers = papers;
        this.clients = clients;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/clients/{client}/consents")
    @Requires(SEE_CONSENTS)
    View list(@PathVariable ClientId client) {
        return Page.of(pages.consentList(heads.of(client), consents.of(client), clients.get(client).about().bornOn(), starts.today()));
    }

    /** With an organization, the form begins with its name; with a consent to replace, with what that one says. */
    @GetMapping("/clients/{client}/consents/new")
    @Requires(RECORD_CONSENTS)
    View blank(@PathVariable ClientId client, @RequestParam(required = false) @Nullable UUID organization, @RequestParam(defaultValue = "") String recipient,
               @RequestParam(required = false) @Nullable ConsentId replaces) {
        var person = clients.get(client);
        var known = replaces == null ? starts.fresh(person, organization, recipient) : starts.again(person, consents.get(client, replaces));
        return Page.of(sheet(client, forms.open(RecordConsent.class, known, path(client))));
    }

    @PostMapping("/clients/{client}/consents")
    @Requires(RECORD_CONSENTS)
    View record(@PathVariable ClientId client, Form<RecordConsent> form) {
        if (!form.wrong()) {
            for (var element : consents.missing(client, form.said().said())) {
                form.refuse(element.field(), "{what} ({law})", element, element.law());
            }
        }
        var recorded = form.attempt(() -> consents.record(client, form.said().said()));
        return recorded == null ? Page.again(sheet(client, form)) : Page.at(recorded.path());
    }

    @GetMapping("/clients/{client}/consents/{consent}")
    @Requires(SEE_CONSENTS)
    View show(@PathVariable ClientId client, @PathVariable ConsentId consent) {
        return Page.of(show(client, consent, forms.open(RevokeConsent.class, at(client, consent) + "/revocation"), forms.open(EventHappened.class, at(client, consent) + "/end")));
    }

    @PostMapping("/clients/{client}/consents/{consent}/revocation")
    @Requires(RECORD_CONSENTS)
    View revoke(@PathVariable ClientId client, @PathVariable ConsentId consent, Form<RevokeConsent> form) {
        return form.did(() -> consents.revoke(client, consent, form.said())) ? Page.at(at(client, consent))
                : Page.again(show(client, consent, form, forms.open(EventHappened.class, at(client, consent) + "/end")));
    }

    @PostMapping("/clients/{client}/consents/{consent}/end")
    @Requires(RECORD_CONSENTS)
    View happened(@PathVariable ClientId client, @PathVariable ConsentId consent, Form<EventHappened> form) {
        return form.did(() -> consents.happened(client, consent, form.said().on())) ? Page.at(at(client, consent))
                : Page.again(show(client, consent, forms.open(RevokeConsent.class, at(client, consent) + "/revocation"), form));
    }

    /** The client's own copy (45 CFR 164.508(c)(4)), in the language it was read in where Casebridge speaks it, else in English. */
    @GetMapping("/clients/{client}/consents/{consent}/print")
    @Requires(SEE_CONSENTS)
    View print(@PathVariable ClientId client, @PathVariable ConsentId consent, @RequestParam(defaultValue = "") String language) {
        var found = consents.get(client, consent);
        var said = Locale.forLanguageTag(language.isBlank() ? found.signature().language() : language);
        var spoken = said.getLanguage().equals("es") ? said : Locale.ENGLISH;
        var person = clients.get(client);
        var copy = Piece.of(Part.CONSENTS, found.id().value(), found.signature().on(), ScopeWords.of(found), List.of());
        return Outside.page(disclosures.release(client, Release.toClient(person.name(), Set.of(Part.CONSENTS), Way.PRINT), List.of(copy)), spoken, pages.consentCopy(person, found));
    }

    private JteModel sheet(ClientId client, Form<RecordConsent> form) {
        return pages.consentRecord(heads.of(client), form, path(client));
    }

    private JteModel show(ClientId client, ConsentId id, Form<RevokeConsent> revoke, Form<EventHappened> happened) {
        var found = consents.get(client, id);
        var signed = papers.stream().flatMap(it -> it.of(client, id).stream()).toList();
        return pages.consentShow(heads.of(client), found, found.state(clients.get(client).about().bornOn(), starts.today()), signed, revoke, happened);
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/consents";
    }

    private static String at(ClientId client, ConsentId consent) {
        return path(client) + "/" + consent.text();
    }
}
