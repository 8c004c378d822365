package org.casebridge.audit;

import java.nio.file.Path;
import org.casebridge.access.Actor;
import org.casebridge.audit.proof.Form;
import org.casebridge.data.Beat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Seals the audit as long as the application runs, the server or a command: at its start, every second, and once more when it stops and nobody writes any more. */
@Component
@Lazy(false)
@EnableConfigurationProperties(AuditSettings.class)
public class Sealing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final Sealer sealer;
    private final Anchors anchors;
    private final AuditKeys keys;
    private volatile boolean failing;
    private final Beat beat;

    Sealing(SealStore store, TransactionOperations transaction, AuditSettings settings, @Value("${casebridge.data:data}") Path data) {
        keys = new AuditKeys(data.resolve("audit"), settings.key());
        anchors = new Anchors(settings.anchor() == null || settings.anchor().isBlank() ? data.resolve("audit").resolve("anchors.ndjson") : Path.of(settings.anchor().strip()));
        sealer = new Sealer(store, transaction, keys.signing(), anchors, Form.ONE);
        beat = new Beat("Sealing the audit", settings.every(), this::attempt);
    }

    /** Where each seal is appended. */
    public Path anchorFile() {
        return anchors.file();
    }

    /** The public keys by which a seal is known for ours. */
    public Path publicKeys() {
        return keys.open();
    }

    /** False when the last attempt to seal or to anchor failed; the next may succeed. */
    public boolean works() {
        return !failing;
    }

    /** Seals now; one need not, but a test or a command may not want to wait. */
    public void now() {
        Actor.machine().run(sealer::seal);
    }

    @Override
    public void start() {
        attempt();
        beat.start();
    }

    @Override
    public void stop() {
        if (beat.isRunning()) {
            beat.stop();
            attempt();
        }
    }

    @Override
    public boolean isRunning() {
        return beat.isRunning();
    }

    /** Before the web server opens, and after it closed. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void attempt() {
        try {
            now();
            failing = false;
        } catch (RuntimeException failure) {
            if (!failing) {
                LOG.error("The audit cannot be sealed: {}", failure.getMessage(), failure);
            }
            failing = true;
        }
    }
}
