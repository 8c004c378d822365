package org.casebridge.careplans;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.clients.Client;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.kernel.Sentence;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.casebridge.web.Say;
import org.springframework.stereotype.Component;

/** Who is invited to a case conference: a colleague named as their account is finds it on their My day while they reach the client; everybody gets a page on paper. */
@Component
public class Invitees implements NeedSource {

    /** A line of the list: who, and whether a colleague has that name. */
    public record Invited(String name, boolean colleague) {}

    private record Coming(UUID id, ClientId clientId, String client, LocalDate onDay, LocalTime atTime, String place, String calledBy) {}

    private final Accounts accounts;

    Invitees(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Each line of the list, in its order. */
    public List<Invited> of(Conference conference) {
        var told = Set.copyOf(accounts.colleagues().stream().map(it -> plain(it.name())).toList());
        return conference.invited().lines().map(String::strip).filter(it -> !it.isBlank()).map(it -> new Invited(it, told.contains(plain(it)))).toList();
    }

    /** The language of a line's person, where it is known: the client's own, or that of a colleague's account. */
    public Optional<Locale> language(Invited line, Client client) {
        var name = plain(line.name());
        return own(line, client) ? Optional.of(Say.spoken(client.about().languages()))
                : accounts.colleagues().stream().filter(it -> plain(it.name()).equals(name)).findFirst().map(it -> Locale.of(it.language()));
    }

    /** Whether a line names the client. */
    public boolean own(Invited line, Client client) {
        return plain(client.name()).equals(plain(line.name())) || client.goesBy().filter(it -> plain(it).equals(plain(line.name()))).isPresent();
    }

    /** The colleagues among those lines, without whoever calls. A role or where they are from may follow the name after a comma or in brackets. */
    UUID[] told(String invited, AccountId by) {
        var names = new HashSet<>(invited.lines().map(Invitees::plain).toList());
        return accounts.colleagues().stream().filter(it -> names.contains(plain(it.name())) && !it.id().equals(by)).map(Account::id).map(AccountId::value).toArray(UUID[]::new);
    }

    private static String plain(String line) {
        return Arrays.stream(line.split("[,(]", 2)).findFirst().orElse("").strip().toLowerCase(Locale.ROOT);
    }

    /** Those to come, for whoever is invited; those that are past and without minutes, for whoever called them. */
    @Override
    public Supplier<List<Need>> ask(Together.Questions questions, Mine mine) {
        var coming = questions.list(Coming.class, """
                select c.id, c.client_id, k.name as client, c.on_day, c.at_time, c.place, a.name as called_by
                from careplans.conference c join clients.client k on k.id = c.client_id join access.account a on a.id = c.called_by
                where c.status = 'PLANNED' and (c.told @> array[?]::uuid[] and c.on_day between ? and ? or c.called_by = ? and c.on_day < ?)
                order by c.on_day, c.at_time limit 50
                """, mine.worker().value(), mine.today(), mine.until(), mine.worker().value(), mine.today());
        return () -> coming.get().stream().map(it -> it.onDay().isBefore(mine.today()) ? past(it) : ahead(it)).toList();
    }

    private static Need past(Coming it) {
        return new Need(it.clientId(), it.client(), Sentence.of("Write the minutes"), Sentence.of("Case conference of {day}", it.onDay()), it.onDay(), Sentence.of("Open the conference"), path(it));
    }

    private static Need ahead(Coming it) {
        var why = it.place().isBlank() ? Sentence.of("invited by {name}", it.calledBy()) : Sentence.of("invited by {name} · {place}", it.calledBy(), it.place());
        return new Need(it.clientId(), it.client(), Sentence.of("Case conference"), why, it.onDay(), Sentence.of("Open the conference"), path(it)).at(it.atTime()).by(Ground.WAITING);
    }

    private static String path(Coming it) {
        return "/clients/" + it.clientId().text() + "/plan/conferences/" + it.id();
    }
}
