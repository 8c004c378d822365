package org.casebridge.clients.web;

import static org.casebridge.clients.web.Rows.text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.clients.Client;
import org.casebridge.clients.Identifier;
import org.casebridge.web.Form;
import org.jspecify.annotations.Nullable;

/** Changing the numbers somebody is known by, since a version of their record. A hidden number is shown by its end only; left as it is, it stays. */
record ChangeNumbers(@Size(max = 20) @Nullable List<Rows.@Valid Number> numbers, @NotNull(message = ChangeWho.MISSING) @Nullable Integer version) {

    private static final String MASK = "•";

    static ChangeNumbers of(Client client) {
        return new ChangeNumbers(client.identifiers().stream().map(Rows.Number::of).toList(), client.version());
    }

    /** What stands there twice, and the end of a number that is none of theirs, is told beside its field. */
    List<Identifier> said(List<Identifier> before, Form<?> form) {
        return said(numbers, before, form);
    }

    static List<Identifier> said(@Nullable List<Rows.Number> numbers, List<Identifier> before, Form<?> form) {
        var rows = Rows.all(numbers);
        var left = new ArrayList<>(before);
        var said = new ArrayList<Identifier>();
        var keys = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            var field = "numbers[" + i + "].";
            var typed = rows.get(i);
            var one = typed == null || text(typed.value()).isBlank() ? null : typed.said();
            if (one != null && one.value().contains(MASK)) {
                var was = left.stream().filter(it -> it.hidden() && it.kind() == one.kind() && it.shown().equals(one.value())).findFirst();
                if (was.isEmpty()) {
                    form.refuse(field + "value", "This is the end of a number only. Write the whole number, or leave the row as it was.");
                } else if (!one.hidden()) {
                    form.refuse(field + "hidden", "Write the whole number if everybody who reaches the record may read it from now on.");
                }
                was.ifPresent(left::remove);
                said.add(was.map(it -> new Identifier(it.id(), it.kind(), one.system(), it.value(), true)).orElse(one));
            } else if (one != null) {
                said.add(one);
            }
            keys.add(one == null ? "" : said.getLast().same());
        }
        Rows.twice(keys, i -> form.refuse("numbers[" + i + "].value", "This number is there twice. Keep one of them."));
        return said;
    }
}
