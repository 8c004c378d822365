package org.casebridge.interop.fhir;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casebridge.console.Problem;

/**
 * What came of bringing clients in. {@code history} counts new lines of stories; {@code passedOver} the resources by type that a case record does not keep
 * (laboratory values, providers); {@code remarks} say what of a file was not read.
 */
public record ClientReport(int added, int unchanged, int history, Map<String, Integer> passedOver, List<Part> files, List<String> remarks, @JsonIgnore List<Problem> problems) {

    /** One file: it came in whole or, with problems, not at all. */
    public record Part(String file, int added, int unchanged, int history, int refused) {}

    static ClientReport of(List<Part> parts, List<Map<String, Integer>> passed, List<String> remarks, List<Problem> problems) {
        var all = new TreeMap<String, Integer>();
        passed.forEach(it -> it.forEach((type, count) -> all.merge(type, count, Integer::sum)));
        return new ClientReport(parts.stream().mapToInt(Part::added).sum(), parts.stream().mapToInt(Part::unchanged).sum(), parts.stream().mapToInt(Part::history).sum(), all,
                List.copyOf(parts), List.copyOf(remarks), List.copyOf(problems));
    }
}
