package org.casebridge.monitoring;

import java.util.List;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
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

    private final NoteReviews reviews;
    private final CadenceStore cadences;

    ReviewNeeds(NoteReviews reviews, CadenceStore cadences) {
        this.reviews = reviews;
        this.cadences = cadences;
    }

    @Override
    public List<Need> of(Mine mine) {
        var me = Actor.current();
        var asked = reviews.toAnswer(mine.worker()).stream().map(it -> new Need(it.clientId(), it.client(), Sentence.of("Question about your note"),
                Sentence.of("{name} asks: {words}", it.name(), it.words()), it.at().atZone(me.zone()).toLocalDate().plusDays(2), Sentence.of("Answer"), path(it)).by(Ground.WAITING));
        var signed = !me.may(Permission.ASSIGN_CASES) || reviews.kinds().isEmpty() ? Stream.<Need>empty()
                : reviews.toCosign(cadences.team(me.account().value(), me.agency().value())).stream().map(it -> new Need(it.clientId(), it.client(), Sentence.of("Note to sign a second time"),
                        Sentence.of("of {name} · within {days} days", it.name(), COSIGN_DAYS), it.at().atZone(me.zone()).toLocalDate().plusDays(COSIGN_DAYS), Sentence.of("Open note"), path(it)).by(Ground.WAITING));
        return Stream.concat(asked, signed).toList();
    }

    private static String path(ReviewedLine it) {
        return "/clients/" + it.clientId().text() + "/contacts/" + it.contactId().text();
    }
}
