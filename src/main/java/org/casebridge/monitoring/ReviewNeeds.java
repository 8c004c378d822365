package org.casebridge.monitoring;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Questions about one's notes, and for supervisors their team's notes that wait for a second signature. */
@Component
class ReviewNeeds implements NeedSource {

    /** Within how many days a second signature is given. Our own rule; a payer's is often the same week. */
    private static final int COSIGN_DAYS = 7;

    /** Within how many days a question is answered. Our own rule. */
    private static final int ANSWER_DAYS = 2;

    private final NoteReviews reviews;

    ReviewNeeds(NoteReviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var me = Actor.current();
        var asked = reviews.toAnswer(questions, mine.worker());
        Supplier<List<ReviewedLine>> unsigned = me.may(Permission.ASSIGN_CASES) ? reviews.toCosign(questions) : List::of;
        return () -> Stream.concat(asked.get().stream().map(it -> answer(it, me.zone())), unsigned.get().stream().map(it -> sign(it, me.zone()))).toList();
    }

    private static Need answer(ReviewedLine it, ZoneId zone) {
        return new Need(it.clientId(), it.client(), Sentence.of("Question about your note"), Sentence.of("{name} asks: {words}", it.name(), it.words()), it.at().atZone(zone).toLocalDate().plusDays(ANSWER_DAYS),
                Sentence.of("Answer"), path(it)).by(Ground.WAITING);
    }

    private static Need sign(ReviewedLine it, ZoneId zone) {
        return new Need(it.clientId(), it.client(), Sentence.of("Note to sign a second time"), Sentence.of("of {name} · within {days} days", it.name(), COSIGN_DAYS),
                it.at().atZone(zone).toLocalDate().plusDays(COSIGN_DAYS), Sentence.of("Open note"), path(it)).by(Ground.WAITING);
    }

    private static String path(ReviewedLine it) {
        return "/clients/" + it.clientId().text() + "/contacts/" + it.contactId().text();
    }
}
