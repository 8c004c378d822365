package org.casebridge.clients.web;

import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.Role;
import org.casebridge.audit.Deed;
import org.casebridge.audit.Told;
import org.casebridge.clients.HiddenField;
import org.casebridge.kernel.Sentence;

/** What somebody did with a record on a day, in words for the person it is about. */
public record ToldLine(LocalDate day, String name, Role role, List<Sentence> seen, List<Sentence> changed, List<Sentence> did) {

    static ToldLine of(Told told, java.util.function.Function<String, Sentence> page) {
        var did = told.did().stream().filter(it -> !it.equals(Deed.REACH_CHANGED.name()) && !it.equals(Deed.REVEAL.name())).map(ToldLine::deed).distinct().collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
        told.revealed().forEach(it -> did.add(Sentence.of("had a hidden field shown: {field}", HiddenField.words(it))));
        if (told.refused()) {
            did.add(Sentence.of("tried to see something and was not let in"));
        }
        return new ToldLine(told.day(), told.name(), told.role(), told.pages().stream().map(page).distinct().toList(),
                told.changed().stream().map(ChangeLine::thing).distinct().toList(), did);
    }

    boolean empty() {
        return seen.isEmpty() && changed.isEmpty() && did.isEmpty();
    }

    private static Sentence deed(String deed) {
        return switch (deed) {
            case "DISCLOSURE" -> Sentence.of("gave information to somebody outside");
            case "EXPORT" -> Sentence.of("took information out as a file");
            case "CONSENT" -> Sentence.of("wrote down what you agreed to, or no longer agree to");
            case "BREAK_GLASS" -> Sentence.of("opened the record in an emergency");
            default -> Sentence.of("did something else with the record");
        };
    }
}
