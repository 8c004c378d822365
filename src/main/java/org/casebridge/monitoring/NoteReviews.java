package org.casebridge.monitoring;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.messaging.ContactId;
import org.casebridge.messaging.Contacts;
import org.casebridge.messaging.Note;
import org.casebridge.messaging.Notes;
import org.casebridge.workforce.Credential;
import org.casebridge.workforce.Workers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What supervisors say of signed notes, and the second signature that some need. A note that is kept apart has neither: nobody else reads it. */
@Service
@Transactional
public class NoteReviews {

    private final JdbcClient db;
    private final Contacts contacts;
    private final Notes notes;
    private final Workers workers;
    private final Clock clock;

    NoteReviews(JdbcClient db, Contacts contacts, Notes notes, Workers workers, Clock clock) {
        this.db = db;
        this.contacts = contacts;
        this.notes = notes;
        this.workers = workers;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<NoteReview> of(Note note) {
        return db.sql("""
                select r.*, b.name as by_name, w.name as answered_by_name from monitoring.review r join access.account b on b.id = r.by left join access.account w on w.id = r.answered_by
                where r.note_id = ? and r.client_id = ? order by r.at, r.id
                """).params(note.id().value(), note.clientId().value()).query(NoteReview.class).list();
    }

    /** Refuses a draft, one's own note, and whoever does not supervise. */
    public void say(ClientId client, ContactId contact, NoteReview.Kind kind, String words) {
        var note = reviewed(client, contact);
        db.sql("insert into monitoring.review (id, client_id, note_id, kind, words, by, at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), client.value(), note.id().value(), kind.name(), words, me().value(), now()).update();
    }

    /** Its writer answers a question about a note, once. */
    public void answer(ClientId client, ContactId contact, UUID review, String words) {
        var note = note(client, contact);
        if (!note.writtenBy().equals(me())) {
            throw Refused.forbidden("Only who wrote the note answers this.");
        }
        int rows = db.sql("update monitoring.review set answer = ?, answered_by = ?, answered_at = ? where id = ? and note_id = ? and client_id = ? and kind = 'QUESTION' and answer is null")
                .params(words, me().value(), now(), review, note.id().value(), client.value()).update();
        if (rows == 0) {
            throw Refused.conflict("This question was answered already, or is gone.");
        }
    }

    @Transactional(readOnly = true)
    public Optional<Cosignature> cosignature(Note note) {
        return db.sql("""
                select c.note_id, c.author, c.why, c.asked_at, b.name as by_name, c.at from monitoring.cosignature c left join access.account b on b.id = c.by
                where c.note_id = ? and c.client_id = ?
                """).params(note.id().value(), note.clientId().value()).query(Cosignature.class).optional();
    }

    /** New words for a draft; signed, it may need a second signature. */
    public void rewrite(ClientId client, ContactId contact, Note.Written written, boolean sign) {
        notes.rewrite(client, contact, written, sign);
        if (sign) {
            signed(client, contact);
        }
    }

    /** A signature that was signed a second time stays. */
    public void takeBack(ClientId client, ContactId contact) {
        var note = note(client, contact);
        if (cosignature(note).filter(it -> !it.waits()).isPresent()) {
            throw Refused.conflict("This note has its second signature. Add what is missing as an addendum.");
        }
        notes.takeBack(client, contact);
        db.sql("delete from monitoring.cosignature where note_id = ? and client_id = ? and by is null").params(note.id().value(), client.value()).update();
    }

    /** Asks for a second signature where the agency's rule says so of its writer. */
    void signed(ClientId client, ContactId contact) {
        var kinds = kinds();
        if (kinds.isEmpty()) {
            return;
        }
        var note = note(client, contact);
        if (note.apart() == null && note.signedAt() != null && !holds(note.writtenBy(), kinds)) {
            db.sql("insert into monitoring.cosignature (note_id, client_id, author, why, asked_at) values (?, ?, ?, ?, ?) on conflict do nothing")
                    .params(note.id().value(), client.value(), note.writtenBy().value(), kinds.stream().map(Enum::name).toArray(String[]::new), now()).update();
        }
    }

    /** Signs a second time. Refuses the writer, who does not supervise, and who holds none of the credentials themselves. */
    public void cosign(ClientId client, ContactId contact) {
        var note = reviewed(client, contact);
        var asked = cosignature(note).orElseThrow(() -> Refused.conflict("This note needs no second signature."));
        if (!holds(me(), asked.why().stream().map(Credential.Kind::valueOf).toList())) {
            throw Refused.conflict("Whoever signs a second time holds one of these in force: {credentials}. Look at your credentials in the team.", String.join(", ", asked.why()));
        }
        int rows = db.sql("update monitoring.cosignature set by = ?, at = ? where note_id = ? and client_id = ? and by is null").params(me().value(), now(), note.id().value(), client.value()).update();
        if (rows == 0) {
            throw Refused.conflict("Somebody signed it a second time already.");
        }
    }

    /** Of which kinds of credential one spares a worker's notes the second signature; empty when the agency asks for none. */
    @Transactional(readOnly = true)
    public List<Credential.Kind> kinds() {
        return db.sql("select unnest(kinds) from monitoring.cosign_rule where agency_id = ?").param(Actor.current().agency().value())
                .query((row, _) -> Credential.Kind.valueOf(row.getString(1))).list();
    }

    /** Sets them; none takes the rule away. Notes that are signed already are not touched. */
    public void ask(List<Credential.Kind> kinds) {
        var agency = Actor.current().agency().value();
        if (kinds.isEmpty()) {
            db.sql("delete from monitoring.cosign_rule where agency_id = ?").param(agency).update();
            return;
        }
        db.sql("""
                insert into monitoring.cosign_rule (agency_id, kinds, set_by, set_at) values (?, ?, ?, ?)
                on conflict (agency_id) do update set kinds = excluded.kinds, set_by = excluded.set_by, set_at = excluded.set_at
                """).params(agency, kinds.stream().map(Enum::name).toArray(String[]::new), me().value(), now()).update();
    }

    /** Notes of the acting person's team that wait for a second signature, the oldest first, at most 50; none when the agency asks for none. */
    Supplier<List<ReviewedLine>> toCosign(Together.Questions questions) {
        var me = me().value();
        var agency = Actor.current().agency().value();
        return questions.list(ReviewedLine.class, """
                select c.client_id, k.name as client, n.contact_id, a.name, c.asked_at as at, '' as words
                from monitoring.cosignature c join messaging.note n on n.id = c.note_id join clients.client k on k.id = c.client_id join access.account a on a.id = c.author
                where exists (select from monitoring.cosign_rule where agency_id = ?) and c.author = any (array(%s)) and c.author <> ? and c.by is null order by c.asked_at limit 50
                """.formatted(CadenceStore.TEAM), agency, me, agency, me, me, me);
    }

    /** Questions about a writer's notes that wait for them. */
    Supplier<List<ReviewedLine>> toAnswer(Together.Questions questions, AccountId author) {
        return questions.list(ReviewedLine.class, """
                select r.client_id, k.name as client, n.contact_id, b.name, r.at, r.words
                from monitoring.review r join messaging.note n on n.id = r.note_id join clients.client k on k.id = r.client_id join access.account b on b.id = r.by
                where n.written_by = ? and r.kind = 'QUESTION' and r.answer is null order by r.at
                """, author.value());
    }

    private Note reviewed(ClientId client, ContactId contact) {
        if (!Actor.current().may(Permission.ASSIGN_CASES)) {
            throw Refused.forbidden("Only a supervisor does that.");
        }
        var note = note(client, contact);
        note.needsSigned();
        if (note.writtenBy().equals(me())) {
            throw Refused.conflict("This is your own note. Somebody else looks at it.");
        }
        return note;
    }

    private Note note(ClientId client, ContactId contact) {
        var note = contacts.line(client, contact).note();
        if (note == null) {
            throw Refused.notFound("That note could not be found.");
        }
        return note;
    }

    private boolean holds(AccountId worker, List<Credential.Kind> kinds) {
        var today = LocalDate.now(clock.withZone(Actor.current().zone()));
        return workers.credentials(worker).stream().anyMatch(it -> kinds.contains(it.kind()) && !it.lapsed(today));
    }

    private static AccountId me() {
        return Actor.current().account();
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
