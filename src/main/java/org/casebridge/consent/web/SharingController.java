package org.casebridge.consent.web;

import static org.casebridge.access.Permission.SEE_CONSENTS;
import static org.casebridge.access.Permission.SHARE_RECORDS;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.consent.Accounting;
import org.casebridge.consent.Consents;
import org.casebridge.consent.DataClass;
import org.casebridge.consent.Designation;
import org.casebridge.consent.Disclosures;
import org.casebridge.consent.Envelope;
import org.casebridge.consent.Labels;
import org.casebridge.consent.Outside;
import org.casebridge.consent.Preview;
import org.casebridge.consent.Recipient;
import org.casebridge.consent.Release;
import org.casebridge.consent.Way;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Looking at what would leave, letting it leave, and the account of what left. */
@Controller
class SharingController {

    private final Disclosures disclosures;
    private final Accounting accounting;
    private final Consents consents;
    private final Labels labels;
    private final List<Envelope> envelopes;
    private final Clients clients;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    SharingController(Disclosures disclosures, Accounting accounting, Consents consents, Labels labels, List<Envelope> envelopes, Clients clients, ClientHeads heads, Forms forms,
                      Templates pages) {
        this.disclosures = disclosures;
        this.accounting = accounting;
        this.consents = consents;
        this.labels = labels;
        this.envelopes = envelopes.stream().sorted(Comparator.comparing(Envelope::way)).toList();
        this.clients = clients;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/clients/{client}/sharing")
    @Requires(SHARE_RECORDS)
    View begin(@PathVariable ClientId client) {
        return Page.of(page(client, forms.open(ShareRecord.class, Map.of("kind", List.of("ORGANIZATION"), "basis", List.of("CONSENT"), "standing", List.of("OTHER")),
                path(client) + "/preview"), null));
    }

    /** By POST, so that the recipient's name stands in no address. */
    @PostMapping("/clients/{client}/sharing/preview")
    @Requires(SHARE_RECORDS)
    View preview(@PathVariable ClientId client, Form<ShareRecord> form) {
        var preview = form.attempt(() -> disclosures.preview(client, form.said().said(clients.get(client).name())));
        return preview == null ? Page.again(page(client, form, null)) : Page.of(page(client, form, preview));
    }

    /** Lets it leave. A copy for the client is in their language. */
    @PostMapping("/clients/{client}/sharing")
    @Requires(value = SHARE_RECORDS, stepUp = true)
    View release(@PathVariable ClientId client, Form<ShareRecord> form) {
        var sent = form.attempt(() -> send(client, form.said()));
        return sent == null ? Page.again(page(client, form, null)) : sent;
    }

    private Outside send(ClientId client, ShareRecord said) {
        var person = clients.get(client);
        var release = said.said(person.name());
        if (release.way() == Way.ELSEWHERE) {
            disclosures.release(client, release);
            return Outside.at("/clients/" + client.text() + "/disclosures");
        }
        if (release.recipient().kind() == Recipient.Kind.CLIENT) {
            return Say.<Outside, RuntimeException>in(language(client), () -> out(client, release));
        }
        return out(client, release);
    }

    private Outside out(ClientId client, Release release) {
        if (release.way() == Way.PRINT) {
            var released = disclosures.release(client, release);
            return Outside.page(released, Say.locale(), pages.consentPaper(released, path(client)));
        }
        var envelope = envelopes.stream().filter(it -> it.way() == release.way()).findFirst()
                .orElseThrow(() -> Refused.invalid("It cannot leave this way. Choose another.").at("way"));
        return Outside.export(disclosures, client, release, envelope);
    }

    /** Marks a row as more, or no more, than the general record. */
    @PostMapping("/clients/{client}/sharing/labels/{row}")
    @Requires(SHARE_RECORDS)
    View mark(@PathVariable ClientId client, @PathVariable UUID row, @RequestParam(required = false) @Nullable List<DataClass> classes) {
        labels.mark(client, row, classes == null || classes.isEmpty() ? Set.of() : EnumSet.copyOf(classes));
        return Page.at(path(client));
    }

    @GetMapping("/clients/{client}/disclosures")
    @Requires(SEE_CONSENTS)
    View account(@PathVariable ClientId client) {
        return Page.of(pages.consentAccount(heads.of(client), accounting.of(client)));
    }

    /** The account as the client gets it, in their language: on paper by way of a file. */
    @PostMapping("/clients/{client}/disclosures/copy")
    @Requires(SEE_CONSENTS)
    View copy(@PathVariable ClientId client) {
        var pdf = envelopes.stream().filter(it -> it.way() == Way.PDF).findFirst().orElseThrow();
        return Say.<Outside, RuntimeException>in(language(client), () -> Outside.file(accounting.copy(client, Way.PDF), pdf));
    }

    /** The client's own, where Casebridge speaks it. */
    private Locale language(ClientId client) {
        return Say.spoken(clients.get(client).about().languages());
    }

    private JteModel page(ClientId client, Form<ShareRecord> form, @Nullable Preview preview) {
        var names = consents.of(client).stream().filter(it -> it.designation().kind() != Designation.Kind.TREATING).map(it -> it.designation().name()).distinct().toList();
        var ways = java.util.stream.Stream.concat(envelopes.stream().map(Envelope::way), java.util.stream.Stream.of(Way.PRINT, Way.ELSEWHERE)).sorted().toList();
        return pages.consentSharing(heads.of(client), form, preview, names, ways, path(client));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/sharing";
    }
}
