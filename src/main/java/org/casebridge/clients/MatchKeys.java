package org.casebridge.clients;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BinaryOperator;

/** Under which keys someone like this may stand already: those a client can be found by, and the birth date with day and month swapped (d). */
final class MatchKeys {

    private MatchKeys() {}

    static Set<SearchKey> of(NewClient said, BinaryOperator<String> token) {
        var keys = new LinkedHashSet<SearchKey>();
        for (var key : SearchKeys.of(said.names(), said.about(), said.points(), said.identifiers(), token)) {
            boolean part = key.kind() == 'I' || key.kind() == 'L' || key.kind() == 'N' && key.token().contains(" ") || key.kind() == 'P' && key.token().length() < 10;
            if (!part) {
                keys.add(key);
            }
        }
        if (said.about().bornOn() != null) {
            var swapped = Likeness.swapped(said.about().bornOn());
            if (!swapped.equals(said.about().bornOn())) {
                keys.add(new SearchKey('d', swapped.toString()));
            }
        }
        return keys;
    }
}
