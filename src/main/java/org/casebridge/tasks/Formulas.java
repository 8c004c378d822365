package org.casebridge.tasks;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the agency orders My day, and what somebody keeps off theirs. */
@Service
@Transactional
public class Formulas {

    /** Nothing is kept off the day for longer: what is not needed for a year is a wrong rule, and that is changed for everybody. */
    private static final int MOST_DAYS = 366;

    private final FormulaStore store;
    private final MyDay days;
    private final Together together;
    private final Clock clock;

    Formulas(FormulaStore store, MyDay days, Together together, Clock clock) {
        this.store = store;
        this.days = days;
        this.together = together;
        this.clock = clock;
    }

    /** Who set a version, when and why. */
    public record Version(int version, String reason, String setBy, Instant setAt) {}

    @Transactional(readOnly = true)
    public Formula current() {
        return store.current();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Version> versions() {
        return store.versions();
    }

    /** Refuses a change that was decided on an older version. */
    public void set(SetFormula said) {
        if (current().version() != said.version()) {
            throw Refused.conflict("Someone else changed the order meanwhile. Look at it again; if yours still holds, save once more.");
        }
        store.add(said.formula(), said.reason(), Actor.current().account(), clock.instant());
    }

    /** What the acting person keeps off their day now, what comes back first on top. */
    @Transactional(readOnly = true)
    public List<Pause> pauses() {
        return together.alone(it -> store.pauses(it, Actor.current().account(), today()));
    }

    /** What that rule says on the acting person's day about that client, or about anybody; empty when nothing there goes by it, or it must not be kept off. */
    @Transactional(readOnly = true)
    public Optional<Sentence> onTheDay(@Nullable ClientId client, String rule) {
        return days.standing().stream().filter(it -> it.rule().equals(rule) && it.canBeKeptOff() && (client == null || client.equals(it.client()))).findFirst().map(Need::what);
    }

    /**
     * Refuses a day that is past or more than a year away, a rule by which nothing stands on the day, what concerns safety, and what is a task: that is changed or exempted itself.
     */
    public void pause(@Nullable ClientId client, PauseNeed said) {
        if (said.rule().equals(Need.TASK)) {
            throw Refused.invalid("A task is given another day, or marked as not needed, on its own page.").at("rule");
        }
        if (client == null && !said.all()) {
            throw Refused.invalid("It is about nobody in particular: put off whatever the rule says, or nothing.").at("all");
        }
        if (said.untilOn().isBefore(today())) {
            throw Refused.invalid("{day} is past. Choose today or a later day.", said.untilOn()).at("untilOn");
        }
        if (said.untilOn().isAfter(today().plusDays(MOST_DAYS))) {
            throw Refused.invalid("{day} is more than a year away. A rule that is not needed for so long is changed for everybody.", said.untilOn()).at("untilOn");
        }
        if (onTheDay(client, said.rule()).isEmpty()) {
            throw Refused.invalid("Nothing on your day goes by that rule, or it is about safety, which is never kept off. Open My day again.").at("rule");
        }
        store.add(new Pause(Id.fresh(), said.all() ? null : client, null, said.rule(), said.kind(), said.reason(), said.untilOn()), Actor.current().account(), clock.instant());
    }

    public void end(UUID id) {
        store.end(id, Actor.current().account(), clock.instant());
    }

    /** What the rules made among the people one reaches. */
    @Transactional(readOnly = true)
    public List<RuleLine> rules() {
        return store.rules();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
