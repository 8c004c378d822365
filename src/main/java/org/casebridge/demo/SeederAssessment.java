package org.casebridge.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.casebridge.assessments.Assessment.Mode;
import org.casebridge.assessments.Assessment.Stage;
import org.casebridge.assessments.Assessment.Status;
import org.casebridge.assessments.Instruments;
import org.casebridge.caseload.StoryKind;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** What was asked of a client: the needs assessment soon after the case opened, and in four of ten cases the PHQ-9, again about every six weeks while its score goes its way. */
final class SeederAssessment {

    private static final List<String> FREQUENCY = List.of("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9");
    private static final List<String> DOMAINS = List.of("housing", "food", "utilities", "money", "work", "education", "transport", "digital", "legal", "people", "family", "safety",
            "health", "care", "daily", "mind", "stress", "substances");

    private SeederAssessment() {}

    static void write(SeederCase file) {
        var client = file.client();
        var dice = client.dice();
        if (file.days() >= 5 && dice.percent(88)) {
            needs(file, client.after(file.openedOn(), 2, (int) Math.min(14, file.days())));
        }
        if (client.age() < 13 || file.days() < 12 || !dice.percent(40)) {
            return;
        }
        var day = client.after(file.openedOn(), 3, 12);
        int score = dice.between(3, 22);
        int course = dice.of(-4, -3, -2, -2, 0, 0, 1, 2);
        for (int i = 0; i < 5 && !day.isAfter(file.last()); i++) {
            phq9(file, day, i, score);
            score = Math.clamp(score + course + dice.between(-2, 2), 0, 24);
            day = day.plusDays(dice.between(30, 55));
        }
    }

    private static void needs(SeederCase file, LocalDate day) {
        var dice = file.client().dice();
        var answers = new TreeMap<String, String>();
        var first = file.themes().getFirst();
        answers.put("situation", first.voice);
        answers.put("challenges", first.voice);
        answers.put("strengths", "Knows what is needed and asks for it.");
        answers.put("hopes", first.goal);
        for (var domain : DOMAINS) {
            answers.put(domain + "-level", String.valueOf(dice.between(2, 5)));
        }
        int place = 1;
        for (var theme : file.themes()) {
            answers.put(theme.domain + "-level", String.valueOf(dice.between(1, 2)));
            answers.put(theme.domain + "-hard", theme.voice);
            answers.put("act-" + place++, theme.domain);
        }
        write(file, Instruments.NEEDS, day, Stage.INTAKE, answers, null, Sentence.of("{instrument} completed", Sentence.of("Comprehensive needs assessment")));
    }

    /** Nobody answers item 9 here: what to do at once when somebody does is for people, not for dice. */
    private static void phq9(SeederCase file, LocalDate day, int before, int score) {
        var dice = file.client().dice();
        var items = file.client().agency().phq9().items();
        var points = new int[items.size()];
        for (int left = score; left > 0; ) {
            int item = dice.below(items.size() - 1);
            if (points[item] < 3) {
                points[item]++;
                left--;
            }
        }
        var answers = new TreeMap<String, String>();
        for (int i = 0; i < points.length; i++) {
            answers.put(items.get(i), FREQUENCY.get(points[i]));
        }
        var band = file.client().agency().phq9().band(score);
        write(file, Instruments.PHQ9, day, before == 0 ? Stage.INTAKE : Stage.UPDATE, answers, score, Sentence.of("{instrument}: {score}, {band}", Sentence.of("PHQ-9"), score, band.name()));
    }

    private static void write(SeederCase file, String instrument, LocalDate day, Stage stage, Map<String, String> answers, @Nullable Integer score, Sentence what) {
        var client = file.client();
        var at = client.dice().at(day);
        var id = client.id(at);
        var mode = client.dice().of(Mode.IN_PERSON, Mode.IN_PERSON, Mode.PHONE, Mode.VIDEO);
        client.rows().add(SeederTable.ASSESSMENT, id, client.id(), instrument, "1", Status.COMPLETED, stage, mode, "en", null, day, file.worker().id(), at, at.plusSeconds(1800),
                client.agency().json().writeValueAsString(answers), score, false, null);
        client.tell(at, StoryKind.ASSESSMENT, what, Sentence.of("{mode}, {day} · by {name}", mode, day, file.worker().name()), client.path("/assessments/" + id), file.worker().id());
    }
}
