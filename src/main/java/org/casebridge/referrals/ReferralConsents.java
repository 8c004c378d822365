package org.casebridge.referrals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.consent.Aim;
import org.casebridge.consent.Consent;
import org.casebridge.consent.ConsentEvent;
import org.casebridge.consent.Consents;
import org.casebridge.consent.DataClass;
import org.casebridge.consent.Designation;
import org.casebridge.consent.Labels;
import org.casebridge.consent.NewConsent;
import org.casebridge.consent.Part;
import org.casebridge.consent.Purpose;
import org.casebridge.consent.Recipient;
import org.casebridge.consent.Release;
import org.casebridge.consent.Scope;
import org.casebridge.consent.Signature;
import org.casebridge.consent.Term;
import org.casebridge.consent.Way;
import org.casebridge.directory.OrganizationId;
import org.casebridge.directory.Partners;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which consent an organization learns of a referral, and what becomes of its reach when the consent is taken back. */
@Service
@Transactional
public class ReferralConsents {

    private final Consents consents;
    private final ReferralStore store;
    private final Partners partners;
    private final Reach reach;
    private final Clients clients;
    private final Accounts accounts;
    private final Labels labels;

    ReferralConsents(Consents consents, ReferralStore store, Partners partners, Reach reach, Clients clients, Accounts accounts, Labels labels) {
        this.consents = consents;
        this.store = store;
        this.partners = partners;
        this.reach = reach;
        this.clients = clients;
        this.accounts = accounts;
        this.labels = labels;
    }

    /** What a referral tells its organization, by consent, for services. */
    static Release release(UUID organization, String name, Way way) {
        return Release.byConsent(Recipient.organization(organization, name), Purpose.SERVICES, Set.of(Part.REFERRALS), way);
    }

    /** Whether its organization may learn of this referral now. */
    @Transactional(readOnly = true)
    public boolean cover(ClientId client, UUID organization, String name, ReferralId id) {
        return cover(client, organization, name, labels.of(client, id.value()));
    }

    private boolean cover(ClientId client, UUID organization, String name, Set<DataClass> classes) {
        return consents.allows(client, Recipient.organization(organization, name), Purpose.SERVICES, Part.REFERRALS, classes);
    }

    /** The consents that would cover a referral sent now. */
    @Transactional(readOnly = true)
    public List<Consent> covering(ClientId client, UUID organization, String name) {
        return consents.covering(client, Recipient.organization(organization, name), Purpose.SERVICES, Part.REFERRALS, labels.ofNew(client));
    }

    /**
     * Leaves a consent behind that covers a referral to this organization: the one there is, or the client's word of that day, kept as a spoken consent for a year.
     * Refuses where the word is not enough (42 CFR 2.31 wants a signature; a minor does not decide alone), and a word older than the last revocation.
     */
    void ensure(ClientId client, UUID organization, String name, ReferralId id, LocalDate agreedOn) {
        var classes = labels.of(client, id.value());
        if (cover(client, organization, name, classes)) {
            return;
        }
        if (!classes.equals(Set.of(DataClass.GENERAL))) {
            throw Refused.invalid("This referral would tell of substance use treatment: {organization} may learn of it only by a signed consent (42 CFR 2.31). Record it under Consents first.", name)
                    .at("agreedOn");
        }
        var back = consents.takenBack(client, Recipient.organization(organization, name));
        if (back != null && agreedOn.isBefore(back)) {
            throw Refused.invalid("The client took back their consent for {organization} on {day}. Ask them again, and write the day on which they agreed.", name, back).at("agreedOn");
        }
        var person = clients.get(client);
        if (person.about().bornOn() != null && agreedOn.isBefore(person.about().bornOn().plusYears(Consent.OF_AGE))) {
            throw Refused.invalid("{name} is a minor. Record under Consents who agreed for them, then send the referral.", person.name()).at("agreedOn");
        }
        var me = Actor.current();
        consents.record(client, new NewConsent(new Scope(Set.of(DataClass.GENERAL), Set.of(Part.PERSON, Part.REFERRALS), Say.say("What a referral to {organization} tells", name)),
                accounts.get(me.account()).agencyName(), new Designation(Designation.Kind.ORGANIZATION, organization, name, "", false, ""),
                new Aim(Set.of(Purpose.SERVICES), ""), new Term(agreedOn, agreedOn.plusYears(1), "", null, false),
                Say.say("At any time, by telling or writing to us. What was shared before stays shared."), false, "",
                new Signature(Signature.Kind.VERBAL, "", "", me.name(), Signature.Signer.CLIENT, person.name(), "", false, "", agreedOn,
                        person.about().languages().isEmpty() ? "en" : person.about().languages().getFirst(), ""), null));
    }

    /** A partner whose consent was taken back reaches the client no longer: a second wall beside the door. */
    @EventListener
    void revoked(ConsentEvent.Revoked event) {
        settle(event.clientId());
    }

    @EventListener
    void recorded(ConsentEvent.Recorded event) {
        settle(event.clientId());
    }

    /**
     * The accounts that answer for an organization reach the client as long as a consent covers a referral sent to it, and until its last day; the rows of a Part 2 programme by a reach of their own, because
     * of the consent that covers those (42 CFR 2.31).
     */
    void settle(ClientId client) {
        var marked = labels.of(client);
        var general = new HashMap<AccountId, List<Consent>>();
        var part2 = new HashMap<AccountId, List<Consent>>();
        store.of(client).stream().filter(it -> it.live() && it.status() != Referral.Status.ENTERED_IN_ERROR).forEach(sent -> {
            var recipient = Recipient.organization(sent.organizationId(), sent.organization());
            var classes = marked.getOrDefault(sent.id().value(), Set.of(DataClass.GENERAL));
            var covered = cover(client, sent.organizationId(), sent.organization(), classes);
            var link = store.linkAccount(client, sent.id());
            if (link != null) {
                general.computeIfAbsent(link, _ -> new ArrayList<>()).addAll(
                        covered ? consents.covering(client, recipient, Purpose.SERVICES, Part.REFERRALS, classes) : List.of());
            }
            for (var account : partners.accountsOf(new OrganizationId(sent.organizationId()))) {
                var any = general.computeIfAbsent(account, _ -> new ArrayList<>());
                var those = part2.computeIfAbsent(account, _ -> new ArrayList<>());
                if (covered) {
                    any.addAll(consents.covering(client, recipient, Purpose.SERVICES, Part.REFERRALS, classes));
                    if (classes.contains(DataClass.PART2)) {
                        those.addAll(consents.covering(client, recipient, Purpose.SERVICES, Part.REFERRALS, Set.of(DataClass.PART2)));
                    }
                }
            }
        });
        general.forEach((account, by) -> settle(account, client, "referral", by, false));
        part2.forEach((account, by) -> settle(account, client, "consent", by, true));
    }

    private void settle(AccountId account, ClientId client, String because, List<Consent> by, boolean part2) {
        if (by.isEmpty()) {
            reach.take(account, client.value(), because);
        } else {
            reach.give(account, client.value(), because, lastDay(by), part2);
        }
    }

    /** Of several consents the one that holds longest; null when one has no last day. */
    private static @Nullable LocalDate lastDay(List<Consent> by) {
        return by.stream().anyMatch(it -> it.term().expiresOn() == null) ? null : by.stream().map(it -> it.term().expiresOn()).max(Comparator.naturalOrder()).orElse(null);
    }
}
