package org.casebridge.interop.sources;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.casebridge.clients.Address;
import org.casebridge.clients.Client;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.Identifier;
import org.casebridge.clients.NewClient;
import org.casebridge.data.Together;
import org.casebridge.kernel.Refused;
import org.casebridge.sealing.Sealed;
import org.casebridge.sealing.SealedColumn;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What sources say of clients: what they change is taken over, what was edited here is kept and shown until somebody decides. */
@Service
@Transactional
public class SourceRecords {

    private static final SealedColumn TOLD = new SealedColumn("interop.source_record", "told", "client_id::text", "client_id");

    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        SealedColumn sealedWords() { return TOLD; }
    }

    private final JdbcClient db;
    private final Clients clients;
    private final Sealed sealed;
    private final JsonMapper json;
    private final Clock clock;

    SourceRecords(JdbcClient db, Clients clients, Sealed sealed, JsonMapper json, Clock clock) {
        this.db = db;
        this.clients = clients;
        this.sealed = sealed;
        this.json = json;
        this.clock = clock;
    }

    /** What came of a source's word about somebody who is known: which parts were taken over, and which are kept as edited here. */
    public record Told(Set<SourceField> taken, Set<SourceField> kept) {

        static final Told NOTHING = new Told(Set.of(), Set.of());

        public boolean nothing() {
            return taken.isEmpty() && kept.isEmpty();
        }
    }

    /** One part that differs: what is known here, and what the source says. */
    public record Difference(SourceField field, List<org.casebridge.kernel.Sentence> here, List<org.casebridge.kernel.Sentence> there) {}

    private record Kept(byte[] told, String[] differs) {}

    /** They have just been added as their source has them. */
    public void begin(ClientId client, NewClient said) {
        remember(client, said, EnumSet.noneOf(SourceField.class));
    }

    /** {@code partial}: what is blank was not asked (a column that the file has not got) and takes nothing away. */
    public Told tell(ClientId client, NewClient said, boolean partial) {
        var kept = find(client);
        var told = kept == null ? null : open(client, kept);
        var now = said;
        if (partial && told != null) {
            for (var field : SourceField.values()) {
                now = field.blank(said) ? field.take(now, told) : now;
            }
        }
        if (told != null && same(told, now)) {
            return Told.NOTHING;
        }
        var current = clients.get(client);
        if (partial && told == null) {
            for (var field : SourceField.values()) {
                now = field.blank(said) ? field.take(now, known(current)) : now;
            }
        }
        var merged = Merged.of(known(current), told, now);
        if (!merged.taken().isEmpty()) {
            clients.retell(client, current.version(), merged.person());
        }
        var differs = EnumSet.noneOf(SourceField.class);
        if (kept != null) {
            Arrays.stream(kept.differs()).map(SourceField::valueOf).forEach(differs::add);
        }
        differs.addAll(merged.kept());
        differs.removeAll(merged.taken());
        var whole = now;
        differs.removeIf(it -> it.same(merged.person(), whole));
        remember(client, now, differs);
        return new Told(merged.taken(), merged.kept());
    }

    /** What was edited here and the source says otherwise, until somebody decided. */
    @Transactional(readOnly = true)
    public List<Difference> differences(ClientId client) {
        var kept = find(client);
        if (kept == null || kept.differs().length == 0) {
            return List.of();
        }
        var told = open(client, kept);
        var here = known(clients.get(client));
        return Arrays.stream(kept.differs()).map(SourceField::valueOf).sorted().filter(it -> !it.same(here, told)).map(it -> new Difference(it, it.shown(here), it.shown(veiled(told, here)))).toList();
    }

    /** What is hidden here is not told by the source's word either: of who has a confidential address, none. */
    private static NewClient veiled(NewClient told, NewClient here) {
        boolean confidential = here.addresses().stream().anyMatch(Address::confidential);
        var addresses = told.addresses().stream().map(it -> confidential ? it.secret() : it).toArray(Address[]::new);
        var numbers = told.identifiers().stream().map(it -> here.identifiers().stream().anyMatch(ours -> ours.hidden() && ours.same().equals(it.same())) ? it.hide() : it).toArray(Identifier[]::new);
        return told.with(addresses).with(numbers);
    }

    /** How many parts wait for a decision. */
    Supplier<Integer> waiting(Together.Questions questions, ClientId client) {
        var differs = questions.list((row, _) -> row.getInt(1), "select cardinality(differs) from interop.source_record where client_id = ?", client.value());
        return () -> differs.get().stream().findFirst().orElse(0);
    }

    /** The source is right: its value is taken over; of a list, what it has beside ours is added. */
    public void take(ClientId client, SourceField field) {
        var kept = waiting(client, field);
        var current = clients.get(client);
        clients.retell(client, current.version(), field.add(known(current), open(client, kept)));
        settle(client, field);
    }

    /** We are right: the source's value is no longer shown, until it changes again. */
    public void keep(ClientId client, SourceField field) {
        waiting(client, field);
        settle(client, field);
    }

    private Kept waiting(ClientId client, SourceField field) {
        return Optional.ofNullable(find(client)).filter(it -> List.of(it.differs()).contains(field.name()))
                .orElseThrow(() -> Refused.conflict("This was decided already."));
    }

    private void settle(ClientId client, SourceField field) {
        db.sql("update interop.source_record set differs = array_remove(differs, ?) where client_id = ?").params(field.name(), client.value()).update();
    }

    private @Nullable Kept find(ClientId client) {
        return db.sql("select told, differs from interop.source_record where client_id = ?").param(client.value())
                .query((row, _) -> new Kept(row.getBytes("told"), (String[]) row.getArray("differs").getArray())).optional().orElse(null);
    }

    private NewClient open(ClientId client, Kept kept) {
        return Objects.requireNonNull(json.readValue(sealed.open(kept.told(), TOLD.table(), TOLD.column(), client.value()), NewClient.class));
    }

    private void remember(ClientId client, NewClient said, Set<SourceField> differs) {
        db.sql("""
                insert into interop.source_record (client_id, told, told_at, differs) values (:client, :told, :at, :differs)
                on conflict (client_id) do update set told = excluded.told, told_at = excluded.told_at, differs = excluded.differs
                """).param("client", client.value()).param("told", sealed.seal(json.writeValueAsString(said), TOLD.table(), TOLD.column(), client.value()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("differs", differs.stream().map(Enum::name).toArray(String[]::new)).update();
    }

    private static boolean same(NewClient one, NewClient other) {
        return SourceField.all().allMatch(it -> it.same(one, other));
    }

    private static NewClient known(Client client) {
        return new NewClient(client.names(), client.about(), client.contact(), client.points(), client.addresses(), client.identifiers(), client.source());
    }
}
