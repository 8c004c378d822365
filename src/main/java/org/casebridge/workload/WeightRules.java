package org.casebridge.workload;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.caseload.Carriers;
import org.casebridge.caseload.Program;
import org.casebridge.caseload.Programs;
import org.casebridge.kernel.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By what the acting person's agency weighs cases, what a point takes, and how many hours its workers have. */
@Service
@Transactional
public class WeightRules {

    /** Of so many weeks the logged time is asked. Our own: long enough for a rhythm, short enough to be of now. */
    private static final int WEEKS = 8;

    private final WeightStore store;
    private final Weights weights;
    private final Carriers carriers;
    private final Programs programs;
    private final Accounts accounts;
    private final Clock clock;

    WeightRules(WeightStore store, Weights weights, Carriers carriers, Programs programs, Accounts accounts, Clock clock) {
        this.store = store;
        this.weights = weights;
        this.carriers = carriers;
        this.programs = programs;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Who set a version, from when it holds, and why. */
    public record Version(int version, LocalDate fromOn, String reason, String setBy, Instant setAt) {}

    /** A programme's own base, and who set it. */
    public record Base(String program, int points, String reason, String setBy, Instant setAt) {}

    @Transactional(readOnly = true)
    public WeightFormula newest() {
        return store.newest().orElse(WeightFormula.FIRST);
    }

    @Transactional(readOnly = true)
    public List<Version> versions() {
        return store.versions();
    }

    @Transactional(readOnly = true)
    public List<Base> bases() {
        return store.bases();
    }

    /** Refuses a day that is past or more than a year away, most points below the points of one, and a change decided on an older version. */
    public void set(SetWeights said) {
        var today = weights.today();
        if (said.fromOn().isBefore(today)) {
            throw Refused.invalid("{day} is past. What was weighed on a day stays as it was: choose today or a later day.", said.fromOn()).at("fromOn");
        }
        if (said.fromOn().isAfter(today.plusYears(1))) {
            throw Refused.invalid("{day} is more than a year away.", said.fromOn()).at("fromOn");
        }
        if (said.clockMost() < said.clock()) {
            throw Refused.invalid("One clock would weigh more than all clocks may.").at("clockMost");
        }
        if (said.memberMost() < said.member()) {
            throw Refused.invalid("One person would weigh more than all of a household may.").at("memberMost");
        }
        if (said.crisis() < said.high() || said.high() < said.moderate()) {
            throw Refused.invalid("A higher acuity cannot weigh less than a lower one.").at("crisis");
        }
        needsNewest(said.version(), newest().version());
        store.add(said.formula(), said.reason(), clock.instant());
    }

    /** Refuses a programme of somebody else's. */
    public void set(SetBase said) {
        if (programs.all().stream().map(Program::id).noneMatch(said.program()::equals)) {
            throw Refused.invalid("Choose from the programmes offered.").at("program");
        }
        store.add(said, clock.instant());
    }

    @Transactional(readOnly = true)
    public Hours hours(AccountId worker) {
        if (accounts.colleagues().stream().noneMatch(it -> it.id().equals(worker))) {
            throw Refused.notFound("That worker could not be found.");
        }
        return store.hours(List.of(worker)).stream().findFirst().orElse(Hours.usual(worker.value()));
    }

    /** Refuses a week that other work fills, half a place, and a change decided on an older version. */
    public void set(AccountId worker, SetHours said) {
        if (said.besides().compareTo(said.week()) >= 0) {
            throw Refused.invalid("Other work would take the whole week: no hour is left for cases.").at("besides");
        }
        if ((said.latitude() == null) != (said.longitude() == null)) {
            throw Refused.invalid("A place has both a latitude and a longitude, or neither.").at(said.latitude() == null ? "latitude" : "longitude");
        }
        needsNewest(said.version(), hours(worker).version());
        store.add(worker, said, clock.instant());
    }

    /** Makes a version that takes for a point what was logged; refuses when too little was. */
    public void measure() {
        var known = newest();
        var measured = measured();
        var minutes = measured.perPoint();
        if (minutes == null) {
            throw Refused.invalid("Not enough logged time: {contacts} contacts with minutes in {weeks} weeks, and {points} points carried. It takes {fewest} contacts at least. You may set the minutes by hand.",
                    measured.contacts(), measured.weeks(), measured.points(), Calibration.FEWEST);
        }
        var today = weights.today();
        store.add(new WeightFormula(known.version() + 1, known.fromOn().isAfter(today) ? known.fromOn() : today, known.base(), known.moderate(), known.high(), known.crisis(), known.clock(), known.clockMost(),
                        known.interpreter(), known.km(), known.travelMost(), known.fresh(), known.freshDays(), known.closing(), known.closingDays(), known.member(), known.memberMost(), minutes),
                "%d min ÷ %d × %d = %s (%d)".formatted(measured.minutes(), measured.weeks(), measured.points(), minutes.toPlainString(), measured.contacts()), clock.instant());
    }

    private Calibration measured() {
        var workers = carriers.people().stream().map(Account::id).toList();
        var logged = store.logged(workers, clock.instant().minus(Duration.ofDays(7L * WEEKS)));
        return new Calibration(WEEKS, logged.contacts(), logged.minutes(), weights.points(workers).values().stream().mapToLong(it -> it).sum());
    }

    private static void needsNewest(int decidedOn, int newest) {
        if (decidedOn != newest) {
            throw Refused.conflict("Someone else changed this meanwhile. Look at it again; if yours still holds, save once more.");
        }
    }
}
