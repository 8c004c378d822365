package org.casebridge.oversight;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.access.Asking;
import org.casebridge.access.Reach;
import org.casebridge.audit.Deed;
import org.casebridge.audit.Deeds;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.HiddenParts;
import org.casebridge.clients.PersonName;
import org.casebridge.clients.SearchKey;
import org.casebridge.data.Once;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Opening a record that is out of one's reach, in an emergency: one person, a few hours, told to the privacy officer at once; nothing can be released meanwhile. */
@Service
public class Emergencies {

    private final JdbcClient db;
    private final Reach reach;
    private final Deeds deeds;
    private final HiddenParts parts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Emergencies(JdbcClient db, Reach reach, Deeds deeds, HiddenParts parts, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.reach = reach;
        this.deeds = deeds;
        this.parts = parts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Refuses when it is not clear who is meant: whether nobody or more than one has that name and birth date, or whether the record is kept by a Part 2 programme alone, is not
     * told. A vain attempt is noted too. Part 2 rows come along only in a medical emergency (42 CFR 2.51).
     */
    public ClientId open(OpenRecord said) {
        if (said.bonaFide()) {
            checkMedical(said);
        }
        var opened = Asking.purpose("BTG", () -> transaction.execute(_ -> {
            var found = find(said);
            return found.size() == 1 ? begin(new ClientId(found.getFirst()), said) : null;
        }));
        if (opened == null) {
            Once.aside(() -> deeds.refused(Deed.BREAK_GLASS, null, "Nobody was found by exactly that.", Map.of("reason", said.reason().name())));
            throw Refused.invalid("No single record fits that exactly. Check the spelling and the birth date, or use a number.");
        }
        return opened;
    }

    private static void checkMedical(OpenRecord said) {
        if (said.reason() != Emergency.Reason.MEDICAL) {
            throw Refused.invalid("Part 2 records open in a medical emergency only.").at("part2");
        }
        if (OpenRecord.text(said.personnel()).isEmpty()) {
            throw Refused.invalid("Name the medical personnel you tell.").at("personnel");
        }
        if (OpenRecord.text(said.affiliation()).isEmpty()) {
            throw Refused.invalid("Name the hospital or service they work for.").at("affiliation");
        }
        if (OpenRecord.text(said.nature()).isEmpty()) {
            throw Refused.invalid("Say what the medical emergency is.").at("nature");
        }
    }

    private List<UUID> find(OpenRecord said) {
        var name = OpenRecord.text(said.name());
        var number = OpenRecord.text(said.number()).toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        var names = name.isEmpty() ? List.<String>of() : parts.keys(List.of(PersonName.read(name)), About.unknown(), List.of(), List.of()).stream()
                .filter(it -> it.kind() == 'N' && !it.token().contains(" ")).map(SearchKey::token).toList();
        if (number.isEmpty() && (names.size() < 2 || said.born() == null)) {
            throw Refused.invalid("Give the first and last name with the birth date, or a number.").at("name");
        }
        return db.sql("select value from oversight.exactly(:names, :born, :number, :token, :part2)")
                .param("names", names.toArray(String[]::new)).param("born", said.born() == null ? "" : said.born().toString())
                .param("number", number).param("token", parts.token(number)).param("part2", said.bonaFide()).query(UUID.class).list();
    }

    private ClientId begin(ClientId client, OpenRecord said) {
        if (!said.bonaFide() && reach.reaches(client.value())) {
            throw Refused.conflict("You can open this record already: look among your clients.");
        }
        var now = clock.instant();
        var ends = now.plus(Duration.ofHours(said.hours()));
        db.sql("""
                insert into oversight.emergency (id, subject, account, reason, words, opened_at, ends_at, part2, personnel, affiliation, nature)
                values (:id, :subject, :account, :reason, :words, :now, :ends, :part2, :personnel, :affiliation, :nature)
                """)
                .param("id", Id.fresh()).param("subject", client.value()).param("account", Actor.current().account().value()).param("reason", said.reason().name())
                .param("words", said.words().strip()).param("now", now.atOffset(ZoneOffset.UTC)).param("ends", ends.atOffset(ZoneOffset.UTC)).param("part2", said.bonaFide())
                .param("personnel", OpenRecord.text(said.personnel())).param("affiliation", OpenRecord.text(said.affiliation())).param("nature", OpenRecord.text(said.nature()))
                .update();
        reach.open(client.value(), ends, said.bonaFide());
        deeds.note(Deed.BREAK_GLASS, client.value(), Map.of("reason", said.reason().name(), "part2", said.bonaFide(), "until", ends.toString()));
        return client;
    }

    /** Ends it before its time. */
    @Transactional
    public void end(ClientId client) {
        var ended = db.sql("update oversight.emergency set ended_at = :now where subject = :client and account = :account and ended_at is null and ends_at > :now")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("client", client.value()).param("account", Actor.current().account().value()).update();
        if (ended == 0) {
            throw Refused.notFound("That client could not be found among those you work with.");
        }
        reach.shut(client.value());
    }

    /** For the privacy officer: the newest first, at most 200. */
    @Transactional(readOnly = true)
    public List<Emergency> all() {
        return db.sql("""
                select e.id, e.subject, coalesce(c.name, '') as client, a.name as worker, e.reason, e.words, e.opened_at, e.ends_at, e.ended_at, e.part2, e.personnel, e.affiliation, e.nature
                from oversight.emergency e join access.account a on a.id = e.account left join clients.client c on c.id = e.subject
                order by e.opened_at desc limit 200
                """).query(Emergency.class).list();
    }

    /** One that waits for an answer, which is given at its alert; {@code client} is empty where the record is closed to the reader too. */
    public record Unanswered(UUID alert, UUID subject, String client, String worker, Emergency.Reason reason, String words, Instant openedAt) {

        public Instant due() {
            return openedAt.plus(Emergency.REVIEW);
        }
    }

    /** For the privacy officer's day: what waits for an answer, from the moment it was opened. */
    @Transactional(readOnly = true)
    public List<Unanswered> unanswered() {
        return db.sql("""
                select a.id as alert, a.subject, coalesce(c.name, '') as client, w.name as worker, e.reason, e.words, a.raised_at as opened_at
                from oversight.alert a
                join access.account w on w.id = a.account
                join lateral (select e.reason, e.words from oversight.emergency e where e.account = a.account and e.subject = a.subject and e.opened_at <= a.raised_at order by e.opened_at desc limit 1) e on true
                left join clients.client c on c.id = a.subject
                where a.kind = 'EMERGENCY' and a.state = 'OPEN'
                order by a.raised_at limit 200
                """).query(Unanswered.class).list();
    }

    /** For the administrator, to whom it is told when an answer is more than 72 hours late in coming: how many, and since when the first is overdue. */
    public record Escalated(int answers, @org.jspecify.annotations.Nullable Instant since) {

        public static final Escalated NONE = new Escalated(0, null);
    }

    @Transactional(readOnly = true)
    public Escalated escalated() {
        return db.sql("select answers, since from oversight.overdue_answers()").query(Escalated.class).single();
    }

    /** Those whose answer is overdue: more than 72 hours, and their alert is open. */
    @Transactional(readOnly = true)
    public int overdue() {
        return db.sql("select count(*) from oversight.alert where kind = 'EMERGENCY' and state = 'OPEN' and raised_at < :then")
                .param("then", clock.instant().minus(Emergency.REVIEW).atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE).query(Integer.class).single();
    }
}
