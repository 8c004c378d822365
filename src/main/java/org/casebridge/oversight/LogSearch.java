package org.casebridge.oversight;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.casebridge.audit.AuditLine;
import org.casebridge.audit.AuditLog;
import org.casebridge.audit.AuditQuery;
import org.casebridge.audit.Deed;
import org.casebridge.audit.Deeds;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.ClientSearch;
import org.casebridge.clients.Clients;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Searches the log for the privacy officer, and hands the lines out as CSV. */
@Service
@Transactional
public class LogSearch {

    /** More rows than these are no file for a person: narrow the search, or {@code casebridge audit export}. */
    public static final int MOST = 100_000;
    private static final int PEOPLE = 8;

    private final AuditLog log;
    private final Deeds deeds;
    private final Clients clients;
    private final ClientSearch search;

    LogSearch(AuditLog log, Deeds deeds, Clients clients, ClientSearch search) {
        this.log = log;
        this.deeds = deeds;
        this.clients = clients;
        this.search = search;
    }

    /** The clients that a name, number or key may mean, likest first; none when nothing was typed. */
    @Transactional(readOnly = true)
    public List<UUID> clients(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return List.of();
        }
        try {
            return List.of(UUID.fromString(typed.strip()));
        } catch (IllegalArgumentException noKey) {
            return search.find(typed, PEOPLE).stream().limit(PEOPLE).map(it -> it.line().id().value()).toList();
        }
    }

    /** A page of lines, and one more when there are more. */
    @Transactional(readOnly = true)
    public List<AuditLine> page(AuditQuery query, @Nullable Instant beforeAt, long beforeId) {
        return log.search(query, beforeAt, beforeId, AuditLog.PAGE + 1);
    }

    /** The names by key; without those whose record is closed to the reader. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(List<UUID> keys) {
        var names = new HashMap<UUID, String>();
        keys.stream().distinct().forEach(it -> clients.find(new ClientId(it)).ifPresent(client -> names.put(it, client.name())));
        return names;
    }

    /**
     * The one way by which the log leaves as a file, noted as an export with what was searched. Clients stand in it by key. A cell that a spreadsheet would take for a formula
     * begins with an apostrophe (owasp.org, CSV injection).
     */
    public String csv(AuditQuery query) {
        var lines = log.search(query, null, 0, MOST);
        deeds.note(Deed.EXPORT, query.clients().size() == 1 ? query.clients().getFirst() : null, Map.of("what", "audit", "rows", lines.size(), "search", query.toString()));
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("id", "at", "who", "account", "login", "session", "factors", "purpose", "request", "source", "kind", "what", "clients", "record", "fields", "decision", "reason");
            lines.forEach(it -> csv.writeRecord(cells(it)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString();
    }

    private static List<String> cells(AuditLine it) {
        var values = new Object[] {it.id(), it.at(), it.name(), it.actor(), it.login(), it.session(), it.factors(), it.purpose(), it.request(), it.source(), it.kind(), it.what(),
                it.whom(), it.record(), it.differing(), it.refused() ? "REFUSED" : "ALLOWED", it.reason()};
        return Arrays.stream(values).map(value -> plain(Objects.toString(value, ""))).toList();
    }

    private static String plain(String value) {
        return !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
