package org.casebridge.matching;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing who may have a service: a draft with the cases it is tried by, published from a day on when every case comes out as it should; and whether matching is on. */
@Service
@Transactional
public class ServiceRules {

    private static final String RULE = """
            select r.id, r.service_id, s.name as service, o.name as organization, r.text, r.cases, r.starts_on, r.ends_on, a.name as made_by, r.made_at, r.published_at, r.version
            from matching.rule r join directory.service s on s.id = r.service_id join directory.organization o on o.id = s.organization_id join access.account a on a.id = r.made_by
            """;

    private final JdbcClient db;
    private final Services services;
    private final ClientFacts facts;
    private final Clock clock;

    ServiceRules(JdbcClient db, Services services, ClientFacts facts, Clock clock) {
        this.db = db;
        this.services = services;
        this.facts = facts;
        this.clock = clock;
    }

    /** Drafts first, then the newest; at most 200. */
    @Transactional(readOnly = true)
    public List<ServiceRule> all() {
        return db.sql(RULE + "order by r.published_at is not null, r.made_at desc limit 200").query(ServiceRule.class).list();
    }

    @Transactional(readOnly = true)
    public List<ServiceRule> of(ServiceId service) {
        return db.sql(RULE + "where r.service_id = ? order by r.published_at is not null, r.starts_on desc").param(service.value()).query(ServiceRule.class).list();
    }

    /** What each case comes to; refuses a rule or a case that cannot be read. */
    @Transactional(readOnly = true)
    public List<RuleCase.Tried> tried(String text, String cases, LocalDate day) {
        var rule = RuleText.read(text);
        return RuleCase.read(cases).stream().map(it -> {
            var known = it.known(day);
            var all = known.facts().isEmpty() ? new EnumMap<Fact, String>(Fact.class) : new EnumMap<>(known.facts());
            facts.reckon(all, day);
            return new RuleCase.Tried(it, rule.judge(new Known(all, known.papers(), day)).truth());
        }).toList();
    }

    /** Keeps the draft. Refuses what cannot be read, and a draft that somebody else changed meanwhile. */
    public void save(ServiceId service, String text, String cases, LocalDate startsOn, @Nullable Integer version) {
        services.line(service);
        tried(text, cases, startsOn);
        var me = Actor.current().account().value();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var rows = version == null
                ? db.sql("insert into matching.rule (id, service_id, text, cases, starts_on, made_by, made_at, version) values (?, ?, ?, ?, ?, ?, ?, 0) on conflict do nothing")
                        .params(Id.fresh(), service.value(), text, cases, startsOn, me, now).update()
                : db.sql("update matching.rule set text = ?, cases = ?, starts_on = ?, made_by = ?, made_at = ?, version = version + 1 where service_id = ? and published_at is null and version = ?")
                        .params(text, cases, startsOn, me, now, service.value(), version).update();
        if (rows == 0) {
            throw Refused.conflict("Somebody else changed this draft. Yours stands below; open the page again in another window to see theirs.");
        }
    }

    /** The draft holds from its day on, and what held before ends the day before. Refuses a day that is past, cases that do not come out, and fewer than one yes and one no. */
    public void publish(ServiceId service) {
        var draft = of(service).stream().filter(ServiceRule::draft).findFirst().orElseThrow(() -> Refused.conflict("There is no draft to publish."));
        if (draft.startsOn().isBefore(today())) {
            throw Refused.conflict("{day} is past. Let the rule begin today or later.", draft.startsOn());
        }
        var tried = tried(draft.text(), draft.cases(), draft.startsOn());
        if (tried.stream().noneMatch(it -> it.it().expected() == Truth.YES) || tried.stream().noneMatch(it -> it.it().expected() == Truth.NO)) {
            throw Refused.conflict("Try the rule by at least one case that is eligible and one that is not.");
        }
        tried.stream().filter(it -> !it.passes()).findFirst().ifPresent(it -> {
            throw Refused.conflict("This case should be “{expected}” and comes out as “{came}”: {words}", it.it().expected(), it.came(), it.it().words());
        });
        if (of(service).stream().anyMatch(it -> !it.draft() && !it.startsOn().isBefore(draft.startsOn()))) {
            throw Refused.conflict("A published rule begins on that day or later already. Let yours begin after it.");
        }
        db.sql("update matching.rule set ends_on = ?, version = version + 1 where service_id = ? and published_at is not null and (ends_on is null or ends_on >= ?)")
                .params(draft.startsOn().minusDays(1), service.value(), draft.startsOn()).update();
        var rows = db.sql("update matching.rule set published_at = ?, published_by = ?, version = version + 1 where id = ? and published_at is null and version = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), Actor.current().account().value(), draft.id(), draft.version()).update();
        if (rows == 0) {
            throw Refused.conflict("Somebody else changed this draft. Reload it and try again.");
        }
    }

    /** Why matching is off for the acting person's agency; empty when it is on. */
    @Transactional(readOnly = true)
    public Optional<Off> off() {
        return db.sql("select s.words, a.name as by, s.set_at as at from matching.state s join access.account a on a.id = s.set_by where s.agency_id = ? and not s.is_on")
                .param(Actor.current().agency().value()).query(Off.class).optional();
    }

    public record Off(String words, String by, java.time.Instant at) {}

    /** Refuses to switch it off without saying why. */
    public void turn(boolean on, String why) {
        if (!on && why.isBlank()) {
            throw Refused.invalid("Say why.").at("why");
        }
        db.sql("""
                insert into matching.state (agency_id, is_on, words, set_by, set_at) values (?, ?, ?, ?, ?)
                on conflict (agency_id) do update set is_on = excluded.is_on, words = excluded.words, set_by = excluded.set_by, set_at = excluded.set_at
                """).params(Actor.current().agency().value(), on, why, Actor.current().account().value(), clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }

    @Transactional(readOnly = true)
    List<Published> holding(LocalDate day) {
        return db.sql("select service_id, text from matching.rule where published_at is not null and starts_on <= ? and (ends_on is null or ends_on >= ?)").params(day, day).query(Published.class).list();
    }

    record Published(UUID serviceId, String text) {}
}
