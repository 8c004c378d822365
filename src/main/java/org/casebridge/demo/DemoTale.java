package org.casebridge.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.advocacy.Issue;
import org.casebridge.advocacy.IssueId;
import org.casebridge.advocacy.IssueStep;
import org.casebridge.advocacy.RaiseIssue;
import org.casebridge.advocacy.SettleIssue;
import org.casebridge.advocacy.TakeStep;
import org.casebridge.careplans.Achievement;
import org.casebridge.careplans.Agreement;
import org.casebridge.careplans.Goal;
import org.casebridge.careplans.GoalId;
import org.casebridge.careplans.Lifecycle;
import org.casebridge.careplans.PlanParts;
import org.casebridge.careplans.PlanSignature;
import org.casebridge.careplans.Section;
import org.casebridge.careplans.StepId;
import org.casebridge.caseload.CaseFile;
import org.casebridge.caseload.CloseCase;
import org.casebridge.caseload.ReopenCase;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.codes.NeedCategory;
import org.casebridge.data.HouseClock;
import org.casebridge.intake.HelpRequest;
import org.casebridge.intake.Intake;
import org.casebridge.intake.IntakeId;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Mode;
import org.casebridge.monitoring.AcuityLevel;
import org.casebridge.monitoring.Mark;
import org.casebridge.monitoring.Promise;
import org.casebridge.monitoring.Repeats;
import org.casebridge.monitoring.ServedGoal;
import org.casebridge.monitoring.Visit;
import org.casebridge.tasks.Task;
import org.casebridge.tasks.TaskWords;
import org.jspecify.annotations.Nullable;

/** What happens with one made-up person, deed by deed, each on its day and by whom it would be done. Days are counted back from today. */
final class DemoTale {

    private final DemoWays ways;
    private final LocalDate today;
    private final ClientId client;
    private Actor worker;
    private @Nullable IntakeId intake;
    private @Nullable CaseFile file;
    private @Nullable IssueId issue;

    private DemoTale(DemoWays ways, LocalDate today, ClientId client, Actor worker) {
        this.ways = ways;
        this.today = today;
        this.client = client;
        this.worker = worker;
    }

    static DemoTale of(DemoWays ways, LocalDate today, int daysAgo, NewClient person) {
        var ines = ways.who("intake");
        var client = on(ines, today.minusDays(daysAgo), 9, 12, () -> ways.clients().add(person));
        return new DemoTale(ways, today, client, ines);
    }

    /** Somebody who came straight to a worker and is known to that one's programme alone: nobody takes a request. */
    static DemoTale within(DemoWays ways, LocalDate today, int daysAgo, NewClient person, String by) {
        var worker = ways.who(by);
        return new DemoTale(ways, today, on(worker, today.minusDays(daysAgo), 9, 12, () -> ways.clients().add(person)), worker);
    }

    /** The worker opens the case themselves. */
    DemoTale enters(int daysAgo, String program) {
        file = on(worker, day(daysAgo), 14, 5, () -> ways.cases().open(client, ways.program(program), worker.account(), day(daysAgo)));
        return this;
    }

    DemoTale asks(int daysAgo, HelpRequest.Asker asker, String askedName, HelpRequest.Urgency urgency, String words, NeedCategory... needs) {
        var request = new HelpRequest(asker, askedName.isEmpty() ? null : askedName, null, HelpRequest.CameBy.PHONE, day(daysAgo), List.of(needs), words, null, urgency,
                HelpRequest.Safety.SAFE, null);
        intake = on(ways.who("intake"), day(daysAgo), 9, 40, () -> ways.intakes().take(client, request, Map.of())).id();
        return this;
    }

    DemoTale opens(int daysAgo, String program, String by) {
        worker = ways.who(by);
        file = on(ways.who("intake"), day(daysAgo), 14, 5, () -> ways.intakes().open(client, Objects.requireNonNull(intake), ways.program(program), worker.account(), day(daysAgo)));
        return this;
    }

    DemoTale with(int daysAgo, DemoClose... people) {
        return done(worker, daysAgo, 11, () -> List.of(people).forEach(it -> it.add(ways, client)));
    }

    DemoTale waits(int daysAgo, String program, String why) {
        return done(ways.who("intake"), daysAgo, 15, () -> ways.intakes().waitList(client, Objects.requireNonNull(intake), ways.program(program), why, day(daysAgo).plusDays(14)));
    }

    DemoTale declined(int daysAgo, Intake.DeclineReason reason, String told) {
        return done(ways.who("intake"), daysAgo, 15, () -> ways.intakes().decline(client, Objects.requireNonNull(intake), reason, told, told));
    }

    DemoTale meets(int daysAgo, Mode mode, int minutes, String note) {
        return contact(daysAgo, new Said(mode, Contact.Direction.OUTGOING, Contact.Party.CLIENT, "", minutes, Contact.Outcome.REACHED), note, List.of());
    }

    DemoTale tries(int daysAgo, Mode mode, Contact.Outcome outcome, String note) {
        return contact(daysAgo, new Said(mode, Contact.Direction.OUTGOING, Contact.Party.CLIENT, "", null, outcome), note, List.of());
    }

    DemoTale asksOthers(int daysAgo, Contact.Party party, String who, int minutes, String note) {
        return contact(daysAgo, new Said(Mode.PHONE, Contact.Direction.OUTGOING, party, who, minutes, Contact.Outcome.REACHED), note, List.of());
    }

    /** A contact that served the goal of this number in the plan, counted from 0. */
    DemoTale moves(int daysAgo, Mode mode, int minutes, String note, int goal, Achievement achievement, String seen) {
        var line = on(worker, day(daysAgo), 10, 30, () -> ways.plans().goalsOf(client)).get(goal);
        return contact(daysAgo, new Said(mode, mode == Mode.PHONE || mode == Mode.OFFICE ? Contact.Direction.INCOMING : Contact.Direction.OUTGOING, Contact.Party.CLIENT, "", minutes, Contact.Outcome.REACHED), note,
                List.of(new ServedGoal(line.id(), achievement, seen)));
    }

    record Aim(String words, NeedCategory domain, String measure, int inDays, List<Goal.Step> steps, List<String> levels) {

        /** With its five levels, from −2 to +2. */
        Aim scaled(String... words) {
            return new Aim(this.words, domain, measure, inDays, steps, List.of(words));
        }
    }

    /** {@code inDays}: how many days from now it is meant to be reached; negative when that day is past. */
    static Aim aim(String words, NeedCategory domain, String measure, int inDays, Goal.Step... steps) {
        return new Aim(words, domain, measure, inDays, List.of(steps), List.of());
    }

    static Goal.Step step(String what, Goal.Party party, String who, String timing) {
        return new Goal.Step(StepId.next(), what, party, who, timing, null, null, null, null);
    }

    DemoTale plans(int daysAgo, String strengths, Aim... aims) {
        return done(worker, daysAgo, 16, () -> {
            ways.plans().begin(client);
            ways.plans().about(client, strengths, 90, null, seen());
            for (var aim : aims) {
                ways.plans().write(client, new Goal(GoalId.next(), aim.words(), aim.domain(), aim.measure(), today.plusDays(aim.inDays()), Goal.Priority.HIGH, "",
                        Lifecycle.PROPOSED, null, null, aim.steps(), List.of(), new Goal.More("", "", "", null, aim.levels(), "")), seen());
            }
            ways.plans().write(client, new PlanParts(List.of(new Section(Section.Kind.COMMUNICATION, "Call before you come. Short texts are fine.", day(daysAgo)),
                    new Section(Section.Kind.CRISIS, "When I stop answering, call my sister first.", day(daysAgo)), new Section(Section.Kind.APPEAL, "", day(daysAgo)),
                    new Section(Section.Kind.CHANGE_WORKER, "", day(daysAgo))), List.of()), seen());
            var draft = ways.plans().drafted(client).orElseThrow();
            ways.signing().agree(client, new Agreement(day(daysAgo), Agreement.How.IN_PERSON, "", Agreement.Copy.PRINT), new PlanSignature.Said(PlanSignature.Signer.CLIENT, ways.clients().get(client).name(),
                    PlanSignature.Kind.TYPED, "", null, "", day(daysAgo), null, ways.reading().hash(draft)), "", "en", null, seen());
        });
    }

    /** The next {@code count} open steps of a goal are done. */
    DemoTale does(int daysAgo, int goal, int count) {
        return done(worker, daysAgo, 12, () -> {
            var id = ways.plans().goalsOf(client).get(goal).id();
            for (int i = 0; i < count; i++) {
                ways.goals().get(client, id).now().ifPresent(it -> ways.goals().finish(client, id, it.id(), true, ""));
            }
        });
    }

    DemoTale reviews(int daysAgo, String words) {
        return done(worker, daysAgo, 15, () -> ways.plans().review(client, day(daysAgo), words));
    }

    /** Every goal was reached, and the plan with them. */
    DemoTale completes(int daysAgo, String words) {
        return done(worker, daysAgo, 14, () -> {
            ways.plans().goalsOf(client).forEach(it -> ways.goals().move(client, it.id(), Lifecycle.COMPLETED, words));
            ways.plans().end(client, true, words);
        });
    }

    /** PHQ-9, with a weight from 0 to 3 for each of its nine questions; the last must be 0 here, for anything else needs words on safety. */
    DemoTale phq9(int daysAgo, int... weights) {
        return done(worker, daysAgo, 11, () -> {
            var draft = ways.assessments().start(client, "phq-9");
            ways.assessments().complete(client, draft.id(), draft.about(), DemoPhq9.answers(weights), false, null);
        });
    }

    DemoTale task(int setAgo, String title, int dueInDays, Task.Priority priority) {
        return done(worker, setAgo, 11, () -> ways.tasks().add(client, new TaskWords(title, "", today.plusDays(dueInDays), null, worker.account(), priority)));
    }

    DemoTale appointment(String title, int inDays, int hour, int minutes, String with, String place) {
        return done(worker, 0, 0, () -> ways.appointments().add(client, title, today.plusDays(inDays), LocalTime.of(hour, 0), minutes, with, place));
    }

    DemoTale promises(int daysAgo, String words, Promise.By by, int dueInDays) {
        return done(worker, daysAgo, 11, () -> ways.promises().make(client, new Promise.Said(words, by, "", today.plusDays(dueInDays)), null));
    }

    DemoTale visit(String purpose, int inDays, int hour, String place) {
        return done(worker, 0, 0, () -> ways.visits().plan(client, new Visit.Said(worker.account(), Instant.EPOCH, 45, Mode.HOME_VISIT, place, purpose), today.plusDays(inDays), LocalTime.of(hour, 0), Repeats.ONCE, null));
    }

    DemoTale needs(int daysAgo, AcuityLevel level, String words) {
        return done(worker, daysAgo, 12, () -> ways.radar().judge(client, level, words));
    }

    DemoTale flag(int daysAgo, Mark.About about, String words) {
        return done(worker, daysAgo, 12, () -> ways.marks().raise(client, Mark.Kind.FLAG, about, Mark.Priority.NORMAL, words, null));
    }

    DemoTale safely(int daysAgo, LocalTime from, LocalTime until, String codeWord) {
        return done(worker, daysAgo, 12, () -> ways.safe().set(client, from, until, codeWord, true, 0));
    }

    DemoTale raises(int daysAgo, Issue.Party party, String name, String about, String asked, @Nullable Integer dueInDays, String basis, String right) {
        var said = new RaiseIssue(party, name, "", "", about, asked, day(daysAgo), dueInDays == null ? null : today.plusDays(dueInDays), basis, right,
                null, 0);
        issue = on(worker, day(daysAgo), 13, 20, () -> ways.issues().raise(client, said)).id();
        return this;
    }

    DemoTale step(int daysAgo, IssueStep.How how, String words) {
        return done(worker, daysAgo, 14, () -> ways.issues().take(client, Objects.requireNonNull(issue), new TakeStep(day(daysAgo), how, words)));
    }

    DemoTale settles(int daysAgo, Issue.Result result, String words) {
        return done(worker, daysAgo, 15, () -> ways.issues().settle(client, Objects.requireNonNull(issue), new SettleIssue(result, day(daysAgo), words, 0)));
    }

    DemoTale closes(int daysAgo, CaseFile.CloseReason reason, String achieved, String leftOpen) {
        return done(worker, daysAgo, 16, () -> ways.cases().close(client, Objects.requireNonNull(file).id(), new CloseCase(day(daysAgo), reason, achieved, leftOpen)));
    }

    DemoTale returns(int daysAgo, String by) {
        var before = Objects.requireNonNull(file).id();
        var next = ways.who(by);
        file = on(ways.who("supervisor"), day(daysAgo), 10, 0, () -> ways.cases().reopen(client, before, new ReopenCase(next.account(), day(daysAgo))));
        worker = next;
        return this;
    }

    private record Said(Mode mode, Contact.Direction direction, Contact.Party party, String who, @Nullable Integer minutes, Contact.Outcome outcome) {}

    private DemoTale contact(int daysAgo, Said said, String note, List<ServedGoal> goals) {
        var at = day(daysAgo).atTime(10, 30).atZone(worker.zone()).toInstant();
        return done(worker, daysAgo, 11, () -> ways.monitoring().record(client,
                new Contact.Said(at, said.mode(), said.direction(), said.party(), said.who(), said.minutes(), said.outcome()), note, true, goals, null));
    }

    private int seen() {
        return ways.plans().drafted(client).orElseThrow().version();
    }

    private LocalDate day(int daysAgo) {
        return today.minusDays(daysAgo);
    }

    private DemoTale done(Actor who, int daysAgo, int hour, Runnable deed) {
        on(who, day(daysAgo), hour, 10, () -> {
            deed.run();
            return true;
        });
        return this;
    }

    private static <T> T on(Actor who, LocalDate day, int hour, int minute, Supplier<T> deed) {
        return HouseClock.at(day.atTime(hour, minute).atZone(who.zone()).toInstant(), () -> who.act(deed::get));
    }
}
