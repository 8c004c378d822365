package org.casebridge.caseload;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.List;

/** How many people a worker has open cases of, in all and by programme; somebody in two programmes counts once in all. */
public record Load(int people, List<InProgram> programs) {

    static final Load NONE = new Load(0, List.of());

    /** Counts open cases of one worker. The programme with the most people comes first. */
    public static Load of(List<CaseLine> open) {
        var programs = open.stream().collect(groupingBy(CaseLine::program, mapping(CaseLine::clientId, toSet()))).entrySet().stream()
                .map(it -> new InProgram(it.getKey(), it.getValue().size()))
                .sorted(comparing(InProgram::people).reversed().thenComparing(InProgram::program)).toList();
        return new Load((int) open.stream().map(CaseLine::clientId).distinct().count(), programs);
    }

    public record InProgram(String program, int people) {}
}
