package org.casebridge.questionnaires;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casebridge.questionnaires.Questionnaire.Item;

/**
 * Which values are computed from which, as far as the expressions name their link ids: {@code computed} in an order in which each comes after those it uses;
 * {@code uses} by link id; {@code wide} are those whose uses cannot be told; {@code named} computed values that others may ask for by name.
 */
public record Plan(List<Item> computed, Map<String, Set<String>> uses, Set<String> wide, Map<String, Item> named) {

    static final Plan NONE = new Plan(List.of(), Map.of(), Set.of(), Map.of());

    static Plan of(List<Formula> variables, Questionnaire.Index index) {
        if (!index.formulas()) {
            return NONE;
        }
        var named = new HashMap<String, Item>();
        var asking = new ArrayList<Item>();
        for (var item : index.items().values()) {
            var formula = item.computing().calculated();
            if (formula != null) {
                asking.add(item);
                if (formula.name() != null) {
                    named.putIfAbsent(formula.name(), item);
                }
            }
        }
        var uses = new HashMap<String, Set<String>>();
        var wide = new HashSet<String>();
        for (var item : asking) {
            var reach = new Reach(variables, index, named);
            reach.follow(item, item.computing().calculated());
            uses.put(item.linkId(), reach.items);
            if (reach.items.isEmpty() && reach.looks) {
                wide.add(item.linkId());
            }
        }
        var ordered = new LinkedHashSet<Item>();
        asking.forEach(item -> place(item, uses, index, ordered, new HashSet<>()));
        return new Plan(List.copyOf(ordered), uses, wide, named);
    }

    private static void place(Item item, Map<String, Set<String>> uses, Questionnaire.Index index, Set<Item> ordered, Set<String> onTheWay) {
        if (ordered.contains(item) || !onTheWay.add(item.linkId())) {
            return;
        }
        for (var used : uses.get(item.linkId())) {
            if (uses.containsKey(used) && index.items().get(used) instanceof Item other) {
                place(other, uses, index, ordered, onTheWay);
            }
        }
        ordered.add(item);
    }

    /** Follows an expression through the variables it asks for, as seen from its item. */
    private static final class Reach {

        private final List<Formula> variables;
        private final Questionnaire.Index index;
        private final Map<String, Item> named;
        private final Set<Formula> followed = new HashSet<>();
        final Set<String> items = new LinkedHashSet<>();
        boolean looks;

        Reach(List<Formula> variables, Questionnaire.Index index, Map<String, Item> named) {
            this.variables = variables;
            this.index = index;
            this.named = named;
        }

        void follow(Item from, Formula formula) {
            if (!followed.add(formula)) {
                return;
            }
            looks |= formula.text().contains("answer") || formula.text().contains("descendants") || formula.text().contains("item");
            formula.mentions().stream().filter(index.items()::containsKey).forEach(items::add);
            for (var name : formula.names()) {
                var scope = new ArrayList<>(variables);
                index.above().get(from.linkId()).forEach(it -> scope.addAll(it.computing().variables()));
                scope.addAll(from.computing().variables());
                var meant = scope.reversed().stream().filter(it -> name.equals(it.name())).findFirst();
                meant.ifPresent(it -> follow(from, it));
                if (meant.isEmpty() && named.get(name) instanceof Item computed) {
                    items.add(computed.linkId());
                }
            }
        }
    }
}
