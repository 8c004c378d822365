package org.casebridge.tasks;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.oversight.Emergencies;
import org.casebridge.oversight.Restrictions;
import org.springframework.stereotype.Component;

/** What waits for the privacy officer: records opened in an emergency, from the moment they are opened, and restrictions to look at again. */
@Component
class PrivacyNeeds implements NeedSource {

    private final Emergencies emergencies;
    private final Restrictions restrictions;

    PrivacyNeeds(Emergencies emergencies, Restrictions restrictions) {
        this.emergencies = emergencies;
        this.restrictions = restrictions;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var me = Actor.current();
        return () -> Stream.concat(me.may(Permission.SEE_LOOKS) ? emergencies.unanswered().stream().map(PrivacyNeeds::answer) : Stream.of(),
                me.may(Permission.KEEP_RESTRICTIONS) ? restrictions.lookAgain(mine.today().plusDays(AHEAD)).stream().map(PrivacyNeeds::again) : Stream.of()).toList();
    }

    private static Need answer(Emergencies.Unanswered it) {
        var due = it.due().atZone(Actor.current().zone());
        var what = Sentence.of("{worker} opened a record in an emergency", it.worker());
        var why = Sentence.of("{reason}: {words}. Opened {when}; your answer is due {due}.", it.reason(), it.words(), it.openedAt(), it.due());
        return new Need(it.client().isEmpty() ? null : new ClientId(it.subject()), it.client().isEmpty() ? null : it.client(), what, why, new Due(due.toLocalDate(), due.toLocalTime()), true, Sentence.of("Answer"), "/alerts/" + it.alert()).by(Ground.LAW);
    }

    private static Need again(org.casebridge.oversight.Restriction.Line it) {
        return new Need(it.client(), it.name(), Sentence.of("Does the restriction still hold?"), Sentence.of("To be looked at again on {day}", it.lookAgainOn()), it.lookAgainOn(), Sentence.of("See the restriction"), it.path());
    }
}
