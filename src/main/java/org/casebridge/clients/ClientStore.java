package org.casebridge.clients;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ClientStore {

    private final JdbcClient db;
    private final ClientPartStore parts;
    private final Together together;

    ClientStore(JdbcClient db, ClientPartStore parts, Together together) {
        this.db = db;
        this.parts = parts;
        this.together = together;
    }

    Optional<Client> find(ClientId id) {
        var questions = together.questions();
        var client = find(questions, id);
        questions.ask();
        return client.get();
    }

    Supplier<Optional<Client>> find(Together.Questions questions, ClientId id) {
        var names = parts.names(questions, id);
        var points = parts.points(questions, id);
        var addresses = parts.addresses(questions, id);
        var identifiers = parts.identifiers(questions, id);
        // Asked last and so read last: by then the lists are there.
        var client = questions.list((row, _) -> client(row, names.get(), points.get(), addresses.get(), identifiers.get()), "select * from clients.client where id = ?", id.value());
        return () -> client.get().stream().findFirst();
    }

    /** What stands at the top of each page about them, without the numbers, addresses and identifiers that it does not show. */
    Supplier<Optional<HeadFacts>> head(Together.Questions questions, ClientId id) {
        var names = parts.names(questions, id);
        var facts = questions.list((row, _) -> HeadFacts.of(client(row, names.get(), List.of(), List.of(), List.of()), row.getBoolean("unfixed")), """
                select c.*, exists (select from clients.address a where a.client_id = c.id and a.kind = 'NO_FIXED_ADDRESS') as unfixed from clients.client c where c.id = ?
                """, id.value());
        return () -> facts.get().stream().findFirst();
    }

    Optional<SafeContact> contact(ClientId id) {
        return db.sql("select prefers, best_times, leave_message, say_who, never, contact_words from clients.client where id = ?").param(id.value()).query((row, _) -> contact(row)).optional();
    }

    Optional<ClientId> findBySource(String source) {
        return db.sql("select id from clients.client where source = ?").param(source).query(UUID.class).optional().map(ClientId::new);
    }

    void add(Client client) {
        write("""
                insert into clients.client (id, name, added_at, added_by, version, source, born_on, born_estimated, sex, gender, pronouns, languages, interpreter,
                    races, ethnicity, culture, deceased, deceased_on, prefers, best_times, leave_message, say_who, never, contact_words)
                values (:id, :name, :addedAt, :addedBy, 0, :source, :bornOn, :bornEstimated, :sex, :gender, :pronouns, :languages, :interpreter,
                    :races, :ethnicity, :culture, :deceased, :deceasedOn, :prefers, :bestTimes, :leaveMessage, :sayWho, :never, :words)
                """, client).update();
        parts.add(client);
    }

    /** Refuses when the record was changed since it was read. */
    void replace(Client client) {
        var rows = write("""
                update clients.client
                set name = :name, born_on = :bornOn, born_estimated = :bornEstimated, sex = :sex, gender = :gender, pronouns = :pronouns,
                    languages = :languages, interpreter = :interpreter, races = :races, ethnicity = :ethnicity, culture = :culture,
                    deceased = :deceased, deceased_on = :deceasedOn, prefers = :prefers, best_times = :bestTimes,
                    leave_message = :leaveMessage, say_who = :sayWho, never = :never, contact_words = :words, version = version + 1
                where id = :id and version = :version
                """, client).update();
        if (rows == 0) {
            throw Clients.changed();
        }
        parts.replace(client);
    }

    private JdbcClient.StatementSpec write(String sql, Client client) {
        var about = client.about();
        var contact = client.contact();
        return db.sql(sql)
                .param("id", client.id().value()).param("name", client.name()).param("version", client.version())
                .param("addedAt", client.addedAt().atOffset(java.time.ZoneOffset.UTC)).param("addedBy", client.addedBy().value())
                .param("source", client.source(), java.sql.Types.VARCHAR)
                .param("bornOn", about.bornOn(), java.sql.Types.DATE).param("bornEstimated", about.bornEstimated()).param("sex", name(about.sex()), java.sql.Types.VARCHAR)
                .param("gender", about.gender()).param("pronouns", about.pronouns()).param("languages", about.languages().toArray(String[]::new))
                .param("interpreter", name(about.interpreter()), java.sql.Types.VARCHAR).param("races", names(about.races()))
                .param("ethnicity", about.ethnicity()).param("culture", about.culture())
                .param("deceased", about.deceased()).param("deceasedOn", about.deceasedOn(), java.sql.Types.DATE)
                .param("prefers", name(contact.prefers()), java.sql.Types.VARCHAR).param("bestTimes", contact.bestTimes())
                .param("leaveMessage", name(contact.leaveMessage()), java.sql.Types.VARCHAR).param("sayWho", name(contact.sayWho()), java.sql.Types.VARCHAR)
                .param("never", names(contact.never())).param("words", contact.words());
    }

    private static Client client(ResultSet row, List<PersonName> names, List<ContactPoint> points, List<Address> addresses, List<Identifier> identifiers) throws SQLException {
        var id = new ClientId(row.getObject("id", UUID.class));
        var about = new About(row.getObject("born_on", java.time.LocalDate.class), row.getBoolean("born_estimated"), choice(Sex.class, row.getString("sex")),
                row.getString("gender"), row.getString("pronouns"), texts(row.getArray("languages")), choice(Interpreter.class, row.getString("interpreter")),
                choices(Race.class, row.getArray("races")), row.getString("ethnicity"), row.getString("culture"),
                row.getBoolean("deceased"), row.getObject("deceased_on", java.time.LocalDate.class));
        return new Client(id, row.getString("name"), names, about, contact(row), points, addresses, identifiers,
                row.getString("source"), row.getTimestamp("added_at").toInstant(), new AccountId(row.getObject("added_by", UUID.class)), row.getInt("version"));
    }

    private static SafeContact contact(ResultSet row) throws SQLException {
        return new SafeContact(choice(Channel.class, row.getString("prefers")), row.getString("best_times"),
                choice(YesNo.class, row.getString("leave_message")), choice(YesNo.class, row.getString("say_who")),
                choices(Channel.class, row.getArray("never")), row.getString("contact_words"));
    }

    private static @Nullable String name(@Nullable Worded choice) {
        return choice == null ? null : choice.name();
    }

    private static String[] names(List<? extends Worded> choices) {
        return choices.stream().map(Worded::name).toArray(String[]::new);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static <E extends Enum<E>> @Nullable E choice(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static <E extends Enum<E>> List<E> choices(Class<E> type, Array array) throws SQLException {
        return texts(array).stream().map(it -> Enum.valueOf(type, it)).toList();
    }
}
