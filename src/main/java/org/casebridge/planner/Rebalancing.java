package org.casebridge.planner;

import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.CaseId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.casebridge.workload.Band;
import org.jspecify.annotations.Nullable;

/** A team's loads before and after a proposal, and its moves with the reason for each. Spreads are standard deviations in percent of capacity; {@code problem} says why it cannot be shared. */
public record Rebalancing(List<Load> loads, List<Move> moves, List<Case> cases, double before, double after, boolean proposed, String seen, @Nullable Sentence problem) {

    /** Nothing but why it cannot be shared. */
    static Rebalancing not(Sentence problem) {
        return new Rebalancing(List.of(), List.of(), List.of(), 0, 0, false, "", problem);
    }

    public record Load(AccountId worker, String name, int before, int after) {

        public Band bandBefore() { return Band.of(before); }

        public Band bandAfter() { return Band.of(after); }
    }

    public record Move(CaseId id, ClientId clientId, String client, String program, AccountId from, String fromName, AccountId to, String toName, Sentence why) {

        /** As it is sent when it is accepted. */
        public String value() {
            return id.text() + " " + from.text() + " " + to.text();
        }
    }

    /** A case that can be pinned; {@code stays} says why it stays anyway. */
    public record Case(CaseId id, ClientId clientId, String client, String program, String worker, boolean pinned, @Nullable Sentence stays) {}

    public boolean overRed() {
        return loads.stream().anyMatch(it -> it.after() > 110);
    }
}
