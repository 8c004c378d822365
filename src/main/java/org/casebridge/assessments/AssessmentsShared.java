package org.casebridge.assessments;

import static org.casebridge.web.Say.say;

import java.util.ArrayList;
import java.util.List;
import org.casebridge.consent.Part;
import org.casebridge.consent.Piece;
import org.casebridge.consent.Shareable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Completed assessments that count, as they can be shared: the instrument, the score and what it means; not each answer. */
@Configuration(proxyBeanMethods = false)
class AssessmentsShared {

    @Bean
    Shareable sharedAssessments(Results results) {
        return Shareable.of(Part.ASSESSMENTS, client -> results.of(client).stream().filter(it -> it.line().counts())
                .map(it -> Piece.of(Part.ASSESSMENTS, it.line().assessment().id().value(), it.line().assessment().about().assessedOn(), it.instrument().title().in(org.casebridge.web.Say.locale()), lines(it))).toList());
    }

    private static List<String> lines(Result it) {
        var lines = new ArrayList<String>();
        if (it.score() instanceof Score.Valid valid) {
            lines.add(say("Score {total}: {band}", valid.total(), say(valid.band().name())));
        }
        lines.add(say("By {name}", it.line().assessorName()));
        return lines;
    }
}
