package org.casebridge.clients.web;


import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.casebridge.clients.NewClient;
import org.casebridge.web.Form;
import org.jspecify.annotations.Nullable;

/** Adding a person to the record; what is said twice is told beside its field. {@code seen} says which lookalikes were shown before ({@code Lookalikes.Known.seen}). */
record AddClient(@Valid @Nullable Who who, @Valid @Nullable How how, @Size(max = 20) @Nullable List<Rows.@Valid Number> numbers, @Nullable String seen) {

    NewClient said(Form<?> form) {
        var person = who == null ? new Who(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null) : who;
        var reach = how == null ? new How(null, null, null, null, null, null, null, null, null) : how;
        reach.check(form);
        var numbers = ChangeNumbers.said(this.numbers, List.of(), form);
        return new NewClient(person.saidNames(), person.about(), reach.contact(), reach.points(), reach.addresses(List.of()), numbers, null);
    }
}
