package org.casebridge.referrals;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.WallClock;
import org.casebridge.tasks.Appointments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the two sides of a referral tell each other beside its states: questions, answers, reminders, and the call in which a client is handed over in person. */
@Service
@Transactional
public class ReferralTalk {

    /** One reminder a day is help, more is noise: our own rule. */
    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(20);
    private static final String REMINDER = "Please answer this referral.";

    private final ReferralStore store;
    private final Appointments appointments;
    private final Story story;
    private final JdbcClient db;
    private final Clock clock;

    ReferralTalk(ReferralStore store, Appointments appointments, Story story, JdbcClient db, Clock clock) {
        this.store = store;
        this.appointments = appointments;
        this.story = story;
        this.db = db;
        this.clock = clock;
    }

    /** The oldest first. */
    @Transactional(readOnly = true)
    public List<ReferralMessage> of(ClientId client, ReferralId id) {
        return db.sql("""
                select m.at, a.name as by, m.side, m.signed, m.words from referrals.message m join access.account a on a.id = m.by
                where m.referral_id = ? and m.client_id = ? order by m.at, m.id
                """).params(id.value(), client.value()).query(ReferralMessage.class).list();
    }

    /** The worker's side writes to the organization. */
    public void write(ClientId client, ReferralId id, String words) {
        add(store.get(client, id), Referral.Side.REQUESTER, words, "");
    }

    /** Called by {@link Answers}, which made sure whose referral it is. */
    void ask(Referral referral, String words, String signed) {
        add(referral, Referral.Side.ORGANIZATION, words, signed);
        story.tell(referral.clientId(), clock.instant(), StoryKind.REFERRAL, Sentence.of("{organization} asks about the referral", referral.organization()), Sentence.of("“{words}”", words), Referrals.path(referral));
    }

    /** Asks for the answer that is due. Refuses a second time within a day, and when it was given. */
    public void remind(ClientId client, ReferralId id) {
        var referral = store.get(client, id);
        if (referral.status() != Referral.Status.REQUESTED) {
            throw Refused.conflict("This referral is already: {status}.", referral.status());
        }
        var since = clock.instant().minus(BETWEEN_REMINDERS).atOffset(ZoneOffset.UTC);
        if (Boolean.TRUE.equals(db.sql("select exists (select from referrals.message where referral_id = ? and client_id = ? and words = ? and at > ?)")
                .params(id.value(), client.value(), REMINDER, since).query(Boolean.class).single())) {
            throw Refused.conflict("They were reminded today already. Call them, or ask somebody else.");
        }
        add(referral, Referral.Side.REQUESTER, REMINDER, "");
    }

    /** The call in which the client is handed over stands in the acting person's calendar too. Refuses a time that is past. */
    public void handOff(ClientId client, ReferralId id, LocalDate on, LocalTime at, String withWhom) {
        var referral = store.get(client, id);
        var starts = WallClock.at(on, at, Actor.current().zone());
        store.replace(referral.handOff(starts));
        appointments.add(client, org.casebridge.web.Say.say("Call together with {organization}", referral.organization()), on, at, 30, withWhom.isBlank() ? referral.organization() : withWhom, "");
    }

    private void add(Referral referral, Referral.Side side, String words, String signed) {
        if (words.isBlank()) {
            throw Refused.invalid("Write what you want to ask or tell.").at("message");
        }
        db.sql("insert into referrals.message (id, client_id, referral_id, at, by, side, signed, words) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), referral.clientId().value(), referral.id().value(), clock.instant().atOffset(ZoneOffset.UTC), Actor.current().account().value(), side.name(), signed, words.strip()).update();
    }
}
