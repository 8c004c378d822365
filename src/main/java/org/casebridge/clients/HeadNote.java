package org.casebridge.clients;

import java.util.List;
import org.casebridge.kernel.Sentence;

/** What a module above has to say at the top of every page about a client. Offered as a bean. */
public interface HeadNote {

    /** Chips under the name, in the order they should stand. */
    default List<Chip> chips(ClientId client) {
        return List.of();
    }

    /** Short sentences at the right: who works with them, since when. */
    default List<Sentence> lines(ClientId client) {
        return List.of();
    }

    /** Buttons at the right, for what is done most often. */
    default List<Action> actions(ClientId client) {
        return List.of();
    }

    /** Until when the record is open to the acting person because of an emergency; null when it is not. */
    default java.time.@org.jspecify.annotations.Nullable Instant openUntil(ClientId client) {
        return null;
    }

    /** A link that looks like a button. {@code label} is an English sentence. */
    record Action(int order, String label, String path, boolean main) {}
}
