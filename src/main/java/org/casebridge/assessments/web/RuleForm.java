package org.casebridge.assessments.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.casebridge.assessments.FormRules;
import org.casebridge.assessments.OwnForm;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;

/** What the scores of a form mean, and which of its answers are critical. Rows without a name are left out. */
public record RuleForm(@Nullable @Size(max = 300) String score, @Nullable Boolean higherIsBetter, @Nullable @Size(max = 20) List<@Valid BandRow> bands, @Nullable @Size(max = 50) List<@Size(max = 700) String> criticals) {

    public static final int ROWS = 6;

    public record BandRow(@Nullable @Min(value = -100000, message = "This number is too small.") @Max(value = 100000, message = "This number is too large.") Integer from,
                          @Nullable @Min(value = -100000, message = "This number is too small.") @Max(value = 100000, message = "This number is too large.") Integer to,
                          @Nullable @Size(max = 100) String name, @Nullable @Size(max = 500) String meaning, @Nullable @Min(value = 0, message = "Choose one of the answers offered.") @Max(value = 3, message = "Choose one of the answers offered.") Integer tone) {}

    static RuleForm of(FormRules rules) {
        return new RuleForm(rules.score(), !rules.lowerIsBetter(), rules.bands().stream().map(it -> new BandRow(it.from(), it.to(), it.name(), it.meaning(), it.tone())).toList(),
                rules.criticals().stream().map(it -> it.item() + "\n" + it.answer()).toList());
    }

    FormRules rules(OwnForm form) {
        var kept = new ArrayList<FormRules.Band>();
        for (var row : bands == null ? List.<BandRow>of() : bands) {
            if (row.name() == null || row.name().isBlank()) {
                continue;
            }
            if (row.from() == null || row.to() == null) {
                throw Refused.invalid("The band “{name}” needs the numbers where it begins and ends.", row.name()).at("bands[" + kept.size() + "].from");
            }
            kept.add(new FormRules.Band(row.from(), row.to(), row.name().strip(), row.meaning() == null ? "" : row.meaning().strip(), row.tone() == null ? 0 : row.tone()));
        }
        var critical = new ArrayList<FormRules.Critical>();
        for (var one : criticals == null ? List.<String>of() : criticals) {
            var parts = one.replace("\r", "").split("\n", 2);
            var item = form.questionnaire().item(parts[0]);
            if (item != null && parts.length == 2 && FormAnswersOffered.of(item).contains(parts[1])) {
                critical.add(new FormRules.Critical(item.linkId(), item.text().plain().isEmpty() ? item.linkId() : item.text().plain(), parts[1]));
            }
        }
        return new FormRules(score == null || score.isBlank() ? null : score, !Boolean.TRUE.equals(higherIsBetter), kept, critical);
    }
}
