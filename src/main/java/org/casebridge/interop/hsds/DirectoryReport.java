package org.casebridge.interop.hsds;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.casebridge.console.Problem;
import org.casebridge.directory.Brought;

/** What came of bringing a directory in: counts of entries, the same for each file, what was left out and why, and what was refused. */
public record DirectoryReport(int added, int changed, int unchanged, List<Part> files, List<String> remarks, @JsonIgnore List<Problem> problems) {

    /** One file, or one folder of CSV files that refer to each other: it came in whole or, with problems, not at all. */
    public record Part(String file, int organizations, int services, int locations, int added, int changed, int unchanged, int refused) {

        static Part refused(String file, int problems) {
            return new Part(file, 0, 0, 0, 0, 0, 0, problems);
        }
    }

    static DirectoryReport of(List<Part> parts, List<String> remarks, List<Problem> problems) {
        var sum = parts.stream().map(it -> new Brought(it.added, it.changed, it.unchanged)).reduce(Brought.NOTHING, Brought::and);
        return new DirectoryReport(sum.added(), sum.changed(), sum.unchanged(), List.copyOf(parts), List.copyOf(remarks), List.copyOf(problems));
    }
}
