package org.casebridge.monitoring;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Row;
import org.casebridge.data.Together;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Incidents: reported, with the reports that are due by rule, reviewed, closed. The story says that there was one and of what kind; the words stand on its page alone. */
@Service
@Transactional
public class Incidents {

    private static final String REPORT = """
            select r.id, r.client_id, c.name as client, r.incident_id, i.kind, r.rule, o.name as owner_name, r.due_at, r.made_at, r.how
            from monitoring.incident_report r join monitoring.incident i on i.id = r.incident_id join clients.client c on c.id = r.client_id join access.account o on o.id = r.owner
            """;

    private final JdbcClient db;
    private final Story story;
    private final Clock clock;

    Incidents(JdbcClient db, Story story, Clock clock) {
        this.db = db;
        this.story = story;
        this.clock = clock;
    }

    /** The newest first, at most 50. */
    @Transactional(readOnly = true)
    public List<Incident> of(ClientId client) {
        return db.sql("select * from monitoring.incident where client_id = ? order by happened_at desc, id desc limit 50").param(client.value()).query(Incident.class).list();
    }

    @Transactional(readOnly = true)
    public Incident get(ClientId client, IncidentId id) {
        return db.sql("select * from monitoring.incident where id = ? and client_id = ?").params(id.value(), client.value()).query(Incident.class).optional()
                .orElseThrow(() -> Refused.notFound("That incident could not be found."));
    }

    @Transactional(readOnly = true)
    public List<IncidentReport> reports(ClientId client, IncidentId id) {
        return db.sql(REPORT + "where r.incident_id = ? and r.client_id = ? order by r.due_at, r.id").params(id.value(), client.value()).query(IncidentReport.class).list();
    }

    public IncidentId report(ClientId client, Incident.Kind kind, Instant happened, String place, String words, String done) {
        var me = Actor.current();
        var now = clock.instant();
        var incident = Incident.report(client, kind, happened, place, words, done, me.account(), now);
        db.sql("""
                insert into monitoring.incident (id, client_id, kind, happened_at, place, words, done, status, reported_by, reported_at, version)
                values (:id, :clientId, :kind, :happenedAt, :place, :words, :done, :status, :reportedBy, :reportedAt, :version)
                """).paramSource(Row.of(incident)).update();
        for (var rule : IncidentRule.of(kind)) {
            db.sql("insert into monitoring.incident_report (id, client_id, incident_id, rule, owner, due_at) values (?, ?, ?, ?, ?, ?)")
                    .params(Id.fresh(), client.value(), incident.id().value(), rule.name(), me.account().value(), now.plus(Duration.ofHours(rule.hours())).atOffset(ZoneOffset.UTC)).update();
        }
        tell(incident, Sentence.of("Incident reported: {kind}", kind));
        return incident.id();
    }

    /** Says that and how a report was made. Refuses one that was made already. */
    public void made(ClientId client, IncidentId id, IncidentRule rule, String how) {
        get(client, id);
        int rows = db.sql("update monitoring.incident_report set made_at = ?, made_by = ?, how = ? where incident_id = ? and client_id = ? and rule = ? and made_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), Actor.current().account().value(), how, id.value(), client.value(), rule.name()).update();
        if (rows == 0) {
            throw Refused.conflict("This report was made already, or is not asked for.");
        }
    }

    public void review(ClientId client, IncidentId id, String findings) {
        var incident = get(client, id).review(findings, Actor.current().account(), clock.instant());
        replace(incident);
        tell(incident, Sentence.of("Incident reviewed: {kind}", incident.kind()));
    }

    public void close(ClientId client, IncidentId id) {
        var due = reports(client, id).stream().filter(it -> it.madeAt() == null).count();
        var incident = get(client, id).close(due, Actor.current().account(), clock.instant());
        replace(incident);
        tell(incident, Sentence.of("Incident closed: {kind}", incident.kind()));
    }

    /** Reports that an owner has to make, due until then. */
    Supplier<List<IncidentReport>> due(Together.Questions questions, AccountId owner, Instant until) {
        return questions.list(IncidentReport.class, REPORT + "where r.owner = ? and r.made_at is null and r.due_at < ? order by r.due_at", owner.value(), until.atOffset(ZoneOffset.UTC));
    }

    /** Those of the acting person's team that wait for their review, the oldest first. */
    Supplier<List<ReviewedLine>> toReview(Together.Questions questions) {
        var me = Actor.current().account().value();
        return questions.list(ReviewedLine.class, """
                select i.client_id, c.name as client, i.id as contact_id, r.name, i.reported_at as at, i.kind as words
                from monitoring.incident i join clients.client c on c.id = i.client_id join access.account r on r.id = i.reported_by
                where i.reported_by = any (array(%s)) and i.reported_by <> ? and i.status = 'REPORTED' order by i.reported_at limit 50
                """.formatted(CadenceStore.TEAM), me, Actor.current().agency().value(), me, me, me);
    }

    private void replace(Incident incident) {
        int rows = db.sql("""
                update monitoring.incident set status = :status, findings = :findings, reviewed_by = :reviewedBy, reviewed_at = :reviewedAt, closed_by = :closedBy, closed_at = :closedAt, version = :version + 1
                where id = :id and version = :version
                """).paramSource(Row.of(incident)).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this incident. Reload it and look again.");
        }
    }

    private void tell(Incident incident, Sentence what) {
        story.tell(incident.clientId(), clock.instant(), StoryKind.CONTACT, what, Sentence.of("by {name}", Actor.current().name()),
                "/clients/" + incident.clientId().text() + "/incidents/" + incident.id().text());
    }
}
