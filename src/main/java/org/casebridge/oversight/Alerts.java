package org.casebridge.oversight;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.clients.Client;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The alerts, as the privacy officer reads and answers them. */
@Service
@Transactional
public class Alerts {

    public static final int PAGE = 50;

    private final AlertStore store;
    private final Accounts accounts;
    private final Clients clients;
    private final Clock clock;

    Alerts(AlertStore store, Accounts accounts, Clients clients, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clients = clients;
        this.clock = clock;
    }

    /** The newest first: those that nobody has answered yet, or all. */
    @Transactional(readOnly = true)
    public List<AlertLine> list(boolean open, @Nullable Instant before) {
        return store.list(open, before, PAGE).stream().map(this::line).toList();
    }

    @Transactional(readOnly = true)
    public AlertLine get(AlertId id) {
        return line(alert(id));
    }

    @Transactional(readOnly = true)
    public int open() {
        return store.open();
    }

    /** Answers an alert for good: it was explained, or somebody was spoken to; and in which words. */
    public void review(AlertId id, Alert.State state, String words) {
        if (state == Alert.State.OPEN) {
            throw Refused.invalid("Choose what came of it.").at("state");
        }
        if (!store.review(alert(id).review(state, words, Actor.current().account(), clock.instant()))) {
            throw Refused.conflict("This alert was reviewed already.");
        }
    }

    private Alert alert(AlertId id) {
        return store.find(id).orElseThrow(() -> Refused.notFound("There is no such alert."));
    }

    private AlertLine line(Alert alert) {
        return new AlertLine(alert, name(alert.account()), alert.subject() == null ? null : client(alert.subject()), alert.reviewedBy() == null ? null : name(alert.reviewedBy()));
    }

    private String name(AccountId account) {
        return accounts.get(account).name();
    }

    private @Nullable String client(UUID subject) {
        return clients.find(new ClientId(subject)).map(Client::name).orElse(null);
    }
}
