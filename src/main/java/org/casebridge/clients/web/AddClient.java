package org.casebridge.clients.web;

import static org.casebridge.clients.web.Rows.list;
import static org.casebridge.clients.web.Rows.text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.casebridge.clients.Identifier;
import org.casebridge.clients.NewClient;
import org.jspecify.annotations.Nullable;

/** Adding a person to the record. {@code seen} says which lookalikes were shown before ({@code Lookalikes.Known.seen}). */
record AddClient(@Valid @Nullable Who who, @Valid @Nullable How how, @Size(max = 20) @Nullable List<Rows.@Valid Number> numbers, @Nullable String seen) {

    NewClient said() {
        var person = who == null ? new Who(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null) : who;
        var reach = how == null ? new How(null, null, null, null, null, null, null, null, null) : how;
        return new NewClient(person.saidNames(), person.about(), reach.contact(), reach.points(), reach.addresses(List.of()), identifiers(numbers), null);
    }

    static List<Identifier> identifiers(@Nullable List<Rows.Number> numbers) {
        return list(numbers).stream().filter(it -> !text(it.value()).isBlank()).map(Rows.Number::said).toList();
    }
}
