package org.casebridge.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.CaseFile;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.Program;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking requests for help, and deciding on them once. */
@Service
@Transactional
public class Intakes {

    private final IntakeStore store;
    private final Eligibility eligibility;
    private final CaseFiles cases;
    private final Programs programs;
    private final Accounts accounts;
    private final Story story;
    private final Clock clock;

    Intakes(IntakeStore store, Eligibility eligibility, CaseFiles cases, Programs programs, Accounts accounts, Story story, Clock clock) {
        this.store = store;
        this.eligibility = eligibility;
        this.cases = cases;
        this.programs = programs;
        this.accounts = accounts;
        this.story = story;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Intake get(ClientId client, IntakeId id) {
        return store.get(client, id);
    }

    @Transactional(readOnly = true)
    public List<IntakeLine> of(ClientId client) {
        return store.of(client);
    }

    @Transactional(readOnly = true)
    public Optional<Intake> openOf(ClientId client) {
        return store.openOf(client);
    }

    /** Who is not safe first, then by the day an answer was promised; the first {@code most} of them. */
    @Transactional(readOnly = true)
    public OpenIntakes waiting(int most) {
        return store.open(Intake.Status.WAITING, most);
    }

    /** By the day the wait is looked at again; the first {@code most} of them. */
    @Transactional(readOnly = true)
    public OpenIntakes waitListed(int most) {
        return store.open(Intake.Status.WAIT_LISTED, most);
    }

    @Transactional(readOnly = true)
    public List<IntakeLine> decidedLately() {
        return store.decided(clock.instant().minus(Duration.ofDays(14)), 30);
    }

    /** What is still to be decided for these clients. */
    @Transactional(readOnly = true)
    public List<IntakeLine> openOf(List<ClientId> clients) {
        return store.openOf(clients);
    }

    /** Colleagues who may carry a case. */
    @Transactional(readOnly = true)
    public List<Account> workers() {
        return accounts.colleagues().stream().filter(it -> it.enabled() && it.role().permissions().contains(Permission.PLAN)).toList();
    }

    public Intake take(ClientId client, HelpRequest request, Map<QuestionId, EligibilityAnswer> answers) {
        var intake = Intake.take(client, request, Actor.current().account(), clock.instant(), today());
        store.add(intake);
        eligibility.keep(client, intake.id(), answers);
        tell(intake, Sentence.of("Asked for help: {needs}", Wording.needs(request.needs())),
                Sentence.of("{asker} · answer due {day}", Wording.asker(request), request.due()));
        return intake;
    }

    /** Answers to eligibility questions, while the request can still be decided. */
    public void answer(ClientId client, IntakeId id, Map<QuestionId, EligibilityAnswer> answers) {
        store.get(client, id).refuseIfDecided();
        eligibility.keep(client, id, answers);
    }

    /** Opens a case; refuses a programme or worker that is not of this agency, and a second open case in the programme. */
    public CaseFile open(ClientId client, IntakeId id, ProgramId program, AccountId worker, LocalDate start) {
        var intake = store.get(client, id);
        intake.refuseIfDecided();
        intake.refuseStart(start, today());
        ours(program);
        if (workers().stream().noneMatch(it -> it.id().equals(worker))) {
            throw Refused.invalid("Choose one of the answers offered.").at("worker");
        }
        var file = cases.open(client, program, worker, start);
        store.replace(intake.opened(file.id(), program, Actor.current().account(), clock.instant()));
        return file;
    }

    public void waitList(ClientId client, IntakeId id, ProgramId program, String why, LocalDate reviewOn) {
        var name = ours(program).name();
        var intake = change(client, id, it -> it.waitListed(program, why.strip(), reviewOn, today(), Actor.current().account(), clock.instant()));
        tell(intake, Sentence.of("Put on the wait list of {program}", name), Sentence.of("{reason} · looked at again {day}", why.strip(), reviewOn));
    }

    public void referOn(ClientId client, IntakeId id, String to, String why) {
        var intake = change(client, id, it -> it.referredOn(to.strip(), why.strip(), Actor.current().account(), clock.instant()));
        tell(intake, Sentence.of("Request referred on to {agency}", to.strip()), Sentence.of("{reason} · by {name}", why.strip(), Actor.current().name()));
    }

    public void decline(ClientId client, IntakeId id, Intake.DeclineReason reason, @Nullable String why, String told) {
        var intake = change(client, id, it -> it.declined(reason, why, told.strip(), Actor.current().account(), clock.instant()));
        tell(intake, Sentence.of("Request declined: {reason}", reason), Sentence.of("They were told: {words}", told.strip()));
    }

    /** Takes a decision back; the request waits again. */
    public void undo(ClientId client, IntakeId id, String why) {
        var was = store.get(client, id).status();
        var intake = change(client, id, Intake::undone);
        tell(intake, Sentence.of("Decision taken back: {decision}", was), Sentence.of("{reason} · by {name}", why.strip(), Actor.current().name()));
    }

    private Intake change(ClientId client, IntakeId id, UnaryOperator<Intake> deed) {
        var changed = deed.apply(store.get(client, id));
        store.replace(changed);
        return changed;
    }

    private Program ours(ProgramId program) {
        return programs.all().stream().filter(it -> it.id().equals(program)).findFirst()
                .orElseThrow(() -> Refused.invalid("Choose one of the answers offered.").at("program"));
    }

    private void tell(Intake intake, Sentence what, Sentence why) {
        story.tell(intake.clientId(), clock.instant(), StoryKind.INTAKE, what, why, "/clients/" + intake.clientId().text() + "/intakes/" + intake.id().text());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
