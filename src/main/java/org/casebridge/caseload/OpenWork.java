package org.casebridge.caseload;

import java.util.List;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;

/**
 * What is still open with a client when a case is to be closed: tasks, referrals, goals, issues. Offered as a bean by each module that
 * holds some; asked inside a transaction, so one query, that names the client. It stops nobody from closing: whoever closes says what happens with it.
 */
public interface OpenWork {

    List<Item> of(ClientId client);

    /** {@code path} leads to where it can be dealt with. */
    record Item(Sentence what, Sentence why, String path) {}
}
