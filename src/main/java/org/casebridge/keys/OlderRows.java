package org.casebridge.keys;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.casebridge.access.Actor;
import org.casebridge.audit.Deed;
import org.casebridge.audit.Deeds;
import org.casebridge.sealing.Unsealed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Before a server answers, it seals what is older than its sealing: portion by portion, so that a start that was interrupted goes on where it stopped. */
@Component
@ConditionalOnWebApplication
class OlderRows implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OlderRows.class);
    private static final int PORTION = 500;

    private final Owner owner;
    private final List<Unsealed> tables;
    private final Deeds deeds;
    private boolean running;

    OlderRows(Owner owner, List<Unsealed> tables, Deeds deeds) {
        this.owner = owner;
        this.tables = tables;
        this.deeds = deeds;
    }

    @Override
    public void start() {
        owner.work(this::seal);
        running = true;
    }

    private void seal(Connection connection) throws SQLException {
        for (var table : tables) {
            long done = 0;
            int portion;
            do {
                portion = Owner.portion(connection, () -> table.sealSome(connection, PORTION));
                done += portion;
            } while (portion > 0);
            table.done(connection);
            if (done > 0) {
                long all = done;
                LOG.info("Sealed {} older values of {}", all, table.table());
                Actor.machine().run(() -> deeds.note(Deed.KEYS_TURNED, null, Map.of("table", table.table(), "sealed first", all)));
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After it is known that the server may start at all, before anything that answers or writes. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }
}
