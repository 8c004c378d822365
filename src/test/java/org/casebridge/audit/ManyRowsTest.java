package org.casebridge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.audit.proof.Form;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** The log of years: every way of looking goes by an index, as far back as one pages. */
@PageTest
class ManyRowsTest {

    private static final int ROWS = 100_000;

    @Autowired FlywayConnectionDetails owner;

    @Test
    void no_search_and_no_sealing_reads_the_whole_table() throws Exception {
        try (var scratch = new Scratch(owner, Form.ONE)) {
            Scratch.run(scratch.connection, """
                    insert into audit.entry (kind, what, at, actor, client, others, decision)
                    select case when n % 10 < 7 then 'LOOK' when n % 10 < 9 then 'CHANGE' else 'DEED' end, '/clients/{client}', now() - (ROWS - n) * interval '1 minute',
                           ('00000000-0000-7000-8000-' || lpad((n % 90)::text, 12, '0'))::uuid,
                           case when n % 10 > 0 then ('00000000-0000-7000-9000-' || lpad((n % 20011)::text, 12, '0'))::uuid end,
                           case when n % 10 = 0 then array(select ('00000000-0000-7000-9000-' || lpad(((n + i) % 20011)::text, 12, '0'))::uuid from generate_series(1, 40) i) end,
                           case when n % 5000 = 0 then 'REFUSED' else 'ALLOWED' end
                    from generate_series(1, ROWS) n
                    """.replace("ROWS", String.valueOf(ROWS)));
            scratch.seal();
            Scratch.run(scratch.connection, "vacuum analyze audit.entry");
            var log = new AuditLog(scratch.db);
            var worker = UUID.fromString("00000000-0000-7000-8000-000000000042");
            var client = List.of(UUID.fromString("00000000-0000-7000-9000-000000000777"));
            var middle = Instant.now().minus(Duration.ofMinutes(ROWS / 2));
            var everything = new AuditQuery(null, List.of(), null, false, null, null);
            var ways = new LinkedHashMap<String, Runnable>();
            ways.put("newest", () -> assertThat(log.search(everything, null, 0, 51)).hasSize(51));
            ways.put("far back", () -> assertThat(log.search(everything, middle, Long.MAX_VALUE, 51)).hasSize(51));
            ways.put("of a worker", () -> assertThat(log.search(new AuditQuery(worker, List.of(), null, false, null, null), middle, Long.MAX_VALUE, 51)).hasSize(51));
            ways.put("of a client", () -> assertThat(log.search(new AuditQuery(null, client, null, false, null, null), null, 0, 51)).isNotEmpty());
            ways.put("of an hour", () -> assertThat(log.search(new AuditQuery(null, List.of(), null, false, middle, middle.plus(Duration.ofHours(1))), null, 0, 51)).hasSize(51));
            ways.put("refused", () -> assertThat(log.search(new AuditQuery(null, List.of(), null, true, null, null), null, 0, 51)).hasSize(ROWS / 5000));
            ways.put("a month of a worker", () -> assertThat(log.reading(worker, Instant.now().minus(Duration.ofDays(30)), ZoneOffset.UTC)).isNotEmpty());
            ways.put("opened lately", () -> log.opened(Instant.now().minus(Duration.ofMinutes(10))));
            ways.put("an idle seal", scratch::seal);
            ways.put("a seal", () -> {
                scratch.look(client.getFirst(), "one more");
                scratch.seal();
            });
            var slow = new ArrayList<String>();
            for (var way : ways.entrySet()) {
                long before = wholeReads(scratch);
                long began = System.nanoTime();
                for (int i = 0; i < 12; i++) {
                    way.getValue().run();
                }
                long took = (System.nanoTime() - began) / 12_000_000;
                if (wholeReads(scratch) > before || took > 3_000) {
                    slow.add("%s: %d ms, %d whole reads".formatted(way.getKey(), took, wholeReads(scratch) - before));
                }
            }
            assertThat(slow).isEmpty();
        }
    }

    private static long wholeReads(Scratch scratch) {
        scratch.db.sql("select pg_stat_force_next_flush()").query().listOfRows();
        return scratch.db.sql("select seq_scan from pg_stat_user_tables where relid = 'audit.entry'::regclass").query(Long.class).single();
    }
}
