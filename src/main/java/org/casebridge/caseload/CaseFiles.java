package org.casebridge.caseload;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opening, assigning, closing and reopening cases. Whoever is assigned can reach the client. */
@Service
@Transactional
public class CaseFiles {

    private final CaseStore store;
    private final Programs programs;
    private final Accounts accounts;
    private final Reach reach;
    private final Story story;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseFiles(CaseStore store, Programs programs, Accounts accounts, Reach reach, Story story, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.programs = programs;
        this.accounts = accounts;
        this.reach = reach;
        this.story = story;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<CaseLine> of(ClientId client) {
        return store.of(client);
    }

    /** The newest open case of a client. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> openOf(ClientId client) {
        return store.openOf(client);
    }

    /** The caseload of a worker, by the client's name. */
    @Transactional(readOnly = true)
    public List<CaseLine> openOf(AccountId worker) {
        return store.openOf(worker);
    }

    @Transactional(readOnly = true)
    public Load loadOf(AccountId worker) {
        return store.load(worker);
    }

    @Transactional(readOnly = true)
    public CaseFile get(ClientId client, CaseId id) {
        return store.get(client, id);
    }

    /** Refuses a second open case in the same programme. */
    public CaseFile open(ClientId client, ProgramId program, AccountId worker, LocalDate on) {
        return begin(CaseFile.open(client, program, worker, on));
    }

    /** Opens a new case that goes on from a closed one. */
    public CaseFile reopen(ClientId client, CaseId closed, AccountId worker, LocalDate on) {
        return begin(store.get(client, closed).reopen(on, worker));
    }

    public void assign(ClientId client, CaseId id, AccountId worker) {
        var file = store.get(client, id);
        store.replace(file.assign(worker));
        reach.give(worker, client.value(), "assigned", null);
        story.tell(client, clock.instant(), StoryKind.CASE, Sentence.of("{worker} took over the case", accounts.get(worker).name()),
                Sentence.of("by {name}", Actor.current().name()), null);
        events.publishEvent(new CaseEvent.Assigned(id, client, file.worker(), worker));
    }

    /** The worker keeps the reach: closing must not hide the record from who has to write the last note. */
    public void close(ClientId client, CaseId id, LocalDate on, CaseFile.CloseReason reason, String achieved) {
        store.replace(store.get(client, id).close(on, reason, achieved));
        story.tell(client, clock.instant(), StoryKind.CASE, Sentence.of("Case closed: {reason}", reason),
                Sentence.of("{achieved} · by {name}", achieved, Actor.current().name()), null);
        events.publishEvent(new CaseEvent.Closed(id, client));
    }

    private CaseFile begin(CaseFile file) {
        if (store.isOpen(file.clientId(), file.programId())) {
            throw Refused.conflict("There is an open case in this programme already.").at("program");
        }
        var program = programs.get(file.programId()).name();
        var worker = accounts.get(file.worker()).name();
        store.add(file);
        reach.give(file.worker(), file.clientId().value(), "assigned", null);
        story.tell(file.clientId(), clock.instant(), StoryKind.CASE,
                file.previous() == null
                        ? Sentence.of("Case opened in {program}, with {worker}", program, worker)
                        : Sentence.of("Case reopened in {program}, with {worker}", program, worker),
                Sentence.of("from {day} · by {name}", file.openedOn(), Actor.current().name()), null);
        events.publishEvent(new CaseEvent.Opened(file.id(), file.clientId()));
        return file;
    }
}
