package org.casebridge.questionnaires;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** Refuses what depends on itself: an item that is asked depending on its own answer, a value that is computed from itself. */
final class Loops {

    private Loops() {}

    static void find(Questionnaire questionnaire, Findings found) {
        var index = questionnaire.index();
        for (var item : index.items().values()) {
            item.when().questions().filter(it -> !index.items().containsKey(it) && item.when().formulas().findAny().isEmpty()).forEach(missing ->
                    found.reject(item.linkId(), "enableWhen", Sentence.of("It is asked depending on “{item}”, which does not exist.", missing)));
        }
        circles(index.items().keySet(), it -> shown(index, it), loop ->
                found.reject(loop.getFirst(), "enableWhen", Sentence.of("It is asked depending on itself: {path}.", String.join(" → ", loop))));
        circles(index.plan().uses().keySet(), it -> index.plan().uses().getOrDefault(it, Set.of()).stream(), loop ->
                found.reject(loop.getFirst(), "calculatedExpression", Sentence.of("It is computed from itself: {path}.", String.join(" → ", loop))));
    }

    /** What must be known before an item can be shown: the questions that decide, and the item it stands in. */
    private static Stream<String> shown(Questionnaire.Index index, String linkId) {
        var item = index.items().get(linkId);
        if (item == null) {
            return Stream.empty();
        }
        var above = index.above().get(linkId);
        var decided = item.when() instanceof Condition.Computed ? Stream.<String>empty() : item.when().questions();
        return above.isEmpty() ? decided : Stream.concat(decided, Stream.of(above.getLast().linkId()));
    }

    private static void circles(Set<String> items, Function<String, Stream<String>> needs, java.util.function.Consumer<List<String>> say) {
        var safe = new HashSet<String>();
        for (var item : items) {
            var loop = walk(item, needs, safe);
            if (loop != null) {
                say.accept(loop);
                safe.addAll(loop);
            }
        }
    }

    /** The loop one falls into from here, or null; without recursion, since chains may be as long as the questionnaire. */
    private static @Nullable List<String> walk(String start, Function<String, Stream<String>> needs, Set<String> safe) {
        var path = new ArrayList<String>();
        var onPath = new HashSet<String>();
        var open = new java.util.ArrayDeque<java.util.Iterator<String>>();
        if (!safe.contains(start)) {
            path.add(start);
            onPath.add(start);
            open.push(needs.apply(start).iterator());
        }
        while (!open.isEmpty()) {
            if (!open.peek().hasNext()) {
                open.pop();
                var done = path.removeLast();
                onPath.remove(done);
                safe.add(done);
                continue;
            }
            var next = open.peek().next();
            if (onPath.contains(next)) {
                var loop = new ArrayList<>(path.subList(path.indexOf(next), path.size()));
                loop.add(next);
                return loop;
            }
            if (!safe.contains(next)) {
                path.add(next);
                onPath.add(next);
                open.push(needs.apply(next).iterator());
            }
        }
        return null;
    }
}
