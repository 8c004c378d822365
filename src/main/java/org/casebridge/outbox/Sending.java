package org.casebridge.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebridge.access.Actor;
import org.casebridge.clients.Channel;
import org.casebridge.data.Beat;
import org.casebridge.messaging.SafeRule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Sends what is due. A message is taken and counted before it is tried, so that a server that dies in the middle tries it again later, under the same id. */
@Component
class Sending {

    /**
     * Nobody's phone rings by us earlier or later, whatever else is allowed: the hours that 47 CFR 64.1200(c)(1) sets for calls that sell something.
     */
    static final LocalTime EARLIEST = LocalTime.of(8, 0);
    static final LocalTime LATEST = LocalTime.of(21, 0);
    private static final Duration EVERY = Duration.ofSeconds(20);
    private static final int MOST = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final List<Carriage> carriages;
    private final Clock clock;

    Sending(JdbcClient db, TransactionOperations transaction, List<Carriage> carriages, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.carriages = carriages;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(OutboxSettings.class)
    static class Beats {

        @Bean
        Beat messagesLeave(Sending sending) {
            return new Beat("Sending messages", EVERY, () -> Actor.machine().run(sending::sendDue));
        }
    }

    record Due(UUID id, Channel channel, String recipient, String subject, String words, Instant uselessAfter, int tries, boolean forbidden, boolean shared, @Nullable LocalTime fromAt,
               @Nullable LocalTime untilAt, String zone) {}

    /** Acting as the house itself. Asks nothing where no way is set up. */
    void sendDue() {
        var open = carriages.stream().filter(Carriage::open).collect(Collectors.toMap(Carriage::channel, Function.identity()));
        if (open.isEmpty()) {
            return;
        }
        List<Due> due;
        do {
            due = take();
            for (var one : due) {
                send(one, open.get(one.channel()));
            }
        } while (due.size() == MOST);
    }

    private List<Due> take() {
        var taken = transaction.execute(_ -> db.sql("select * from outbox.take(?, ?)").params(clock.instant().atOffset(ZoneOffset.UTC), MOST).query(Due.class).list());
        return taken == null ? List.of() : taken;
    }

    private void send(Due one, @Nullable Carriage carriage) {
        var now = clock.instant();
        if (!now.isBefore(one.uselessAfter())) {
            settle(one, Message.Status.NOT_SENT, "it could not be sent in time", null);
        } else if (one.forbidden() || one.shared() && one.channel() == Channel.TEXT) {
            settle(one, Message.Status.NOT_SENT, "it is not safe any more to write to them there", null);
        } else if (carriage == null) {
            settle(one, Message.Status.NOT_SENT, "this way is not set up any more", null);
        } else if (!rings(one, now)) {
            settle(one, Message.Status.WAITING, null, next(one, now));
        } else {
            carry(one, carriage);
        }
    }

    private void carry(Due one, Carriage carriage) {
        try {
            carriage.carry(one.id(), one.recipient(), one.subject(), one.words());
            settle(one, Message.Status.SENT, null, null);
        } catch (Carriage.Undeliverable never) {
            settle(one, Message.Status.NOT_SENT, never.getMessage(), null);
        } catch (RuntimeException later) {
            // Whatever failed on the way, the message is kept and tried again until it is of no use.
            LOG.warn("A message by {} was not taken at try {}, and is tried again: {}", one.channel(), one.tries(), later.getMessage());
        }
    }

    /** A text is sent within the hours that are safe for the client and decent for anybody; an e-mail rings nowhere. */
    private static boolean rings(Due one, Instant now) {
        if (one.channel() == Channel.EMAIL) {
            return true;
        }
        var time = now.atZone(ZoneId.of(one.zone())).toLocalTime();
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST) && SafeRule.within(one.fromAt(), one.untilAt(), time);
    }

    /** The next quarter of an hour in which it may ring. */
    private static Instant next(Due one, Instant now) {
        var at = now;
        for (int quarter = 0; quarter < 200 && !rings(one, at); quarter++) {
            at = at.plus(Duration.ofMinutes(15));
        }
        return at;
    }

    private void settle(Due one, Message.Status became, @Nullable String why, @Nullable Instant again) {
        transaction.execute(_ -> db.sql("select outbox.settle(:id, :became, :why, :again::timestamptz, :now)").param("id", one.id()).param("became", became.name()).param("why", why)
                .param("again", again == null ? null : again.atOffset(ZoneOffset.UTC)).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query((_, _) -> true).single());
    }
}
