package org.casebridge.workforce;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the acting person's agency and what they are qualified for. */
@Service
@Transactional
public class Workers {

    private final WorkerStore store;
    private final Clock clock;

    Workers(WorkerStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** By name; neither partners nor machines nor closed accounts. */
    @Transactional(readOnly = true)
    public List<Worker> all() {
        return store.all(Actor.current().agency());
    }

    @Transactional(readOnly = true)
    public Worker get(AccountId id) {
        return all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> Refused.notFound("That worker could not be found."));
    }

    /** Of the whole agency, what lapses first on top. */
    @Transactional(readOnly = true)
    public List<Credential> credentials() {
        return store.credentials(Actor.current().agency());
    }

    @Transactional(readOnly = true)
    public List<Credential> credentials(AccountId worker) {
        return credentials().stream().filter(it -> it.worker().equals(worker)).toList();
    }

    /** Refuses a language nobody offers, a supervisor from elsewhere and one above themselves. */
    public void change(AccountId id, ChangeWorker said) {
        var worker = get(id);
        if (said.version() != worker.version()) {
            throw Refused.conflict("Someone else changed this meanwhile. Look at it again; if yours still holds, save once more.");
        }
        if (said.languages().stream().anyMatch(it -> !Spoken.offered(it) && !worker.languages().contains(it))) {
            throw Refused.invalid("Choose from the languages offered.").at("languages");
        }
        if (id.equals(said.supervisor())) {
            throw Refused.invalid("Nobody supervises themselves.").at("supervisor");
        }
        if (said.supervisor() != null && all().stream().noneMatch(it -> it.id().equals(said.supervisor()))) {
            throw Refused.invalid("Choose one of the people offered.").at("supervisor");
        }
        store.put(id, said);
    }

    public CredentialId add(AccountId worker, AddCredential said) {
        var credential = Credential.of(CredentialId.next(), get(worker).id(), said);
        store.add(credential);
        return credential.id();
    }

    /** For a renewal: the new day, or a corrected number. */
    public void change(AccountId worker, CredentialId id, AddCredential said) {
        store.replace(Credential.of(credential(worker, id).id(), worker, said));
    }

    @Transactional(readOnly = true)
    public Credential credential(AccountId worker, CredentialId id) {
        return credentials(worker).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> Refused.notFound("That credential could not be found."));
    }

    public void remove(AccountId worker, CredentialId id) {
        store.remove(credential(worker, id).id());
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
