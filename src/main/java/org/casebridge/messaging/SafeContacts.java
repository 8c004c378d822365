package org.casebridge.messaging;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.clients.Channel;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.SafeContact;
import org.casebridge.clients.YesNo;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one place that says whether a way to reach a client is safe, for whoever composes anything: a call written down, a text, a letter. */
@Service
@Transactional
public class SafeContacts {

    private final JdbcClient db;
    private final Clients clients;

    SafeContacts(JdbcClient db, Clients clients) {
        this.db = db;
        this.clients = clients;
    }

    @Transactional(readOnly = true)
    public SafeRule rule(ClientId client) {
        return db.sql("select * from messaging.safe_rule where client_id = ?").param(client.value()).query(SafeRule.class).optional().orElse(SafeRule.none(client));
    }

    /** Refuses hours without their end or beginning, and a state that somebody changed meanwhile. */
    public void set(ClientId client, @Nullable LocalTime from, @Nullable LocalTime until, String codeWord, boolean sharedPhone, int seen) {
        clients.get(client);
        if ((from == null) != (until == null)) {
            throw Refused.invalid("Say from when until when it is safe.").at(from == null ? "from" : "until");
        }
        if (from != null && from.equals(until)) {
            throw Refused.invalid("The safe hours end when they begin. Leave both empty if every hour is safe.").at("until");
        }
        int rows = db.sql("""
                insert into messaging.safe_rule as r (client_id, from_at, until_at, code_word, shared_phone, version) values (:client, :from::time, :until::time, :word, :shared, 1)
                on conflict (client_id) do update set from_at = excluded.from_at, until_at = excluded.until_at, code_word = excluded.code_word, shared_phone = excluded.shared_phone, version = r.version + 1
                where r.version = :seen
                """).param("client", client.value()).param("from", from == null ? null : from.toString()).param("until", until == null ? null : until.toString())
                .param("word", codeWord.strip()).param("shared", sharedPhone).param("seen", seen).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this meanwhile. Look at it again; if yours still holds, save once more.");
        }
    }

    /** Why it is not safe to reach the client so at that time; empty when it is. What they began themselves is safe. */
    @Transactional(readOnly = true)
    public List<Sentence> against(ClientId client, Contact.Said said) {
        if (said.direction() == Contact.Direction.INCOMING || said.party() != Contact.Party.CLIENT) {
            return List.of();
        }
        return against(clients.contact(client), rule(client), said.mode(), said.outcome(), said.at().atZone(Actor.current().zone()).toLocalTime());
    }

    /** What it is not safe to do now, before one does it: by each channel. */
    @Transactional(readOnly = true)
    public boolean safeNow(ClientId client, Instant now) {
        return rule(client).safeAt(now.atZone(Actor.current().zone()).toLocalTime());
    }

    static List<Sentence> against(SafeContact rules, SafeRule more, Mode mode, Contact.Outcome outcome, LocalTime at) {
        var all = new ArrayList<Sentence>();
        if (rules.never().contains(mode.channel())) {
            all.add(Sentence.of("never by this channel: {channel}", mode.channel()));
        }
        var rings = mode.channel() == Channel.CALL || mode.channel() == Channel.TEXT;
        if (rings && !more.safeAt(at)) {
            all.add(Sentence.of("only between {from} and {until}", more.fromAt(), more.untilAt()));
        }
        if (outcome == Contact.Outcome.LEFT_MESSAGE && rules.leaveMessage() == YesNo.NO) {
            all.add(Sentence.of("leave no message"));
        }
        if (more.sharedPhone() && (mode == Mode.TEXT || mode == Mode.PHONE && outcome == Contact.Outcome.LEFT_MESSAGE)) {
            all.add(Sentence.of("others answer this phone: no texts and no messages"));
        }
        return all;
    }

    /** Refuses what is not safe, unless the reason is given why it is or was done all the same. */
    void enforce(ClientId client, Contact.Said said) {
        var against = against(client, said);
        if (!against.isEmpty() && (said.around().despite() == null || said.around().despite().isBlank())) {
            var why = against.getFirst();
            for (var more : against.subList(1, against.size())) {
                why = Sentence.of("{one}; {other}", why, more);
            }
            throw Refused.invalid("This is not safe for the client: {why}. If it must be or was done all the same, say why.", why).at("despite");
        }
    }
}
