package org.casebridge.workforce;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.data.Together;
import org.casebridge.kernel.FederalHoliday;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When the people of the acting person's agency work: their hours, their leave, and the days on which the agency is closed. All on the agency's clock. */
@Service
@Transactional
public class WorkCalendar {

    private static final int MOST_DAYS = 366;

    private final WorkTimeStore store;
    private final Clock clock;

    WorkCalendar(WorkTimeStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Their own hours, or the agency's. */
    @Transactional(readOnly = true)
    public WorkTime time(AccountId worker) {
        return Objects.requireNonNull(times(List.of(worker)).get(worker));
    }

    /** Of each of these. */
    @Transactional(readOnly = true)
    public Map<AccountId, WorkTime> times(Collection<AccountId> of) {
        var known = store.times(of);
        var usual = known.getOrDefault(null, WorkTime.USUAL);
        return of.stream().distinct().collect(Collectors.toMap(Function.identity(), it -> known.getOrDefault(it, usual)));
    }

    @Transactional(readOnly = true)
    public WorkTime agencyTime() {
        return store.times(List.of()).getOrDefault(null, WorkTime.USUAL);
    }

    /** The spans in which each of these works on each of the days, in their order; none on leave and where the agency is closed. */
    @Transactional(readOnly = true)
    public Map<AccountId, Map<LocalDate, List<Span>>> working(Collection<AccountId> of, LocalDate from, LocalDate through) {
        var times = times(of);
        var closed = closed(from, through);
        var leaves = store.leaves(of, from, through).stream().collect(Collectors.groupingBy(Leave::worker));
        var all = new HashMap<AccountId, Map<LocalDate, List<Span>>>();
        times.forEach((worker, time) -> {
            var days = new TreeMap<LocalDate, List<Span>>();
            from.datesUntil(through.plusDays(1)).forEach(day -> days.put(day,
                    closed.containsKey(day) || leaves.getOrDefault(worker, List.of()).stream().anyMatch(it -> it.holds(day)) ? List.of() : time.on(day.getDayOfWeek())));
            all.put(worker, days);
        });
        return all;
    }

    /** The closed days of that time by their day. */
    @Transactional(readOnly = true)
    public Map<LocalDate, ClosedDay> closed(LocalDate from, LocalDate through) {
        var open = store.keptOpen();
        var all = new TreeMap<LocalDate, ClosedDay>();
        from.datesUntil(through.plusDays(1)).forEach(day -> FederalHoliday.on(day).filter(it -> !open.contains(it)).ifPresent(it -> all.put(day, new ClosedDay(day, it, ""))));
        store.ownClosed(from, through).forEach(it -> all.putIfAbsent(it.day(), it));
        return all;
    }

    /** The federal holidays on which the agency is open. */
    @Transactional(readOnly = true)
    public Set<FederalHoliday> keptOpen() {
        return store.keptOpen();
    }

    /** The leave of one worker that meets these days. */
    @Transactional(readOnly = true)
    public List<Leave> leaves(AccountId worker, LocalDate from, LocalDate through) {
        return store.leaves(List.of(worker), from, through);
    }

    /** The same, asked together with others. */
    public Supplier<List<Leave>> leaves(Together.Questions questions, AccountId worker, LocalDate from, LocalDate through) {
        return store.leaves(questions, worker, from, through);
    }

    /** Whoever of the agency is away in that time. */
    @Transactional(readOnly = true)
    public List<Leave> away(LocalDate from, LocalDate through) {
        return store.leaves(from, through);
    }

    /** One's own hours; without any hour at all the agency's hold again. */
    public void setOwn(SetWorkTime said) {
        put(Actor.current().account(), said.spans());
    }

    /** The agency's usual hours. Refuses a week without any. */
    public void setAgency(SetWorkTime said) {
        var spans = said.spans();
        if (spans.values().stream().allMatch(List::isEmpty)) {
            throw Refused.invalid("Write at least one day on which people work.").at("monday");
        }
        put(null, spans);
    }

    private void put(@Nullable AccountId worker, Map<DayOfWeek, List<Span>> spans) {
        store.clear(worker);
        spans.forEach((day, of) -> of.forEach(it -> store.add(worker, day, it)));
    }

    /** One's own leave. Refuses a last day that has passed or lies before the first, more than a year, and days on which one is away already. */
    public Leave addLeave(AddLeave said) {
        var me = Actor.current();
        if (said.through().isBefore(said.from())) {
            throw Refused.invalid("The last day is before the first.").at("through");
        }
        if (said.through().isBefore(today())) {
            throw Refused.invalid("These days have passed.").at("through");
        }
        if (said.through().isAfter(said.from().plusDays(MOST_DAYS)) || said.from().isAfter(today().plusYears(2))) {
            throw Refused.invalid("A leave lasts a year at most, and begins within two years. Look at the year again.").at("through");
        }
        store.leaves(List.of(me.account()), said.from(), said.through()).stream().findFirst().ifPresent(it -> {
            throw Refused.invalid("You are away from {from} to {through} already. End that first, or choose other days.", it.fromOn(), it.throughOn()).at("from");
        });
        var leave = new Leave(Id.fresh(), me.account(), me.name(), said.from(), said.through(), said.kind());
        store.add(leave, me.account(), clock.instant());
        return leave;
    }

    /** Ends one's own leave, or takes it back before it begins. */
    public void endLeave(UUID id) {
        if (store.end(id, Actor.current().account(), clock.instant()) == 0) {
            throw Refused.notFound("That leave could not be found.");
        }
    }

    /** Refuses a day that has passed, one more than three years away, and one that is closed already. */
    public void close(CloseDay said) {
        if (said.day().isBefore(today())) {
            throw Refused.invalid("That day has passed.").at("day");
        }
        if (said.day().isAfter(today().plusYears(3))) {
            throw Refused.invalid("{day} is more than three years away. Look at the year again.", said.day()).at("day");
        }
        if (closed(said.day(), said.day()).containsKey(said.day()) || !store.close(said)) {
            throw Refused.invalid("The agency is closed on {day} already.", said.day()).at("day");
        }
    }

    /** Takes back that the agency is closed on that day; a federal holiday is opened by {@link #keep}. */
    public void open(LocalDate day) {
        store.open(day);
    }

    /** The federal holidays on which the agency is closed; on all others it is open. */
    public void keep(Set<FederalHoliday> kept) {
        store.keepOpen(Stream.of(FederalHoliday.values()).filter(it -> !kept.contains(it)).collect(Collectors.toSet()));
    }

    /** The coming closed days of a year, in their order. */
    @Transactional(readOnly = true)
    public List<ClosedDay> coming() {
        return closed(today(), today().plusYears(1)).values().stream().sorted(Comparator.comparing(ClosedDay::day)).toList();
    }

    public LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
