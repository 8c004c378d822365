package org.casebridge.outbox;

import java.util.UUID;
import org.casebridge.clients.Channel;

/** One way out of the house. */
interface Carriage {

    Channel channel();

    /** Whether the installation has set it up. */
    boolean open();

    /**
     * Hands one message over. The same id is the same message, however often it is tried.
     *
     * @throws Undeliverable when trying again would not help
     * @throws RuntimeException when it may go later
     */
    void carry(UUID id, String recipient, String subject, String words);

    /** The other side will not take it, now or later. */
    final class Undeliverable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Undeliverable(String why) {
            super(why);
        }
    }
}
