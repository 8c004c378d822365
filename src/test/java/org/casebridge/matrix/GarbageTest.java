package org.casebridge.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is typed into whichever field of whichever form, the answer is a page with a sentence or the deed done: never a failure, never a trace, and what was typed is still there. */
@PageTest
@ExtendWith(SettlesAgency.class)
class GarbageTest {

    private static final String MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>'\";--";

    private static final Map<String, String> GARBAGE = new LinkedHashMap<>();

    static {
        GARBAGE.put("no such day", "2026-02-31");
        GARBAGE.put("a NUL", "a\0b");
        GARBAGE.put("markup", MARKUP);
        GARBAGE.put("right to left, and pictures", "\u202Eمحمد\u202C 👩🏽‍🚀 \uD83C\uDDE8 e\u0301\u0301\u0301");
        GARBAGE.put("a number too large", "99999999999999999999999999");
        GARBAGE.put("below zero", "-1");
        GARBAGE.put("braces and signs of formats", "{0} {name} ${7*7} #{7*7} %s %n \\u0041 {count, plural, other {#");
        GARBAGE.put("only blanks", "\u2003\u200b \t\r\n");
        GARBAGE.put("another's key", "01a22e46-0dcc-74b6-b3eb-aaf6e35a49f7");
    }

    private static final Pattern TRACE = Pattern.compile("Exception|\\bat org\\.|java\\.lang|SQLSTATE|ERROR: ");

    @Autowired Inventory inventory;
    @Autowired Asking asking;
    @Autowired ObjectProvider<Population> populations;
    @Autowired Town town;

    private final List<String> wrong = new ArrayList<>();
    private int asked;

    @Test
    void garbage_in_every_field_of_every_form_is_answered_with_a_sentence() {
        var known = populations.getObject().make(Record.PLAIN);
        var table = AuthorizationTable.read();
        var fresh = new Person("fresh", town.account(Role.CASE_MANAGER, "Fern Abara"), null);
        for (var address : inventory.all()) {
            if (!address.method().equals("POST")) {
                continue;
            }
            // What an agency settles for itself is settled for another, so that no other test meets it; and nobody's sign-in but one's own.
            var own = address.path().startsWith("/account/") || address.path().startsWith("/sign-") || address.path().startsWith("/accounts/");
            var may = address.path().startsWith("/library/") ? known.person("other-administrator") : own ? address.path().startsWith("/accounts/") ? known.person("administrator") : fresh
                    : known.people().stream().filter(it -> it.actor() != null && table.opens(address, it.who(), Record.PLAIN)).findFirst().orElse(known.person("assigned"));
            var good = new Filler("Words", known.keys(), false).fill(address.handler());
            for (var garbage : GARBAGE.entrySet()) {
                var all = new LinkedHashMap<>(good);
                all.replaceAll((_, _) -> List.of(garbage.getValue()));
                ask(may, address, known, all, "all fields", garbage.getKey());
            }
            for (var field : good.keySet()) {
                var one = new LinkedHashMap<>(good);
                var alone = new ArrayList<>(GARBAGE.entrySet()).get(asked % GARBAGE.size());
                one.put(field, List.of(asked % 2 == 0 ? "x".repeat(200_000) : alone.getValue()));
                ask(may, address, known, one, field, asked % 2 == 0 ? "endless" : alone.getKey());
            }
        }
        assertThat(asked).isGreaterThan(1500);
        assertThat(wrong).isEmpty();
    }

    private void ask(Person may, Address address, Population.Known known, Map<String, List<String>> fields, String field, String garbage) {
        asked++;
        var answer = asking.send(may, "POST", address.filled(known.keys()), fields, Map.of());
        var page = new String(answer.response().getContentAsByteArray(), StandardCharsets.UTF_8);
        var what = address.line() + ", " + field + ", " + garbage + ": ";
        if (answer.status() >= 500) {
            wrong.add(what + answer.status() + " " + answer.problem());
        } else if (answer.status() >= 400 && page.isBlank()) {
            wrong.add(what + answer.status() + " without a word");
        } else if (TRACE.matcher(page).find()) {
            wrong.add(what + "a trace in the page of " + answer.status());
        } else if (page.contains(MARKUP)) {
            wrong.add(what + "markup came back as markup");
        }
    }
}
