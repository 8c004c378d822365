package org.casebridge.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebridge.access.Actor;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** How old what the directory says is: what to check again, whom to ask, and how long capacity is believed. */
@org.springframework.stereotype.Service
@Transactional
public class Freshness {

    /** After half a year an entry is due again; Open Referral and 211 networks (AIRS standard 7) ask for each entry at least once a year. */
    public static final int DUE_AFTER_DAYS = 180;

    /** Days for which capacity is believed when no kind of the service says otherwise. */
    public static final int USUAL_DAYS = 14;

    private static final int MOST = 100;

    private final JdbcClient db;
    private final Details details;
    private final Clock clock;

    Freshness(JdbcClient db, Details details, Clock clock) {
        this.db = db;
        this.details = details;
        this.clock = clock;
    }

    /** A service to check again. {@code assured}: when its source or somebody here last said that it is right; null when nobody ever did. {@code ask}: whom, and how. */
    public record Due(ServiceId id, String name, String organization, @Nullable LocalDate assured, @Nullable String ask) {

        public String path() {
            return "/directory/services/" + id.text();
        }
    }

    /** What is due, and how many there are in all. */
    public record Worklist(List<Due> due, int all) {}

    /** The longest unchecked first; those that nobody ever checked before all. */
    @Transactional(readOnly = true)
    public Worklist due() {
        record Row(ServiceId id, String name, String organization, @Nullable LocalDate assured, @Nullable String ask, int found) {}
        var rows = db.sql("""
                with due as (
                    select s.id, s.name, s.organization_id, s.email, greatest(s.assured_on, s.checked_on) as assured, count(*) over ()::int as found
                    from directory.service s
                    where s.status = 'active' and s.merged_into is null
                      and coalesce(greatest(s.assured_on, s.checked_on), '-infinity') < :before
                    order by greatest(s.assured_on, s.checked_on) nulls first, s.id limit :most)
                select d.id, d.name, o.name as organization, d.assured, d.found,
                       nullif(concat_ws(' · ', (select c.name from directory.contact c where c.about in (d.id, d.organization_id) and c.name is not null order by c.about <> d.id, c.place limit 1),
                           (select p.number from directory.phone p where p.about in (d.id, d.organization_id) order by p.about <> d.id, p.place limit 1), coalesce(d.email, o.email)), '') as ask
                from due d join directory.organization o on o.id = d.organization_id
                order by d.assured nulls first, d.id
                """).param("before", today().minusDays(DUE_AFTER_DAYS)).param("most", MOST).query(Row.class).list();
        return new Worklist(rows.stream().map(it -> new Due(it.id(), it.name(), it.organization(), it.assured(), it.ask())).toList(), rows.isEmpty() ? 0 : rows.getFirst().found());
    }

    /** Somebody looked, or asked, and all is right as it stands. Refuses a service that the directory does not have. */
    public void check(ServiceId id) {
        if (db.sql("update directory.service set checked_on = ?, checked_by = ? where id = ?").params(today(), Actor.current().name(), id.value()).update() == 0) {
            throw Refused.notFound("That service could not be found in the directory.");
        }
    }

    /** For how many days capacity is believed, by the kind of service. */
    @Transactional(readOnly = true)
    public Map<NeedCategory, Integer> decay() {
        record Row(NeedCategory need, int days) {}
        return db.sql("select need, days from directory.decay").query(Row.class).list().stream().collect(Collectors.toMap(Row::need, Row::days));
    }

    /** Sets them all; a kind that is left out is believed for {@link #USUAL_DAYS}. Refuses fewer than 1 and more than 365 days. */
    public void decay(Map<NeedCategory, Integer> days) {
        Arrays.stream(NeedCategory.values()).filter(days::containsKey).forEach(need -> {
            if (days.get(need) < 1 || days.get(need) > 365) {
                throw Refused.invalid("Capacity can be believed for 1 to 365 days.").at("days[" + need.name() + "]");
            }
        });
        db.sql("delete from directory.decay").update();
        days.forEach((need, many) -> db.sql("insert into directory.decay (need, days, terms) values (?, ?, ?)").params(need.name(), many, NeedTerms.ofNames(need)).update());
        details.believe(List.of());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Actor.current().zone());
    }
}
