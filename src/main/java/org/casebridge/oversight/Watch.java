package org.casebridge.oversight;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.AccountId;
import org.casebridge.access.Reach;
import org.casebridge.audit.AuditLog;
import org.casebridge.clients.Address;
import org.casebridge.clients.Client;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.ClientSearch;
import org.casebridge.clients.Clients;
import org.casebridge.clients.Households;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Raises alerts about looks that need a reason: into one's own record, a colleague's, a household member's, and at more records than one usually opens (45 CFR 164.308(a)(1)(ii)(D):
 * review of activity). Staff are known among clients by their name, so an alert is a question and no verdict.
 */
@Service
@Transactional
class Watch {

    /** Three times one's usual day, and never fewer than these, is much; without days to go by, twice these. */
    static final int MUCH = 30;
    static final int TIMES = 3;
    static final int DAYS = 30;
    /** With fewer days than these one's usual is not known yet. */
    static final int FEW_DAYS = 5;
    static final int AT_NIGHT = 5;

    private final AuditLog log;
    private final AlertStore store;
    private final Accounts accounts;
    private final Clients clients;
    private final ClientSearch search;
    private final Households households;
    private final Reach reach;
    private final Clock clock;

    Watch(AuditLog log, AlertStore store, Accounts accounts, Clients clients, ClientSearch search, Households households, Reach reach, Clock clock) {
        this.log = log;
        this.store = store;
        this.accounts = accounts;
        this.clients = clients;
        this.search = search;
        this.households = households;
        this.reach = reach;
        this.clock = clock;
    }

    /** Judges what was opened since; what was judged before is not judged twice. Acting as the house itself. */
    void look(Instant since) {
        if (!store.lock()) {
            return;
        }
        var staff = accounts.colleagues();
        var opened = log.opened(since);
        opened.stream().filter(store::remember).forEach(it -> judge(accounts.get(new AccountId(it.actor())), it, staff));
        opened.stream().map(AuditLog.Opened::actor).distinct().forEach(it -> count(accounts.get(new AccountId(it))));
    }

    private void judge(Account who, AuditLog.Opened it, List<Account> staff) {
        clients.find(new ClientId(it.client())).flatMap(client -> kind(who, client, staff)).ifPresent(kind ->
                store.raise(Alert.about(kind, who.id(), it.client(), LocalDate.ofInstant(it.at(), who.actor().zone()), null, null, clock.instant())));
    }

    /** The gravest reason to ask. */
    private Optional<Alert.Kind> kind(Account who, Client client, List<Account> staff) {
        if (named(client, who.name())) {
            return Optional.of(Alert.Kind.OWN_RECORD);
        }
        if (staff.stream().anyMatch(it -> named(client, it.name()))) {
            return Optional.of(Alert.Kind.COLLEAGUE);
        }
        var selves = search.find(who.name(), 5).stream().flatMap(it -> clients.find(it.line().id()).stream()).filter(it -> named(it, who.name())).toList();
        if (selves.stream().anyMatch(it -> households.of(it.id()).clients().contains(client.id()))) {
            return Optional.of(Alert.Kind.HOUSEHOLD);
        }
        if (selves.stream().anyMatch(it -> together(it, client))) {
            return Optional.of(Alert.Kind.ADDRESS);
        }
        var family = plain(who.name().replaceAll("^.*\\s", ""));
        if (client.names().stream().anyMatch(it -> plain(it.family()).equals(family)) && !reach.has(who.id(), client.id().value())) {
            return Optional.of(Alert.Kind.SURNAME);
        }
        return Optional.empty();
    }

    private void count(Account who) {
        var zone = who.actor().zone();
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var days = log.reading(who.id().value(), today.minusDays(DAYS).atStartOfDay(zone).toInstant(), zone);
        var now = days.stream().filter(it -> it.day().equals(today)).findFirst();
        var before = days.stream().filter(it -> it.day().isBefore(today)).map(AuditLog.Reading::records).sorted().toList();
        var usual = before.size() < FEW_DAYS ? null : before.get((before.size() - 1) / 2);
        now.filter(it -> it.records() > (usual == null ? 2 * MUCH : Math.max(MUCH, TIMES * usual)))
                .ifPresent(it -> store.raise(Alert.about(Alert.Kind.MANY, who.id(), null, today, it.records(), usual, clock.instant())));
        now.filter(it -> it.atNight() >= AT_NIGHT)
                .ifPresent(it -> store.raise(Alert.about(Alert.Kind.NIGHT, who.id(), null, today, it.atNight(), null, clock.instant())));
    }

    private static boolean named(Client client, String name) {
        return plain(client.name()).equals(plain(name)) || client.names().stream().anyMatch(it -> plain(it.whole()).equals(plain(name)));
    }

    private static boolean together(Client one, Client other) {
        return one.addresses().stream().filter(it -> it.kind() == Address.Kind.HOME || it.kind() == Address.Kind.TEMPORARY).map(Watch::place).filter(Objects::nonNull)
                .anyMatch(place -> other.addresses().stream().map(Watch::place).anyMatch(place::equals));
    }

    private static @org.jspecify.annotations.Nullable String place(Address address) {
        return address.street().isBlank() ? null : plain(address.street() + " " + address.city());
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
