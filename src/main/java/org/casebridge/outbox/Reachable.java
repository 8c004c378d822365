package org.casebridge.outbox;

import org.casebridge.clients.Channel;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** A number or an address at which a client could be written to; {@code against} is why it is not safe, null when it is. */
public record Reachable(Channel channel, String recipient, String shown, @Nullable Sentence against) {

    /** As a form sends it. */
    public String value() {
        return channel.name() + " " + recipient;
    }
}
