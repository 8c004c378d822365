package org.casebridge.caseload;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.access.Reach;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
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
    private final Carriers carriers;
    private final ObjectProvider<OpenWork> openWork;
    private final Reach reach;
    private final Story story;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseFiles(CaseStore store, Programs programs, Accounts accounts, Carriers carriers, ObjectProvider<OpenWork> openWork, Reach reach, Story story, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.programs = programs;
        this.accounts = accounts;
        this.carriers = carriers;
        this.openWork = openWork;
        this.reach = reach;
        this.story = story;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<CaseLine> of(ClientId client) {
        return store.of(client);
    }

    /** As {@link #of(ClientId)}, read when the questions were asked. */
    public Supplier<List<CaseLine>> of(Together.Questions questions, ClientId client) {
        return store.of(questions, client);
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

    /** The same, asked together with others. */
    public Supplier<List<CaseLine>> openOf(Together.Questions questions, AccountId worker) {
        return store.openOf(questions, worker);
    }

    @Transactional(readOnly = true)
    public Load loadOf(AccountId worker) {
        return store.load(worker);
    }

    /** Whether a list of work shows everybody's rather than one's own: for who assigns cases, when they ask for it ({@code all}) or carry nobody themselves. */
    @Transactional(readOnly = true)
    public boolean everybodys(@Nullable Boolean all) {
        return Actor.current().may(Permission.ASSIGN_CASES) && (all == null ? loadOf(Actor.current().account()).people() == 0 : all);
    }

    @Transactional(readOnly = true)
    public CaseFile get(ClientId client, CaseId id) {
        return store.get(client, id);
    }

    /** Refuses a second open case in the same programme. */
    public CaseFile open(ClientId client, ProgramId program, AccountId worker, LocalDate on) {
        return begin(CaseFile.open(client, program, worker, on));
    }

    /** As somebody says it on a form. Refuses a worker who cannot carry cases here, and a day yet to come. */
    public CaseFile open(ClientId client, OpenCase said) {
        notYetToCome(said.on());
        return open(client, said.program(), carriers.get(said.worker()).id(), said.on());
    }

    /** Opens a new case that goes on from a closed one. Refuses a second one. */
    public CaseFile reopen(ClientId client, CaseId closed, ReopenCase said) {
        var file = store.get(client, closed);
        if (store.goesOn(closed)) {
            throw Refused.conflict("A later case goes on from this one already.");
        }
        notYetToCome(said.on());
        return begin(file.reopen(said.on(), carriers.get(said.worker()).id()));
    }

    /** Whoever carried it before can no longer reach the client, unless another case or another reason lets them. */
    public void assign(ClientId client, CaseId id, AccountId worker) {
        give(store.get(client, id), carriers.get(worker).name(), worker);
    }

    void give(CaseFile file, String name, AccountId worker) {
        var client = file.clientId();
        store.replace(file.assign(worker));
        reach.give(worker, client.value(), "assigned", null);
        if (!store.carries(file.worker(), client)) {
            reach.take(file.worker(), client.value(), "assigned");
            reach.take(file.worker(), client.value(), "added");
        }
        story.tell(client, clock.instant(), StoryKind.CASE, Sentence.of("{worker} took over the case", name),
                Sentence.of("from {before} · by {name}", accounts.get(file.worker()).name(), Actor.current().name()), path(client));
        events.publishEvent(new CaseEvent.Assigned(file.id(), client, file.worker(), worker));
    }

    /** What is still open with the client, in any module. */
    @Transactional(readOnly = true)
    public List<OpenWork.Item> openWork(ClientId client) {
        return openWork.orderedStream().flatMap(it -> it.of(client).stream()).toList();
    }

    /**
     * Open work does not keep a case open, but whoever closes says what happens with it. The worker keeps the reach: closing must not hide
     * the record from who has to write the last note.
     */
    public void close(ClientId client, CaseId id, CloseCase said) {
        var file = store.get(client, id).close(said, today());
        if (said.leftOpen().isBlank() && !openWork(client).isEmpty()) {
            throw Refused.invalid("Say what happens with what is still open.").at("leftOpen");
        }
        store.replace(file);
        story.tell(client, clock.instant(), StoryKind.CASE, Sentence.of("Case closed: {reason}", said.reason()),
                said.leftOpen().isBlank()
                        ? Sentence.of("{achieved} · by {name}", said.achieved(), Actor.current().name())
                        : Sentence.of("{achieved} · still open: {open} · by {name}", said.achieved(), said.leftOpen(), Actor.current().name()),
                path(client));
        events.publishEvent(new CaseEvent.Closed(id, client));
    }

    private void notYetToCome(LocalDate day) {
        if (day.isAfter(today())) {
            throw Refused.invalid("That day is yet to come.").at("on");
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/case";
    }

    private CaseFile begin(CaseFile file) {
        if (store.isOpen(file.clientId(), file.programId())) {
            throw Refused.conflict("There is an open case in this programme already.").at("program");
        }
        var program = programs.enter(file.programId()).name();
        var worker = accounts.get(file.worker()).name();
        store.add(file);
        reach.give(file.worker(), file.clientId().value(), "assigned", null);
        story.tell(file.clientId(), clock.instant(), StoryKind.CASE,
                file.previous() == null
                        ? Sentence.of("Case opened in {program}, with {worker}", program, worker)
                        : Sentence.of("Case reopened in {program}, with {worker}", program, worker),
                Sentence.of("from {day} · by {name}", file.openedOn(), Actor.current().name()), path(file.clientId()));
        events.publishEvent(new CaseEvent.Opened(file.id(), file.clientId()));
        return file;
    }
}
