package org.casebridge.assessments.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.assessments.FormRules;
import org.casebridge.assessments.OwnForm;
import org.casebridge.assessments.Scoring;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** What the scores of a form mean, and which of its answers are critical. Rows without a name are left out. */
public record RuleForm(@Nullable @Size(max = 300) String score, @Nullable Boolean higherIsBetter, @Nullable @Size(max = 20) List<@Valid BandRow> bands, @Nullable @Size(max = 50) List<@Valid CriticalRow> criticals) {

    public static final int ROWS = 6;

    public record BandRow(@Nullable @Min(value = -100000, message = "This number is too small.") @Max(value = 100000, message = "This number is too large.") Integer from,
                          @Nullable @Min(value = -100000, message = "This number is too small.") @Max(value = 100000, message = "This number is too large.") Integer to,
                          @Nullable @Size(max = 100) String name, @Nullable @Size(max = 500) String meaning, @Nullable @Min(value = 0, message = "Choose one of the answers offered.") @Max(value = 3, message = "Choose one of the answers offered.") Integer tone,
                          @Nullable @Size(max = 100) String spanishName, @Nullable @Size(max = 500) String spanishMeaning) {}

    /** A critical answer: the item's link id and the answer, a line each; without an answer it is none. */
    public record CriticalRow(@Nullable @Size(max = 700) String answer, Scoring.@Nullable Danger danger,
                              @Nullable @Min(value = 1, message = "Write within how many hours it is followed up, 1 to 72.") @Max(value = 72, message = "Write within how many hours it is followed up, 1 to 72.") Integer hours) {}

    static RuleForm of(FormRules rules) {
        return new RuleForm(rules.score(), !rules.lowerIsBetter(), rules.bands().stream().map(it -> new BandRow(it.from(), it.to(), it.name(), it.meaning(), it.tone(), it.spanishName(), it.spanishMeaning())).toList(),
                rules.criticals().stream().map(it -> new CriticalRow(it.item() + "\n" + it.answer(), it.about(), it.within())).toList());
    }

    FormRules rules(OwnForm form) {
        var kept = new ArrayList<FormRules.Band>();
        for (var row : bands == null ? List.<BandRow>of() : bands) {
            if (row == null || row.name() == null || row.name().isBlank()) {
                continue;
            }
            if (row.from() == null || row.to() == null) {
                throw Refused.invalid("The band “{name}” needs the numbers where it begins and ends.", row.name()).at("bands[" + kept.size() + "].from");
            }
            kept.add(new FormRules.Band(row.from(), row.to(), row.name().strip(), row.meaning() == null ? "" : row.meaning().strip(), row.tone() == null ? 0 : row.tone(), blank(row.spanishName()), blank(row.spanishMeaning())));
        }
        var critical = new ArrayList<FormRules.Critical>();
        for (var one : criticals == null ? List.<CriticalRow>of() : criticals) {
            var parts = (one == null || one.answer() == null ? "" : one.answer()).replace("\r", "").split("\n", 2);
            var item = form.questionnaire().item(parts[0]);
            if (item != null && parts.length == 2 && FormAnswersOffered.of(item).contains(parts[1])) {
                critical.add(new FormRules.Critical(item.linkId(), item.text().plain().isEmpty() ? item.linkId() : item.text().plain(), parts[1], one.danger(), one.hours()));
            }
        }
        for (int i = 0; i < critical.size(); i++) {
            var one = critical.get(i);
            if (critical.subList(0, i).stream().anyMatch(it -> it.item().equals(one.item()) && it.answer().equals(one.answer()))) {
                throw Refused.invalid("“{question}: {answer}” stands here twice.", one.question(), one.answer()).at("criticals[" + i + "].answer");
            }
        }
        return new FormRules(score == null || score.isBlank() ? null : score, !Boolean.TRUE.equals(higherIsBetter), kept, critical);
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
