package org.casebridge.referrals;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** What My day should know: referrals without an answer, declined ones, and outcomes that nobody confirmed. */
@Component
class ReferralNeeds implements NeedSource {

    private final ReferralStore store;

    ReferralNeeds(ReferralStore store) {
        this.store = store;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var zone = Actor.current().zone();
        var open = store.openOf(questions, mine.worker());
        return () -> open.get().stream()
                .filter(it -> it.asks() || !Objects.requireNonNull(it.due(zone)).isAfter(mine.until()))
                .map(it -> it.asks() ? new Need(it.clientId(), it.client(), Sentence.of("They ask about the referral: {organization}", it.organization()), it.why(mine.today(), zone), mine.today(), Sentence.of("Answer them"), it.path()).by(Ground.WAITING)
                        : new Need(it.clientId(), it.client(), what(it), it.why(mine.today(), zone), it.due(zone), action(it.status()), it.path()).by(Ground.WAITING))
                .toList();
    }

    private static Sentence what(ReferralLine it) {
        return switch (it.status()) {
            case REQUESTED -> Sentence.of("Referral not answered: {organization}", it.organization());
            case REJECTED -> Sentence.of("Referral declined: {organization}", it.organization());
            case COMPLETED, FAILED -> Sentence.of("Confirm the outcome: {service}", it.service());
            default -> Sentence.of("Ask after the referral: {organization}", it.organization());
        };
    }

    private static Sentence action(Referral.Status status) {
        return switch (status) {
            case REQUESTED -> Sentence.of("See options");
            case REJECTED -> Sentence.of("Find another");
            case COMPLETED, FAILED -> Sentence.of("Confirm");
            default -> Sentence.of("Ask");
        };
    }
}
