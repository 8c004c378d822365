package org.casebridge.oversight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records that only those named may open: of staff who are clients, of people known to the public, of people in danger. To all others, whatever their role, such a record is not there: not in a list,
 * a search, a count, a story, and not as a likeness. The privacy officer keeps them; an emergency opens one as it opens any other.
 */
@Service
@Transactional
public class Restrictions {

    /** Asked at least once a year whether it still holds. */
    private static final int MOST_MONTHS = 12;

    private final RestrictionStore store;
    private final Accounts accounts;
    private final Clock clock;

    Restrictions(RestrictionStore store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public boolean restricted(ClientId client) {
        return store.restricted(client);
    }

    @Transactional(readOnly = true)
    public Optional<Restriction> inForce(ClientId client) {
        return store.inForce(client);
    }

    @Transactional(readOnly = true)
    public List<Restriction> lifted(ClientId client) {
        return store.lifted(client);
    }

    @Transactional(readOnly = true)
    public List<Restriction.Named> named(ClientId client) {
        return store.named(client, today());
    }

    /** Of the agency, what is looked at again first on top. */
    @Transactional(readOnly = true)
    public List<Restriction.Line> all() {
        return store.all();
    }

    /** Those that are to be looked at again by that day. */
    @Transactional(readOnly = true)
    public List<Restriction.Line> lookAgain(LocalDate by) {
        return store.all().stream().filter(it -> it.lookAgainOn() != null && !it.lookAgainOn().isAfter(by)).toList();
    }

    /** Who was about to add somebody very like this client, and was told nothing. */
    @Transactional(readOnly = true)
    public List<Restriction.Twin> twins(ClientId client) {
        return store.twins(client);
    }

    /** Colleagues who can be named: those who work with clients. The privacy officer needs no naming. */
    @Transactional(readOnly = true)
    public List<Account> offered() {
        return accounts.colleagues().stream().filter(it -> it.role().permissions().contains(Permission.SEE_CLIENTS) && !it.role().permissions().contains(Permission.KEEP_RESTRICTIONS)).toList();
    }

    /** Those of them who reach the record one by one now. */
    @Transactional(readOnly = true)
    public List<AccountId> suggested(ClientId client) {
        var offered = offered().stream().map(Account::id).toList();
        return accounts.reaching(client.value()).stream().map(Account::id).filter(offered::contains).toList();
    }

    /** From now on the record is there for those named and the privacy officer only, and perhaps no longer for who says this. */
    public void mark(ClientId client, RestrictRecord said) {
        if (store.restricted(client)) {
            throw Refused.conflict("This record is restricted already.");
        }
        if (!offered().stream().map(Account::id).toList().containsAll(said.people())) {
            throw Refused.invalid("Choose from the people offered.").at("people");
        }
        notPast(said.until());
        if (said.lookAgainOn().isBefore(today()) || said.lookAgainOn().isAfter(today().plusMonths(MOST_MONTHS))) {
            throw Refused.invalid("Choose a day within the next 12 months.").at("lookAgainOn");
        }
        store.mark(client, said, Actor.current().account(), clock.instant());
        said.people().stream().distinct().forEach(it -> store.name(client, it, said.until()));
    }

    /** Refuses a record that is not restricted. */
    public void name(ClientId client, NamePerson said) {
        restrictedOnly(client);
        if (offered().stream().noneMatch(it -> it.id().equals(said.person()))) {
            throw Refused.invalid("Choose from the people offered.").at("person");
        }
        notPast(said.until());
        store.name(client, said.person(), said.until());
    }

    public void forget(ClientId client, AccountId person) {
        restrictedOnly(client);
        if (!store.forget(client, person)) {
            throw Refused.notFound("They are not named for this record.");
        }
    }

    /** The record is open to its agency again, as before; who was named for it is forgotten. */
    public void lift(ClientId client, LiftRestriction said) {
        restrictedOnly(client);
        store.inForce(client).ifPresentOrElse(it -> store.lift(it.id(), client, said.words().strip(), Actor.current().account(), clock.instant()), () -> store.open(client));
    }

    private void restrictedOnly(ClientId client) {
        if (!store.restricted(client)) {
            throw Refused.conflict("This record is not restricted.");
        }
    }

    private void notPast(@Nullable LocalDate until) {
        if (until != null && until.isBefore(today())) {
            throw Refused.invalid("That day has passed.").at("until");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
