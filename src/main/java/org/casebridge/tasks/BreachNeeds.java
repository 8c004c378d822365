package org.casebridge.tasks;

import java.util.List;
import java.util.function.Supplier;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.consent.Breach;
import org.casebridge.consent.Breaches;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.springframework.stereotype.Component;

/** What a breach asks of the privacy officer by a day. */
@Component
class BreachNeeds implements NeedSource {

    private final Breaches breaches;

    BreachNeeds(Breaches breaches) {
        this.breaches = breaches;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        if (!Actor.current().may(Permission.KEEP_BREACHES)) {
            return List::of;
        }
        return () -> breaches.all().stream().flatMap(breach -> breach.dues().stream().filter(Breach.Due::open).filter(it -> !it.on().isAfter(mine.until()))
                .map(it -> new Need(null, null, Sentence.of("{what}: {breach}", it.kind(), breach.title()),
                        Sentence.of("Discovered on {day}; due by {due} ({law})", breach.discoveredOn(), it.on(), it.law()), new Due(it.on(), null), true, Sentence.of("See the breach"), breach.path()).by(Ground.LAW)))
                .toList();
    }
}
