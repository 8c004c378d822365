package org.casebridge.clients.web;

import static org.casebridge.clients.web.Rows.list;
import static org.casebridge.clients.web.Rows.text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.casebridge.clients.Client;
import org.casebridge.clients.Identifier;
import org.jspecify.annotations.Nullable;

/** Changing the numbers somebody is known by, since a version of their record. A secret number is shown by its end only; left as it is, it stays. */
record ChangeNumbers(@Size(max = 20) @Nullable List<Rows.@Valid Number> numbers, @NotNull(message = ChangeWho.MISSING) @Nullable Integer version) {

    static ChangeNumbers of(Client client) {
        return new ChangeNumbers(client.identifiers().stream().map(it -> new Rows.Number(it.kind(), it.system(), it.shown())).toList(), client.version());
    }

    List<Identifier> said(List<Identifier> before) {
        return list(numbers).stream().filter(it -> !text(it.value()).isBlank()).map(Rows.Number::said)
                .map(it -> before.stream().filter(was -> was.kind() == it.kind() && was.shown().equals(it.value())).findFirst()
                        .map(was -> new Identifier(it.kind(), it.system(), was.value())).orElse(it)).toList();
    }
}
