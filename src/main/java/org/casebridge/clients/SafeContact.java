package org.casebridge.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a person without putting them at risk: what they prefer and when, whether a message may be left and whether we may say who we are
 * (their right to ask for confidential communications: 45 CFR 164.522(b)), and which ways are never to be used.
 */
public record SafeContact(@Nullable Channel prefers, String bestTimes, @Nullable YesNo leaveMessage, @Nullable YesNo sayWho, List<Channel> never, String words) {

    public SafeContact {
        never = List.copyOf(never);
    }

    public static SafeContact unknown() {
        return new SafeContact(null, "", null, null, List.of(), "");
    }

    /** True when whoever is about to call or write must know something first. */
    public boolean hasRules() {
        return leaveMessage == YesNo.NO || sayWho == YesNo.NO || !never.isEmpty() || !words.isBlank();
    }
}
