package org.casebridge.interop.fhir;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.casebridge.console.Counted;
import org.casebridge.console.Problem;

/**
 * What came of bringing clients in. {@code kept} counts the parts of records that the source changed and that stayed because they were edited here;
 * {@code history} new lines of stories; {@code passedOver} the resources by type that a case record does not keep (laboratory values, providers);
 * {@code remarks} say what of a file was not read.
 */
public record ClientReport(int added, int updated, int unchanged, int kept, int history, Map<String, Integer> passedOver, List<Part> files, List<String> remarks,
                           @JsonIgnore List<Problem> problems) {

    /** One file: it came in whole or, with problems, not at all. */
    public record Part(String file, int added, int updated, int unchanged, int kept, int history, int refused) {}

    static ClientReport of(List<Part> parts, List<Map<String, Integer>> passed, List<String> remarks, List<Problem> problems) {
        var all = new TreeMap<String, Integer>();
        passed.forEach(it -> it.forEach((type, count) -> all.merge(type, count, Integer::sum)));
        return new ClientReport(sum(parts, Part::added), sum(parts, Part::updated), sum(parts, Part::unchanged), sum(parts, Part::kept), sum(parts, Part::history), all,
                List.copyOf(parts), List.copyOf(remarks), List.copyOf(problems));
    }

    /** “1 new client, 2 updated, 3 unchanged, 4 parts kept because edited here …”: for a terminal. */
    public String sentence() {
        return "%s, %,d updated, %,d unchanged, %,d kept because edited here; %s of history.".formatted(
                Counted.of(added, "new client"), updated, unchanged, kept, Counted.of(history, "new line"));
    }

    private static int sum(List<Part> parts, ToIntFunction<Part> count) {
        return parts.stream().mapToInt(count).sum();
    }
}
