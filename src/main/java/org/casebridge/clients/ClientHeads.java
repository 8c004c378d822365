package org.casebridge.clients;

import java.util.Comparator;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together the top of the pages about a client from what this module knows and the modules above add. */
@Service
public class ClientHeads {

    private final JdbcClient db;
    private final List<HeadNote> notes;
    private final List<ClientTab> tabs;

    ClientHeads(JdbcClient db, List<HeadNote> notes, List<ClientTab> tabs) {
        this.db = db;
        this.notes = notes;
        this.tabs = tabs.stream().sorted(Comparator.comparingInt(ClientTab::order)).toList();
    }

    /** Refuses a client that does not exist or is out of reach, without telling which. */
    @Transactional(readOnly = true)
    public ClientHead of(ClientId client) {
        var name = db.sql("select name from clients.client where id = ?").param(client.value()).query(String.class).optional()
                .orElseThrow(() -> Refused.notFound("That client could not be found among those you work with."));
        return new ClientHead(client, name, null,
                notes.stream().flatMap(it -> it.chips(client).stream()).toList(),
                notes.stream().flatMap(it -> it.lines(client).stream()).toList(),
                notes.stream().flatMap(it -> it.actions(client).stream()).sorted(Comparator.comparingInt(HeadNote.Action::order)).toList(),
                tabs.stream().filter(it -> Actor.current().may(it.permission())).toList());
    }
}
