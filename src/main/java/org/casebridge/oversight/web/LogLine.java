package org.casebridge.oversight.web;

import java.util.List;
import org.casebridge.audit.AuditLine;
import org.casebridge.audit.Deed;
import org.casebridge.clients.HiddenField;
import org.casebridge.kernel.Sentence;

/** A row of the log as it is read: whom it is about by name, how many more, and what happened in words. */
public record LogLine(AuditLine row, List<Person> people, int more) {

    /** {@code name} is empty where the record is closed to the reader too. */
    public record Person(String path, String name) {}

    public Sentence what() {
        return switch (row.kind()) {
            case LOOK -> row.clients().size() > 1 ? Sentence.of("Saw a list") : Sentence.of("Opened a record");
            case CHANGE -> row.went() ? Sentence.of("Removed something") : row.came() ? Sentence.of("Added something") : Sentence.of("Changed something");
            case DEED -> row.what().equals(Deed.REVEAL.name()) && row.differing() != null ? Sentence.of("Had a hidden field shown: {field}", HiddenField.words(row.differing())) : List.of(Deed.values()).stream().filter(it -> it.name().equals(row.what())).findFirst()
                    .map(it -> new Sentence(it.words(), List.of())).orElseGet(() -> Sentence.of("Something else: {what}", row.what()));
        };
    }

    /** The page's address, the table, the fields that differ: for whoever needs it exactly. */
    public String exactly() {
        var place = row.kind() == AuditLine.Kind.DEED ? row.record() == null ? "" : row.record() : row.what();
        return row.differing() == null || row.differing().isEmpty() ? place : place + ": " + row.differing();
    }
}
