package org.casebridge.outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.clients.Channel;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.ContactPoint;
import org.casebridge.clients.PhoneNumbers;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.messaging.SafeContacts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way by which something written leaves for a client. What is put here is sent by {@link Sending}, soon or at its time, and each rule of safe contact is asked when it is put and once more when
 * it leaves: by then a phone may be shared.
 */
@Service
@Transactional
public class Outbox {

    private final JdbcClient db;
    private final Clients clients;
    private final SafeContacts safe;
    private final List<Carriage> carriages;
    private final OutboxSettings settings;
    private final Clock clock;

    Outbox(JdbcClient db, Clients clients, SafeContacts safe, List<Carriage> carriages, OutboxSettings settings, Clock clock) {
        this.db = db;
        this.clients = clients;
        this.safe = safe;
        this.carriages = carriages;
        this.settings = settings;
        this.clock = clock;
    }

    /** The client's numbers and addresses by the ways that this installation has, also those that are not safe, with the reason. */
    @Transactional(readOnly = true)
    public List<Reachable> ways(ClientId id) {
        var client = clients.get(id);
        var rule = safe.rule(id);
        var all = new ArrayList<Reachable>();
        for (var carriage : carriages) {
            if (!carriage.open()) {
                continue;
            }
            for (var point : client.points()) {
                var recipient = carriage.channel() == Channel.TEXT ? number(point) : point.kind() == ContactPoint.Kind.EMAIL ? point.value() : null;
                if (recipient != null) {
                    all.add(new Reachable(carriage.channel(), recipient, point.shown(), against(point, client.contact().never().contains(carriage.channel()), carriage.channel() == Channel.TEXT && rule.sharedPhone())));
                }
            }
        }
        return all;
    }

    private static @Nullable String number(ContactPoint point) {
        return point.kind() == ContactPoint.Kind.PHONE ? point.number() : null;
    }

    private static @Nullable Sentence against(ContactPoint point, boolean never, boolean shared) {
        if (point.unsafe()) {
            return Sentence.of("not safe");
        }
        if (point.usage() == ContactPoint.Usage.SOMEONE_ELSE) {
            return Sentence.of("it is somebody else’s");
        }
        if (never) {
            return Sentence.of("never by this way");
        }
        return shared ? Sentence.of("others answer this phone: no texts and no messages") : null;
    }

    /** Whether any way is set up here. */
    public boolean open() {
        return carriages.stream().anyMatch(Carriage::open);
    }

    /** The number to call that stands in messages; empty when none is set. */
    public String callback() {
        return settings.callback().isBlank() ? "" : PhoneNumbers.read(settings.callback()).map(PhoneNumbers::shown).orElse(settings.callback());
    }

    /** Refuses a way that the client does not have, that is not set up or is not safe, and what would be of no use any more. */
    public UUID put(ClientId client, String way, Message.Said said) {
        var by = ways(client).stream().filter(it -> it.value().equals(way)).findFirst().orElseThrow(() -> Refused.invalid("Choose one of the ways offered.").at("way"));
        if (by.against() != null) {
            throw Refused.invalid("This is not safe for the client: {why}.", by.against()).at("way");
        }
        var now = clock.instant();
        var from = said.notBefore().isBefore(now) ? now : said.notBefore();
        if (!from.isBefore(said.uselessAfter())) {
            throw Refused.invalid("It is too late to send this.");
        }
        var id = Id.fresh();
        db.sql("""
                insert into outbox.message (id, client_id, about, kind, channel, recipient, subject, words, not_before, useless_after, status, next_try_at, asked_by, asked_at)
                values (:id, :client, :about, :kind, :channel, :recipient, :subject, :words, :from, :until, 'WAITING', :from, :by, :now)
                """)
                .param("id", id).param("client", client.value()).param("about", said.about()).param("kind", said.kind().name()).param("channel", by.channel().name()).param("recipient", by.recipient())
                .param("subject", said.subject()).param("words", said.words()).param("from", at(from)).param("until", at(said.uselessAfter())).param("by", Actor.current().account().value()).param("now", at(now)).update();
        return id;
    }

    /** What waits about something is not sent. */
    public void takeBack(ClientId client, UUID about) {
        db.sql("update outbox.message set status = 'TAKEN_BACK', settled_at = ? where client_id = ? and about = ? and status = 'WAITING'").params(at(clock.instant()), client.value(), about).update();
    }

    /** A client's newest, first. */
    @Transactional(readOnly = true)
    public List<Message> of(ClientId client, Message.Kind kind) {
        return db.sql("select * from outbox.message where client_id = ? and kind = ? order by not_before desc, id limit 50").params(client.value(), kind.name()).query(Message.class).list();
    }

    private static java.time.OffsetDateTime at(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}
