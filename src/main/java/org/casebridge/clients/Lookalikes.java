package org.casebridge.clients;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.casebridge.data.Once;
import org.casebridge.sealing.Sealed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells, before someone is added, who in the house may be the same person. */
@Service
public class Lookalikes {

    private static final int MOST = 12;

    private final JdbcClient db;
    private final Clients clients;
    private final Accounts accounts;
    private final Sealed sealed;
    private final TransactionTemplate transaction;

    Lookalikes(JdbcClient db, Clients clients, Accounts accounts, Sealed sealed, TransactionTemplate transaction) {
        this.sealed = sealed;
        this.db = db;
        this.clients = clients;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /** Those within reach, the likest first, and whether others beyond it are very like; {@code ask} are those who can look there. */
    public record Known(List<Lookalike> people, int beyond, List<String> ask) {

        public boolean any() {
            return !people.isEmpty() || beyond > 0;
        }

        /** All whom one was shown; sent back with the decision that this is somebody new, it stands for having looked. */
        public String seen() {
            return beyond + ":" + String.join(",", people.stream().map(it -> it.client().id().text()).sorted().toList());
        }

        /** True when nobody is here who was not there when {@code seen} was made. */
        public boolean nothingBut(String seen) {
            var parts = seen.split(":", 2);
            return parts.length == 2 && parts[0].matches("\\d{1,3}") && beyond <= Integer.parseInt(parts[0])
                    && people.stream().allMatch(it -> parts[1].contains(it.client().id().text()));
        }
    }

    /** Someone within reach, and what makes them alike. */
    public record Lookalike(Client client, Likeness likeness) {}

    private record Hit(Optional<ClientId> client) {}

    /** Looks beyond the acting person's reach, and notes it when there is somebody. Looking is no deed: the form's token stays for adding. */
    public Known of(NewClient said) {
        var known = new AtomicReference<>(new Known(List.of(), 0, List.of()));
        Once.aside(() -> transaction.executeWithoutResult(_ -> known.set(known(said))));
        return known.get();
    }

    private Known known(NewClient said) {
        var keys = MatchKeys.of(said, sealed::token);
        var hits = db.sql("select client_id from clients.someone_like(?, ?)")
                .params(keys.stream().map(it -> String.valueOf(it.kind())).toArray(String[]::new), keys.stream().map(SearchKey::token).toArray(String[]::new))
                .query((row, _) -> new Hit(Optional.ofNullable(row.getObject(1, java.util.UUID.class)).map(ClientId::new))).list();
        var people = new ArrayList<Lookalike>();
        hits.stream().flatMap(it -> it.client().stream()).limit(40).flatMap(it -> clients.find(it).stream()).forEach(client -> {
            var likeness = Likeness.of(said, client.known());
            if (likeness.likely()) {
                people.add(new Lookalike(client, likeness));
            }
        });
        people.sort(Comparator.comparingDouble((Lookalike it) -> it.likeness().weight()).reversed());
        int beyond = (int) hits.stream().filter(it -> it.client().isEmpty()).count();
        return new Known(people.size() > MOST ? people.subList(0, MOST) : people, beyond, beyond == 0 ? List.of() : supervisors());
    }

    private List<String> supervisors() {
        return accounts.colleagues().stream().filter(it -> it.role() == Role.SUPERVISOR).map(Account::name).limit(3).toList();
    }
}
