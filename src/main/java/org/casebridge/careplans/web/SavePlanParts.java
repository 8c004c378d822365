package org.casebridge.careplans.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.casebridge.careplans.Choice;
import org.casebridge.careplans.PlanParts;
import org.casebridge.careplans.Section;
import org.casebridge.kernel.Id;
import org.jspecify.annotations.Nullable;

/** What a plan says beside its goals, in one form; rights are ticked when they were explained. {@code on}: the day on which new or changed parts were talked over. */
record SavePlanParts(@Size(max = 4000) @Nullable String culture, @Size(max = 4000) @Nullable String communication, @Size(max = 4000) @Nullable String crisis,
                     @Size(max = 4000) @Nullable String contingency, @Size(max = 4000) @Nullable String team, @Nullable List<Section.Kind> rights,
                     @Size(max = 20) @Nullable List<@Valid @Nullable ChoiceRow> choices,
                     @NotNull(message = "Say on which day this was talked over.") @Nullable LocalDate on, @NotNull(message = PlanForms.INCOMPLETE) @Nullable Integer seen) {

    record ChoiceRow(@Nullable UUID id, @Size(max = 300) @Nullable String what, Choice.@Nullable Answer answer, @Size(max = 1000) @Nullable String words) {

        boolean empty() { return PlanForms.text(what).isBlank(); }
    }

    static SavePlanParts of(PlanParts parts, LocalDate today, int seen) {
        return new SavePlanParts(words(parts, Section.Kind.CULTURE), words(parts, Section.Kind.COMMUNICATION), words(parts, Section.Kind.CRISIS), words(parts, Section.Kind.CONTINGENCY),
                words(parts, Section.Kind.TEAM), parts.sections().stream().map(Section::kind).filter(Section.Kind::right).toList(),
                parts.choices().stream().map(it -> new ChoiceRow(it.id(), it.what(), it.answer(), it.words())).toList(), today, seen);
    }

    private static @Nullable String words(PlanParts parts, Section.Kind kind) {
        return parts.get(kind).map(Section::words).orElse(null);
    }

    /** What is worded as it was keeps its day. */
    PlanParts parts(PlanParts before) {
        var sections = new ArrayList<Section>();
        add(sections, before, Section.Kind.CULTURE, culture);
        add(sections, before, Section.Kind.COMMUNICATION, communication);
        add(sections, before, Section.Kind.CRISIS, crisis);
        add(sections, before, Section.Kind.CONTINGENCY, contingency);
        add(sections, before, Section.Kind.TEAM, team);
        if (rights != null) {
            rights.stream().filter(it -> it != null && it.right()).distinct().forEach(it -> sections.add(before.get(it).orElse(new Section(it, "", on))));
        }
        var rows = SaveGoal.rows(choices).stream().filter(it -> !it.empty()).map(it -> {
            var kept = before.choices().stream().filter(old -> old.id().equals(it.id())).findFirst();
            var answer = it.answer() == null ? Choice.Answer.UNDECIDED : it.answer();
            var same = kept.filter(old -> old.what().equals(it.what()) && old.answer() == answer && old.words().equals(PlanForms.text(it.words())));
            return same.orElseGet(() -> new Choice(kept.map(Choice::id).orElseGet(Id::fresh), PlanForms.text(it.what()), answer, PlanForms.text(it.words()), on));
        }).toList();
        return new PlanParts(List.copyOf(sections), rows);
    }

    private void add(List<Section> into, PlanParts before, Section.Kind kind, @Nullable String words) {
        var text = PlanForms.text(words).strip();
        if (!text.isEmpty()) {
            into.add(before.get(kind).filter(it -> it.words().strip().equals(text)).orElse(new Section(kind, text, on)));
        }
    }
}
