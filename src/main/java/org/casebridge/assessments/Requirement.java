package org.casebridge.assessments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebridge.kernel.Sentence;
import org.casebridge.workforce.Credential;

/**
 * Whom an agency lets ask an instrument: whoever has one of these licences or certifications ({@code anyOf}), when any is named, and this training (a credential of its own name),
 * when one is named. What has lapsed does not count.
 */
public record Requirement(List<Credential.Kind> anyOf, String training, String setByName, Instant setAt) {

    public Requirement {
        anyOf = List.copyOf(anyOf);
    }

    /** In words: what it takes. */
    public Sentence words() {
        var kinds = Sentence.of("one of {credentials}", labels());
        return anyOf.isEmpty() ? trained() : training.isEmpty() ? kinds : Sentence.of("{one} and {other}", kinds, trained());
    }

    /** What of it these credentials lack today; empty for whoever may ask. */
    Optional<Sentence> lacking(List<Credential> held, LocalDate today) {
        var lacks = new ArrayList<Sentence>();
        var fitting = held.stream().filter(it -> anyOf.contains(it.kind())).toList();
        if (!anyOf.isEmpty() && fitting.stream().allMatch(it -> it.lapsed(today))) {
            lacks.add(fitting.isEmpty() ? Sentence.of("one of {credentials}", labels()) : Sentence.of("{credential}, which lapsed on {day}", fitting.getFirst().label(), fitting.getFirst().expiresOn()));
        }
        var trained = held.stream().filter(it -> it.kind() == Credential.Kind.OTHER && it.name().equalsIgnoreCase(training)).toList();
        if (!training.isEmpty() && trained.stream().allMatch(it -> it.lapsed(today))) {
            lacks.add(trained.isEmpty() ? trained() : Sentence.of("the training “{training}”, which lapsed on {day}", training, trained.getFirst().expiresOn()));
        }
        return lacks.stream().reduce((one, other) -> Sentence.of("{one} and {other}", one, other));
    }

    private Sentence trained() {
        return Sentence.of("the training “{training}”", training);
    }

    private String labels() {
        return anyOf.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
