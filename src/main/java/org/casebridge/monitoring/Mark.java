package org.casebridge.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A time-boxed alert with its priority, or a standing flag that somebody takes down with the reason. {@code expiresOn} is the last day it is shown; an alert has one. */
public record Mark(MarkId id, ClientId clientId, Kind kind, About about, Priority priority, String words, @Nullable LocalDate expiresOn, AccountId raisedBy, String raisedByName, Instant raisedAt,
                   @Nullable Instant endedAt, @Nullable String reason, int version) {

    /** How long an alert lasts at most, in days. Our own rule: what holds for longer is a flag. */
    public static final int LONGEST = 90;

    public enum Kind implements Worded {
        ALERT("Alert"), FLAG("Flag");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum About implements Worded {
        SAFETY_OF_STAFF("Safety of staff", "person-exclamation"), SAFETY_OF_CLIENT("Safety of the client", "shield-exclamation"), MEDICAL("Medical", "heart-pulse"), LEGAL("Legal", "bank"),
        OTHER("Something else", "info-circle");

        private final String words;
        private final String icon;

        About(String words, String icon) {
            this.words = words;
            this.icon = icon;
        }

        @Override
        public String words() { return words; }

        /** A Bootstrap icon's name without "bi-". */
        public String icon() { return icon; }
    }

    public enum Priority implements Worded {
        URGENT("Urgent"), NORMAL("Normal"), LOW("Low");

        private final String words;

        Priority(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** Refuses an alert without a last day, or with one that is past or too far away, and a flag's day that is past. */
    static void needsSense(Kind kind, @Nullable LocalDate expires, LocalDate today) {
        if (kind == Kind.ALERT && expires == null) {
            throw Refused.invalid("Say until when the alert is shown. What has no end is a flag.").at("expiresOn");
        }
        if (expires != null && expires.isBefore(today)) {
            throw Refused.invalid("{day} is past. Choose today or a day to come.", expires).at("expiresOn");
        }
        if (kind == Kind.ALERT && expires.isAfter(today.plusDays(LONGEST))) {
            throw Refused.invalid("An alert lasts at most {days} days. What holds for longer is a flag.", LONGEST).at("expiresOn");
        }
    }

    /** Shown until it is taken down, or its last day is over. */
    public boolean holds(LocalDate today) {
        return endedAt == null && (expiresOn == null || !expiresOn.isBefore(today));
    }
}
