package org.casebridge.oversight.web;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.audit.AuditLine;
import org.casebridge.audit.AuditQuery;
import org.casebridge.web.Here;
import org.jspecify.annotations.Nullable;

/** What the privacy officer looks for; days are the agency's, both included. */
record SearchLog(@Nullable AccountId who, @Nullable @Size(max = 200) String client, AuditLine.@Nullable Kind kind, @Nullable Boolean refused, @Nullable LocalDate from, @Nullable LocalDate to) {

    AuditQuery query(List<UUID> clients, ZoneId zone) {
        return new AuditQuery(who == null ? null : who.value(), clients, kind, Boolean.TRUE.equals(refused), from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The same search as the end of an address. */
    String address() {
        var parts = new StringBuilder("?");
        add(parts, "who", who == null ? null : who.text());
        add(parts, "client", client);
        add(parts, "kind", kind == null ? null : kind.name());
        add(parts, "refused", refused == null ? null : refused.toString());
        add(parts, "from", from == null ? null : from.toString());
        add(parts, "to", to == null ? null : to.toString());
        return parts.toString();
    }

    private static void add(StringBuilder parts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parts.append(name).append('=').append(Here.encoded(value)).append('&');
        }
    }
}
