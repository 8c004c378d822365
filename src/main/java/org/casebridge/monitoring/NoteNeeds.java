package org.casebridge.monitoring;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.messaging.Notes;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Notes that wait for their author's signature. */
@Component
class NoteNeeds implements NeedSource {

    /** How long a note may stay a draft. Our own rule; an agency's payer often sets a shorter one. */
    private static final int DRAFT_DAYS = 3;

    private final Notes notes;
    private final Clock clock;

    NoteNeeds(Notes notes, Clock clock) {
        this.notes = notes;
        this.clock = clock;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var zone = Actor.current().zone();
        var drafts = notes.draftsOf(questions, mine.worker(), clock.instant().minus(DRAFT_DAYS, ChronoUnit.DAYS));
        return () -> drafts.get().stream()
                .map(it -> {
                    var written = it.writtenAt().atZone(zone).toLocalDate();
                    return new Need(it.clientId(), it.client(), Sentence.of("Note to sign"),
                            Sentence.of("A draft since {day} · notes are signed within {days} days", written, DRAFT_DAYS), written.plusDays(DRAFT_DAYS),
                            Sentence.of("Open note"), "/clients/" + it.clientId().text() + "/contacts/" + it.contactId().text());
                })
                .toList();
    }
}
