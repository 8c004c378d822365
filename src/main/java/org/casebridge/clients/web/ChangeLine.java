package org.casebridge.clients.web;

import java.time.Instant;
import java.util.List;
import org.casebridge.audit.Change;
import org.casebridge.kernel.Sentence;

/** Who changed what, as it is read. The fields that differ carry the names of the table's columns. */
public record ChangeLine(Instant at, Sentence what, List<String> fields) {

    static ChangeLine of(Change change) {
        var who = change.name() == null ? Sentence.of("Somebody") : Sentence.of("{name}", change.name());
        var what = switch (change.kind()) {
            case ADDED -> Sentence.of("{name} added something · {thing}", who, thing(change));
            case CHANGED -> Sentence.of("{name} changed something · {thing}", who, thing(change));
            case REMOVED -> Sentence.of("{name} removed something · {thing}", who, thing(change));
        };
        return new ChangeLine(change.at(), what, change.fields().stream().map(it -> it.replace('_', ' ')).toList());
    }

    /** By the name of the module whose row it is, as its tab is called. */
    private static Sentence thing(Change change) {
        return thing(change.module());
    }

    /** As the module's tab is called. */
    static Sentence thing(String module) {
        return switch (module) {
            case "clients" -> Sentence.of("Person");
            case "caseload" -> Sentence.of("Case");
            case "intake" -> Sentence.of("Intake");
            case "assessments" -> Sentence.of("Assessments");
            case "careplans" -> Sentence.of("Plan");
            case "messaging", "monitoring" -> Sentence.of("Contacts");
            case "referrals" -> Sentence.of("Referrals");
            case "advocacy" -> Sentence.of("Advocacy");
            case "documents" -> Sentence.of("Documents");
            case "tasks" -> Sentence.of("Tasks");
            default -> Sentence.of("Something else in the record");
        };
    }
}
