package org.casebridge.careplans;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.springframework.stereotype.Component;

/** Plans of a worker's people that are to be looked at again, unless somebody said why not yet, and plans agreed by word of mouth whose signature was to follow. */
@Component
class PlanNeeds implements NeedSource {

    private final SignatureStore signatures;

    PlanNeeds(SignatureStore signatures) {
        this.signatures = signatures;
    }

    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var clients = mine.clients().stream().map(ClientId::value).toArray(UUID[]::new);
        var late = questions.list(CarePlan.class, """
                select p.* from careplans.plan p
                where p.client_id = any(?) and p.status = 'ACTIVE' and coalesce(p.reviewed_on, p.agreed_on) + p.review_days <= ?
                  and not exists (select from careplans.review_exemption e where e.plan_id = p.id and e.client_id = p.client_id and e.ended_on is null and e.until_day >= ?)
                """, clients, mine.until(), mine.today());
        var toFollow = signatures.toFollow(questions, clients, mine.until());
        return () -> Stream.concat(late.get().stream().map(it -> review(it, mine)), toFollow.get().stream().map(it -> signature(it, mine))).toList();
    }

    private static Need review(CarePlan plan, Mine mine) {
        return new Need(plan.clientId(), mine.name(plan.clientId()).orElseThrow(), Sentence.of("Review of the plan"),
                plan.reviewedOn() == null ? Sentence.of("agreed on {day} · review every {days} days", plan.agreedOn(), plan.reviewDays())
                        : Sentence.of("agreed on {day}, reviewed on {reviewed} · review every {days} days", plan.agreedOn(), plan.reviewedOn(), plan.reviewDays()),
                plan.reviewOn(), Sentence.of("Review plan"), "/clients/" + plan.clientId().text() + "/plan/review");
    }

    private static Need signature(PlanSignature it, Mine mine) {
        return new Need(it.clientId(), mine.name(it.clientId()).orElseThrow(), Sentence.of("Plan to be signed"),
                Sentence.of("agreed by word of mouth on {day}; a signature was to follow", it.onDay()), it.followUpOn(), Sentence.of("Sign"),
                "/clients/" + it.clientId().text() + "/plan/versions/" + it.planId().text());
    }
}
