package org.casebridge.clients;

import java.util.List;
import org.casebridge.kernel.Sentence;

/** The top of every page about a client: who it is, what one must know at once, and the tabs one may open. */
public record ClientHead(ClientId id, String name, String goesBy, List<Chip> chips, List<Sentence> lines,
                         List<HeadNote.Action> actions, List<ClientTab> tabs, java.time.@org.jspecify.annotations.Nullable Instant openUntil) {

    /** Up to two first letters of the name; whole characters, whatever the script. */
    public String initials() {
        var letters = new StringBuilder();
        for (var word : name.split("[\\s\\-]+")) {
            if (!word.isEmpty() && letters.codePoints().count() < 2) {
                letters.appendCodePoint(word.codePointAt(0));
            }
        }
        return letters.toString();
    }

    public String path() {
        return "/clients/" + id.text();
    }
}
