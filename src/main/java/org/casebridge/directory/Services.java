package org.casebridge.directory;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** The services one can refer to: found by need, words and distance, each with the reasons. */
@org.springframework.stereotype.Service
@Transactional
public class Services {

    private final ServiceStore store;
    private final ServiceSheet sheet;
    private final DirectoryDesk desk;
    private final Clock clock;

    Services(ServiceStore store, ServiceSheet sheet, DirectoryDesk desk, Clock clock) {
        this.store = store;
        this.sheet = sheet;
        this.desk = desk;
        this.clock = clock;
    }

    /** The hours of so many are looked at when only what is open counts: rules of RFC 5545 are read here, not by PostgreSQL. */
    private static final int LOOKED_AT = 500;

    /** Nearest first when there is a place, else what fits the words best; services that said they have no capacity stand last. */
    @Transactional(readOnly = true)
    public Found search(ServiceSearch search) {
        return search(search, null);
    }

    /** The same from somebody's home, unless another place is asked for: nearest first, and what has no known distance last, none left out for being far. */
    @Transactional(readOnly = true)
    public Found search(ServiceSearch search, @Nullable Place home) {
        var near = search.nearIfAny();
        boolean fromHome = near == null && home != null;
        var place = fromHome ? home : near == null ? null : coordinates(near) != null ? coordinates(near) : store.where(near);
        var said = search;
        var hits = store.search(search, place, fromHome && search.within() == null, clock.instant(), search.whenOpen() ? LOOKED_AT : Found.MOST);
        var respelled = hits.isEmpty() && search.wordsIfAny() != null ? store.respelled(search.wordsIfAny()) : null;
        if (respelled != null) {
            said = search.saying(respelled);
            hits = store.search(said, place, fromHome && search.within() == null, clock.instant(), search.whenOpen() ? LOOKED_AT : Found.MOST);
            respelled = hits.isEmpty() ? null : respelled;
        }
        var schedules = store.schedules(hits.stream().flatMap(it -> Stream.of(it.id().value(), it.location())).filter(it -> it != null).toList());
        int all = hits.isEmpty() ? 0 : hits.getFirst().found();
        var lines = new ArrayList<ServiceLine>();
        for (var hit : hits) {
            var hours = hours(schedules.get(hit.id().value()), hit.location() == null ? null : schedules.get(hit.location()));
            if (!search.whenOpen() || open(hours, search, now(hit.state(), hit.longitude()))) {
                lines.add(line(hit, said, hours));
            }
        }
        int found = search.whenOpen() ? lines.size() : all;
        if (lines.size() > Found.MOST) {
            lines.subList(Found.MOST, lines.size()).clear();
        }
        var unknown = near != null && place == null ? Sentence.of("No location of the directory is in {place}, so distances are not known. Try a nearby ZIP code, or coordinates like 37.48, -122.20.", near) : null;
        var hindrance = unknown != null ? unknown : respelled != null ? Sentence.of("Nothing has “{words}”; this is what has “{nearest}”.", search.wordsIfAny(), respelled)
                : search.whenOpen() && all > LOOKED_AT ? Sentence.of("Only the hours of the first {count} were looked at; say more of what is needed.", LOOKED_AT) : null;
        return new Found(List.copyOf(lines), found,
                fromHome ? Sentence.of("Nearest to where the client lives first; services without capacity stand last.")
                        : place != null ? Sentence.of("Nearest first; services without capacity stand last.")
                        : search.wordsIfAny() != null ? Sentence.of("What fits the words best first; services without capacity stand last.")
                        : Sentence.of("By name; services without capacity stand last."),
                hindrance);
    }

    /**
     * What {@link #search} would look through, for whoever ranks it by rules of their own: at most {@code most} services in the order of the search, each with
     * what the directory says of it. Hours are not looked at.
     */
    @Transactional(readOnly = true)
    public List<Candidate> candidates(ServiceSearch search, @Nullable Place home, int most) {
        var near = search.nearIfAny();
        boolean fromHome = near == null && home != null;
        var place = fromHome ? home : near == null ? null : coordinates(near) != null ? coordinates(near) : store.where(near);
        return store.search(search, place, fromHome && search.within() == null, clock.instant(), most).stream().map(it -> new Candidate(it.id(), it.name(), it.organizationId(), it.organization(),
                it.km(), it.believed() ? it.capacity() : null, it.capacityAt(), it.terms(), it.languages(), it.audience(), it.state(), it.assured())).toList();
    }

    /** Refuses a service that the directory does not have. */
    @Transactional(readOnly = true)
    public Service get(ServiceId id) {
        var facts = sheet.facts(id).orElseThrow(() -> Refused.notFound("That service could not be found in the directory."));
        var locations = sheet.locations(id);
        var places = new ArrayList<>(List.of(id.value()));
        locations.forEach(it -> places.add(it.id().value()));
        var schedules = store.schedules(places);
        var hours = hours(schedules.get(id.value()), locations.isEmpty() ? null : schedules.get(locations.getFirst().id().value()));
        var now = locations.isEmpty() ? now(null, null) : now(locations.getFirst().state(), locations.getFirst().longitude());
        boolean believed = believed(facts);
        return new Service(facts, hours.today(now), capacity(facts.capacity(), facts.capacityAt(), believed), hours.week(now.toLocalDate()), hours.words(), sheet.needs(id), sheet.terms(id),
                sheet.languages(id), sheet.areas(id), sheet.documents(id), sheet.funding(id), sheet.costs(id), sheet.phones(id, facts.organizationId()),
                sheet.contacts(id, facts.organizationId()), locations, sheet.others(id, facts.organizationId()));
    }

    /** One service as a line, as if it were found; refuses one that the directory does not have. */
    @Transactional(readOnly = true)
    public ServiceLine line(ServiceId id) {
        var service = get(id);
        var facts = service.facts();
        return new ServiceLine(id, facts.name(), facts.organizationId(), facts.organization(), facts.description(),
                service.locations().isEmpty() ? null : service.locations().getFirst().address(),
                service.phones().isEmpty() ? null : service.phones().getFirst().number(), facts.email(), null, believed(facts) && facts.capacity() == Capacity.NO_CAPACITY, List.of(service.today(), service.capacity()));
    }

    /** All services in use that meet a need, by its ticks or by their names, descriptions and terms. */
    @Transactional(readOnly = true)
    public java.util.Set<java.util.UUID> meeting(org.casebridge.codes.NeedCategory need) {
        return java.util.Set.copyOf(store.meeting(need));
    }

    /** Someone asked the service today whether it can take one more person. */
    public void confirm(ServiceId id, Capacity capacity) {
        store.confirm(id, capacity, clock.instant());
    }

    /** Adds one service by hand ({@link DirectoryDesk#add(AddService)}). */
    public ServiceId add(AddService service) {
        return desk.add(service);
    }

    private ServiceLine line(ServiceStore.Hit hit, ServiceSearch search, Hours hours) {
        var why = new ArrayList<Sentence>();
        if (search.need() != null) {
            why.add(hit.ticked() ? Sentence.of("helps with “{need}”", search.need())
                    : hit.terms() == null ? Sentence.of("matches “{need}” by its name", search.need()) : Sentence.of("matches “{need}”: {terms}", search.need(), hit.terms()));
        }
        if (search.wordsIfAny() != null) {
            why.add(Sentence.of("matches the words “{words}”", search.wordsIfAny()));
        }
        if (hit.km() != null) {
            why.add(hit.about() ? Sentence.of("about {miles, plural, one {1 mile} other {# miles}} away, going by its ZIP code or city", Math.round(hit.km() / ServiceSearch.KM_PER_MILE))
                    : Sentence.of("{miles, plural, one {1 mile} other {# miles}} away", Math.round(hit.km() / ServiceSearch.KM_PER_MILE * 10) / 10.0));
        }
        why.add(hours.today(now(hit.state(), hit.longitude())));
        why.add(capacity(hit.capacity(), hit.capacityAt(), hit.believed()));
        if (hit.languages() != null) {
            why.add(Sentence.of("speaks {languages}", hit.languages()));
        }
        if (hit.audience() != null) {
            why.add(Sentence.of("serves {people}", hit.audience().length() > 120 ? hit.audience().substring(0, 120) + "…" : hit.audience()));
        }
        return new ServiceLine(hit.id(), hit.name(), hit.organizationId(), hit.organization(), hit.description(), hit.address(), hit.phone(), hit.email(), hit.km(), hit.believed() && hit.capacity() == Capacity.NO_CAPACITY, why);
    }

    private Sentence capacity(@Nullable Capacity capacity, @Nullable Instant at, boolean believed) {
        if (capacity == null || at == null) {
            return Sentence.of("capacity not confirmed");
        }
        int days = (int) ChronoUnit.DAYS.between(at.atZone(Actor.current().zone()).toLocalDate(), LocalDateTime.ofInstant(clock.instant(), Actor.current().zone()).toLocalDate());
        return believed ? Sentence.of("{capacity}, confirmed {days, plural, =0 {today} one {yesterday} other {# days ago}}", capacity, days)
                : Sentence.of("capacity not known: “{capacity}” was said {days, plural, =0 {today} one {yesterday} other {# days ago}}, which is too long ago for this kind of service", capacity, days);
    }

    private boolean believed(Service.Facts facts) {
        return facts.capacityAt() != null && facts.capacityAt().isAfter(clock.instant().minus(facts.believeDays(), ChronoUnit.DAYS));
    }

    /** What the clock says at the place. */
    private LocalDateTime now(@Nullable String state, @Nullable Double longitude) {
        return LocalDateTime.ofInstant(clock.instant(), PlaceZone.of(state, longitude, Actor.current().zone()));
    }

    private static boolean open(Hours hours, ServiceSearch search, LocalDateTime there) {
        if (Boolean.TRUE.equals(search.openNow())) {
            return hours.openAt(there);
        }
        var day = search.openOn() == null ? there.toLocalDate() : search.openOn();
        return search.openAt() == null ? hours.opensOn(day) : hours.openAt(day.atTime(search.openAt()));
    }

    private static Hours hours(@Nullable List<Schedule> own, @Nullable List<Schedule> place) {
        return new Hours(own != null ? own : place != null ? place : List.of());
    }

    private static @Nullable Place coordinates(String text) {
        var parts = text.split("[,;\\s]+");
        try {
            var place = parts.length == 2 && text.matches("[-+.,;\\s\\d]+") ? new Place(text, Double.parseDouble(parts[0]), Double.parseDouble(parts[1])) : null;
            return place == null || Math.abs(place.latitude()) > 90 || Math.abs(place.longitude()) > 180 ? null : place;
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
