package org.casebridge.referrals;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.casebridge.access.Actor;
import org.casebridge.access.AgencyId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.ServiceId;
import org.casebridge.kernel.Sentence;
import org.casebridge.matching.Points;
import org.casebridge.matching.TrackRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What services really do, counted from an agency's own referrals of the last year; counted anew at most every ten minutes. */
@Service
@Transactional(readOnly = true)
public class RealityBoard implements TrackRecord {

    static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration BACK = Duration.ofDays(365);

    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;
    private final Map<AgencyId, Counted> counted = new ConcurrentHashMap<>();

    RealityBoard(JdbcClient db, JsonMapper json, Clock clock) {
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    private record Counted(List<Reality> all, Map<UUID, List<Reality>> byService, Instant at) {}

    /** Of every service and need, what was sent most first. */
    public List<Reality> all() {
        return counted().all();
    }

    public List<Reality> of(ServiceId service) {
        return counted().byService().getOrDefault(service.value(), List.of());
    }

    /** What speaks against sending somebody there for this need. */
    public List<Sentence> warnings(ServiceId service, @Nullable NeedCategory need) {
        return of(service).stream().filter(it -> need == null || it.need() == need).flatMap(it -> it.warnings().stream()).distinct().toList();
    }

    @Override
    public Map<UUID, Told> of(Collection<UUID> services, @Nullable NeedCategory need) {
        var known = counted().byService();
        var told = new HashMap<UUID, Told>();
        for (var service : services) {
            for (var it : known.getOrDefault(service, List.of())) {
                if (need != null && it.need() != need || told.containsKey(service)) {
                    continue;
                }
                var warning = it.warnings().stream().findFirst().orElse(null);
                if (it.enough()) {
                    int points = Math.round(Points.RECORD_MOST * (it.outcomesEnough() ? (it.acceptedPercent() + it.metPercent()) / 200f : it.acceptedPercent() / 200f));
                    told.put(service, new Told(points, Sentence.of("accepted {percent} % of {count} in a year", it.acceptedPercent(), it.answered()), warning));
                } else if (warning != null) {
                    told.put(service, new Told(0, Sentence.of("too few answers to tell"), warning));
                }
            }
        }
        return told;
    }

    private Counted counted() {
        var agency = Actor.current().agency();
        var known = counted.get(agency);
        if (known == null || known.at().plus(FRESH).isBefore(clock.instant())) {
            var all = db.sql("select * from referrals.reality(?) order by sent desc, service, need").param(clock.instant().minus(BACK).atOffset(ZoneOffset.UTC))
                    .query((row, _) -> new Reality(row.getObject("service_id", UUID.class), row.getString("service"), row.getString("organization"), NeedCategory.valueOf(row.getString("need")), row.getInt("sent"),
                            row.getInt("overdue"), row.getInt("answered"), (BigDecimal) row.getObject("median_days"), row.getInt("accepted"), row.getInt("declined"), causes(row.getString("causes")), row.getInt("no_shows"),
                            row.getInt("met"), row.getInt("partly"), row.getInt("not_met"), row.getInt("no_funds_streak"))).list();
            var byService = new HashMap<UUID, List<Reality>>();
            all.forEach(it -> byService.computeIfAbsent(it.serviceId(), _ -> new java.util.ArrayList<>()).add(it));
            known = new Counted(all, byService, clock.instant());
            counted.put(agency, known);
        }
        return known;
    }

    private Map<Cause, Integer> causes(String text) {
        var causes = new EnumMap<Cause, Integer>(Cause.class);
        json.readTree(text).properties().forEach(it -> causes.put(Cause.valueOf(it.getKey()), it.getValue().asInt()));
        return causes;
    }
}
