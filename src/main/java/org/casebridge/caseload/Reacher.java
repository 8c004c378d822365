package org.casebridge.caseload;

import java.time.Instant;
import java.util.UUID;
import org.casebridge.access.Because;
import org.casebridge.access.Role;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** Somebody who can reach a client: because of what, by which programmes or for whom ({@code through}, perhaps empty), and until when ({@code ends} is the first moment after it). */
public record Reacher(UUID account, String name, Role role, String because, String through, @Nullable Instant ends) {

    public Sentence why() {
        var reason = Because.of(because);
        if (through.isEmpty()) {
            return new Sentence(reason.words(), java.util.List.of());
        }
        return switch (reason) {
            case ASSIGNED -> Sentence.of("they carry the case in {program}", through);
            case PROGRAMME -> Sentence.of("they work in {program}, whose people share their clients", through);
            case SUPERVISION -> Sentence.of("they supervise {name}, who carries the case", through);
            case TEAM -> Sentence.of("they are on the team of {name}, who carries the case", through);
            case COVERAGE -> Sentence.of("they stand in for {name}", through);
            case REFERRAL -> Sentence.of("a referral was sent to {organization}", through);
            default -> new Sentence(reason.words(), java.util.List.of());
        };
    }

}
