package org.casebridge.clients;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** What a module above has to say at the top of every page about a client. Offered as a bean. */
public interface HeadNote {

    /** Puts what it must know among the questions, which are asked together with those of all other notes; what it says is read afterwards. */
    Supplier<Said> of(ClientId client, Together.Questions questions);

    /**
     * {@code chips} stand under the name, in this order; {@code lines} are short sentences at the right: who works with them, since when; {@code actions} are buttons for what is done most often;
     * {@code openUntil} is until when the record is open to the acting person because of an emergency, null when it is not.
     */
    record Said(List<Chip> chips, List<Sentence> lines, List<Action> actions, @Nullable Instant openUntil) {

        public static final Said NOTHING = new Said(List.of(), List.of(), List.of(), null);

        public static Said chips(List<Chip> chips) {
            return new Said(chips, List.of(), List.of(), null);
        }

        public static Said lines(List<Sentence> lines) {
            return new Said(List.of(), lines, List.of(), null);
        }

        /** The same with one button, if it is to be offered. */
        public Said with(boolean offered, Action action) {
            return offered ? new Said(chips, lines, List.of(action), openUntil) : this;
        }
    }

    /** A link that looks like a button. {@code label} is an English sentence. */
    record Action(int order, String label, String path, boolean main) {}
}
