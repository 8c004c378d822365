package org.casebridge.careplans;

import java.util.List;
import java.util.Optional;

/** What a version says beside its goals: sections, rights as they were explained, and choices that were offered. */
public record PlanParts(List<Section> sections, List<Choice> choices) {

    public static final PlanParts NONE = new PlanParts(List.of(), List.of());

    public Optional<Section> get(Section.Kind kind) {
        return sections.stream().filter(it -> it.kind() == kind).findFirst();
    }

    /** In the order in which a plan shows them. */
    public List<Section> ordered() {
        return sections.stream().sorted(java.util.Comparator.comparing(Section::kind)).toList();
    }

    /** As the client's copy shows them: nothing that is for the team alone. */
    public PlanParts forClient() {
        return new PlanParts(sections.stream().filter(it -> it.kind().forClient()).toList(), choices);
    }
}
