package org.casebridge.matching;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.Services;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All services in use as matching needs them, kept in memory: read whole when the directory or a rule changed, when the day did, and at least once a minute, as capacity is told without either.
 * Holds nothing about any client. 50,000 services take some 30 MB.
 */
@Component
class Catalogue {

    private static final Duration OLDEST = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final ServiceRules rules;
    private final Services services;
    private final Clock clock;
    private volatile @Nullable Whole whole;

    Catalogue(JdbcClient db, ServiceRules rules, Services services, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.services = services;
        this.clock = clock;
    }

    /** {@code rule}: written here or, else, by the ages that the directory tells; null when nothing is known. {@code room}: they said they have; {@code full}: that they have none. */
    record Entry(UUID id, String name, String organization, double latitude, double longitude, boolean room, boolean full, Set<String> languages, Set<PaperKind> papers, @Nullable Rule rule) {

        boolean placed() {
            return !Double.isNaN(latitude);
        }
    }

    record Whole(List<Entry> entries, String stamp, LocalDate day, Instant readAt, Map<NeedCategory, Set<UUID>> meeting) {}

    /** Inside a transaction. */
    Whole now(LocalDate day) {
        var known = whole;
        var stamp = db.sql("""
                select concat_ws(' ', (select max(changed_at) from directory.entry), (select max(r.published_at) from matching.rule r))
                """).query(String.class).single();
        if (known == null || !known.stamp().equals(stamp) || !known.day().equals(day) || known.readAt().plus(OLDEST).isBefore(clock.instant())) {
            known = new Whole(read(day), stamp, day, clock.instant(), new ConcurrentHashMap<>());
            whole = known;
        }
        return known;
    }

    /** The services of a need. */
    Set<UUID> meeting(Whole it, NeedCategory need) {
        return it.meeting().computeIfAbsent(need, services::meeting);
    }

    private List<Entry> read(LocalDate day) {
        var written = new HashMap<UUID, Rule>();
        for (var one : rules.holding(day)) {
            try {
                written.put(one.serviceId(), RuleText.read(one.text()));
            } catch (Refused unreadable) {
                // Written before a word of the language changed: as if it were not there.
            }
        }
        var languages = many("select about as id, coalesce(code, '') || ' ' || name as words from directory.language");
        var papers = many("select about as id, document as words from directory.required_document");
        record Row(UUID id, String name, String organization, @Nullable Double latitude, @Nullable Double longitude, @Nullable String capacity, @Nullable BigDecimal minimumAge, @Nullable BigDecimal maximumAge) {}
        var rows = db.sql("""
                select s.id, s.name, o.name as organization, l.latitude, l.longitude, s.capacity, s.minimum_age, s.maximum_age
                from directory.service s join directory.organization o on o.id = s.organization_id
                left join (select distinct on (a.service_id) a.service_id, l.latitude, l.longitude from directory.service_at_location a join directory.location l on l.id = a.location_id
                           where l.latitude is not null order by a.service_id, a.location_id) l on l.service_id = s.id
                where s.status = 'active'
                """).query((row, _) -> new Row(row.getObject(1, UUID.class), row.getString(2), row.getString(3), (Double) row.getObject(4), (Double) row.getObject(5), row.getString(6), row.getBigDecimal(7), row.getBigDecimal(8)))
                .list();
        var all = new ArrayList<Entry>(rows.size());
        for (var row : rows) {
            var spoken = languages.getOrDefault(row.id(), List.of()).stream().flatMap(it -> Arrays.stream(it.toLowerCase(java.util.Locale.ROOT).split("[\\s,;/]+"))).filter(it -> !it.isBlank()).collect(Collectors.toSet());
            var wanted = EnumSet.noneOf(PaperKind.class);
            papers.getOrDefault(row.id(), List.of()).forEach(it -> wanted.addAll(PaperKind.in(it)));
            var rule = written.get(row.id());
            all.add(new Entry(row.id(), row.name(), row.organization(), row.latitude() == null ? Double.NaN : row.latitude(), row.longitude() == null ? Double.NaN : row.longitude(),
                    "CAPACITY".equals(row.capacity()), "NO_CAPACITY".equals(row.capacity()), Set.copyOf(spoken), wanted, rule != null ? rule : ages(row.minimumAge(), row.maximumAge())));
        }
        return List.copyOf(all);
    }

    private Map<UUID, List<String>> many(String sql) {
        record Said(UUID id, String words) {}
        return db.sql(sql).query(Said.class).list().stream().collect(Collectors.groupingBy(Said::id, Collectors.mapping(Said::words, Collectors.toList())));
    }

    private static @Nullable Rule ages(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        var parts = new ArrayList<Rule>();
        if (least != null && least.signum() > 0) {
            parts.add(new Rule.Compare(Fact.AGE, Rule.Op.AT_LEAST, least.stripTrailingZeros().toPlainString(), least, Set.of()));
        }
        if (most != null && most.signum() > 0 && most.intValue() < 120) {
            parts.add(new Rule.Compare(Fact.AGE, Rule.Op.AT_MOST, most.stripTrailingZeros().toPlainString(), most, Set.of()));
        }
        return parts.isEmpty() ? null : parts.size() == 1 ? parts.getFirst() : new Rule.All(parts);
    }
}
