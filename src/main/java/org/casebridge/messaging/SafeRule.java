package org.casebridge.messaging;

import java.time.LocalTime;
import org.casebridge.clients.ClientId;
import org.jspecify.annotations.Nullable;

/**
 * What makes contact safe beside {@code clients.SafeContact}: the hours of the day between which one may call or text (over midnight when they end before they begin), a word by which the client knows us,
 * and whether others answer the phone.
 */
public record SafeRule(ClientId clientId, @Nullable LocalTime fromAt, @Nullable LocalTime untilAt, String codeWord, boolean sharedPhone, int version) {

    public static SafeRule none(ClientId client) {
        return new SafeRule(client, null, null, "", false, 0);
    }

    /** Within the safe hours, or without any. */
    public boolean safeAt(LocalTime time) {
        return within(fromAt, untilAt, time);
    }

    /** The same of hours that stand apart from their rule. */
    public static boolean within(@Nullable LocalTime from, @Nullable LocalTime until, LocalTime time) {
        if (from == null || until == null) {
            return true;
        }
        return from.isBefore(until) ? !time.isBefore(from) && time.isBefore(until) : !time.isBefore(from) || time.isBefore(until);
    }

    public boolean says() {
        return fromAt != null || !codeWord.isEmpty() || sharedPhone;
    }
}
