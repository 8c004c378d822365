package org.casebridge.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking a partner by a link whether a service's entry is right. The link holds 256 bits of chance, of which only the SHA-256 is kept; it shows that one
 * entry, which is public anyway, is answered once, and ends after {@link #LIVES}. Nothing of a client is in it.
 */
@org.springframework.stereotype.Service
@Transactional
public class Askings {

    public static final Duration LIVES = Duration.ofDays(30);

    private static final SecureRandom CHANCE = new SecureRandom();

    private final JdbcClient db;
    private final Clock clock;

    Askings(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What a partner answered: whether it is right and, when not, what is wrong; null until then. */
    public record Asking(String askedBy, Instant askedAt, @Nullable Instant answeredAt, @Nullable String answer, @Nullable String said) {}

    /** Answers the path of the link, which is shown once. Refuses a service that the directory does not have. */
    public String ask(ServiceId service) {
        var chance = new byte[32];
        CHANCE.nextBytes(chance);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(chance);
        if (db.sql("select count(*) from directory.service where id = ?").param(service.value()).query(Integer.class).single() == 0) {
            throw Refused.notFound("That service could not be found in the directory.");
        }
        var now = clock.instant();
        db.sql("insert into directory.asking (id, secret_hash, service_id, asked_by, asked_at, expires_at) values (?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), hash(secret), service.value(), Actor.current().name(), now.atOffset(ZoneOffset.UTC), now.plus(LIVES).atOffset(ZoneOffset.UTC)).update();
        return "/directory-check/" + secret;
    }

    /** What was asked about this service and answered, the latest first. */
    @Transactional(readOnly = true)
    public List<Asking> of(ServiceId service) {
        return db.sql("select asked_by, asked_at, answered_at, answer, said from directory.asking where service_id = ? order by asked_at desc limit 5").param(service.value()).query(Asking.class).list();
    }

    /** The service that this link is about. Refuses, in one sentence for all, a link that is unknown, answered or over. */
    @Transactional(readOnly = true)
    public ServiceId about(String secret) {
        return new ServiceId(open(secret, "").service());
    }

    /** Takes the answer; right means checked today. A second answer by the same link is refused. */
    public void answer(String secret, boolean right, @Nullable String said) {
        var open = open(secret, "for update");
        db.sql("update directory.asking set answered_at = ?, answer = ?, said = ? where id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), right ? "RIGHT" : "WRONG", said == null || said.isBlank() ? null : said.strip(), open.id()).update();
        if (right) {
            db.sql("update directory.service s set checked_on = ?, checked_by = o.name from directory.organization o where o.id = s.organization_id and s.id = ?")
                    .params(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), open.service()).update();
        }
    }

    private record Open(UUID id, UUID service) {}

    private Open open(String secret, String lock) {
        return db.sql("select id, service_id as service from directory.asking where secret_hash = ? and answered_at is null and expires_at > ? " + lock)
                .params(hash(secret), clock.instant().atOffset(ZoneOffset.UTC)).query(Open.class).optional()
                .orElseThrow(() -> Refused.notFound("This link leads nowhere: it was answered already, or it is over. Ask whoever sent it for a new one."));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
