package org.casebridge.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.casebridge.access.Actor;
import org.casebridge.audit.proof.Form;
import org.casebridge.audit.proof.PublicKeys;
import org.casebridge.audit.proof.Verdict;
import org.casebridge.audit.proof.Verifier;
import org.casebridge.kernel.Stopped;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Holds this database's own audit against its seals, hands its rows to whoever wants to do so elsewhere, and keeps an operator's word about a restored backup. */
@Service
public class AuditProof {

    private final SealStore store;
    private final Sealing sealing;
    private final Deeds deeds;
    private final TransactionTemplate snapshot;

    AuditProof(SealStore store, Sealing sealing, Deeds deeds, PlatformTransactionManager transactions) {
        this.store = store;
        this.sealing = sealing;
        this.deeds = deeds;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** By the anchor file and the public keys of this installation; where copies of them lie elsewhere, name those. */
    public Verdict verify(Path anchors, Path keys) {
        try {
            var known = PublicKeys.read(Files.readString(keys));
            var lines = Files.readAllLines(anchors, StandardCharsets.UTF_8);
            return Actor.machine().act(() -> snapshot.execute(_ ->
                    Verifier.verify(known, Form.ONE, lines, store.linesAfter(Long.MIN_VALUE, Integer.MAX_VALUE), store::all, Instant.now())));
        } catch (IOException | GeneralSecurityException failure) {
            throw new Stopped("The audit cannot be verified: %s".formatted(failure), failure);
        }
    }

    /** When the last seal was made, and whether sealing and anchoring work. */
    public record Standing(@Nullable Instant sealed, boolean works) {}

    @Transactional(readOnly = true)
    public Standing standing() {
        return new Standing(store.sealedUntil().orElse(null), sealing.works());
    }

    public Path anchors() {
        return sealing.anchorFile();
    }

    public Path keys() {
        return sealing.publicKeys();
    }

    /** How many rows, and until when they go: seals that were made later name rows that are not among them. */
    public record Exported(long rows, Instant until) {}

    /** All rows, a line of JSON each, every value as it was sealed. That they were exported is among them. */
    public Exported export(Writer out) {
        long[] count = {0};
        return Actor.machine().act(() -> {
            deeds.note(Deed.EXPORT, null, Map.of("what", "audit"));
            return snapshot.execute(_ -> {
                var until = store.began();
                store.all(row -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    Form.ONE.columns().forEach(it -> line.put(it, row.get(it)));
                    try {
                        out.write(JsonMapper.shared().writeValueAsString(line));
                        out.write('\n');
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                    count[0]++;
                });
                return new Exported(count[0], until);
            });
        });
    }

    /** Why the database went back to an earlier state. It stands in the audit of the epoch that began then, and the verifier tells it instead of complaining. */
    public void restored(String because) {
        sealing.now();
        Actor.machine().run(() -> deeds.explain(because));
        sealing.now();
    }
}
