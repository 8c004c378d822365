package org.casebridge.tasks;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.CaseLine;
import org.casebridge.clients.ClientId;

/** Whose day it is: the worker, today where they are, and the cases open with them, read once for all who have something to say about them. */
public record Mine(AccountId worker, LocalDate today, List<CaseLine> cases) {

    /** The last day that My day looks at. */
    public LocalDate until() {
        return today.plusDays(NeedSource.AHEAD);
    }

    /** Everybody who has a case open with the worker, each once. */
    public List<ClientId> clients() {
        return cases.stream().map(CaseLine::clientId).distinct().toList();
    }

    /** The same people with their names, in the order of the cases. */
    public Map<ClientId, String> names() {
        var names = new LinkedHashMap<ClientId, String>();
        cases.forEach(it -> names.putIfAbsent(it.clientId(), it.client()));
        return names;
    }

    /** The name of somebody whose case is open with the worker. */
    public Optional<String> name(ClientId client) {
        return cases.stream().filter(it -> it.clientId().equals(client)).findFirst().map(CaseLine::client);
    }
}
