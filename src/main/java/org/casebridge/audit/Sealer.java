package org.casebridge.audit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.casebridge.audit.proof.Form;
import org.casebridge.audit.proof.Row;
import org.casebridge.audit.proof.Seal;
import org.casebridge.audit.proof.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals what came since the last seal, and anchors it. Only rows of transactions that lie below every running one are taken: behind that horizon nothing can appear any more. A database that is
 * not the one that was sealed last (restored from a backup, moved to another cluster) begins a new epoch, which follows on the last seal that was anchored.
 */
class Sealer {

    /** Rows in one seal, unless a single transaction wrote more. */
    private static final int PORTION = 20_000;
    private static final int LINES = 200;
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);

    private final SealStore store;
    private final TransactionOperations transaction;
    private final SigningKey key;
    private final Anchors anchors;
    private final Form form;
    private Optional<Opening> opening = Optional.empty();

    Sealer(SealStore store, TransactionOperations transaction, SigningKey key, Anchors anchors, Form form) {
        this.store = store;
        this.transaction = transaction;
        this.key = key;
        this.anchors = anchors;
        this.form = form;
    }

    /** A new epoch has its number; it is opened when all transactions that may still carry the old one have ended: those below {@code target}, once it is known. */
    private record Opening(int epoch, Optional<String> target) {}

    /** Seals and anchors all that can be sealed now. */
    synchronized void seal() {
        if (Boolean.TRUE.equals(transaction.execute(_ -> anchors.last().isPresent() && store.idle(anchors.last().get().number(), anchors.print())))) {
            return;
        }
        anchor();
        while (Boolean.TRUE.equals(transaction.execute(_ -> one()))) {
            anchor();
        }
        anchor();
    }

    /** True when a seal was made and more may wait. */
    private boolean one() {
        var anchored = anchors.last();
        var state = store.state(anchored.map(Seal::number).orElse(0L));
        var last = state.last();
        boolean back = anchored.isPresent() && !anchored.get().line().equals(state.anchored());
        boolean moved = last.isPresent() && !last.get().system().equals(state.system());
        if (!back && !moved && !state.waiting() || !store.lock()) {
            return false;
        }
        return back || moved ? open(state, last, anchored, back) : portion(state, last);
    }

    private boolean portion(SealStore.State state, Optional<Seal> last) {
        int epoch = last.map(Seal::epoch).orElse(state.epoch());
        var from = last.map(Seal::horizon).orElse("0");
        var to = store.end(epoch, from, state.xmin(), PORTION);
        var leaves = new Leaves();
        store.rows(epoch, from, to, leaves);
        if (leaves.ids.isEmpty()) {
            return false;
        }
        add(Seal.unsigned(last.map(Seal::number).orElse(0L) + 1, epoch, state.system(), state.now(), to, leaves.ids(), leaves.hashes.toByteArray(),
                last.map(Seal::root).orElse(Seal.NOTHING), "", key.name()));
        return !to.equals(state.xmin());
    }

    private boolean open(SealStore.State state, Optional<Seal> last, Optional<Seal> anchored, boolean back) {
        if (opening.isEmpty()) {
            int above = Math.max(last.map(Seal::epoch).orElse(0), anchored.map(Seal::epoch).orElse(0));
            opening = Optional.of(new Opening(store.nextEpoch(above), Optional.empty()));
            LOG.warn("This is not the database that was sealed last: a new epoch of the audit begins ({})", opening.get().epoch());
            return false;
        }
        if (opening.get().target.isEmpty()) {
            opening = Optional.of(new Opening(opening.get().epoch, Optional.of(state.xmax())));
        }
        if (Long.compareUnsigned(Long.parseUnsignedLong(state.xmin()), Long.parseUnsignedLong(opening.get().target.orElseThrow())) < 0) {
            return false;
        }
        var leaves = new Leaves();
        store.left(last.map(Seal::epoch).orElse(0), last.map(Seal::horizon).orElse("0"), opening.get().epoch, leaves);
        var follows = back ? anchored.orElseThrow() : last.orElseThrow();
        add(Seal.unsigned(Math.max(follows.number(), last.map(Seal::number).orElse(0L)) + 1, opening.get().epoch, state.system(), state.now(), "0", leaves.ids(), leaves.hashes.toByteArray(),
                follows.root(), back ? Seal.WENT_BACK + " to seal " + last.map(Seal::number).orElse(0L) : "the database runs on another cluster", key.name()));
        opening = Optional.empty();
        return true;
    }

    private void add(Seal seal) {
        store.add(key.sign(seal));
    }

    /** Every server appends all seals to its own file, whoever made them. One that the database does not keep as it was anchored stops this until a new epoch was opened. */
    private void anchor() {
        var last = anchors.last().map(Seal::number).orElse(0L);
        List<String> lines;
        do {
            long after = last;
            lines = transaction.execute(_ -> {
                var kept = store.state(after).anchored();
                var next = store.linesAfter(after, LINES);
                boolean follows = after == 0 || anchors.last().orElseThrow().line().equals(kept)
                        || !next.isEmpty() && Seal.read(next.getFirst()).previous().equals(anchors.last().orElseThrow().root());
                return follows ? next : List.<String>of();
            });
            anchors.append(lines);
            last = anchors.last().map(Seal::number).orElse(0L);
        } while (lines.size() == LINES);
    }

    private final class Leaves implements Consumer<Row> {

        private final List<Long> ids = new ArrayList<>();
        private final ByteArrayOutputStream hashes = new ByteArrayOutputStream();

        @Override
        public void accept(Row row) {
            ids.add(row.id());
            hashes.writeBytes(form.hash(row));
        }

        long[] ids() {
            return ids.stream().mapToLong(it -> it).toArray();
        }
    }
}
