package org.casebridge.matching;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.casebridge.access.Actor;
import org.casebridge.clients.Address;
import org.casebridge.clients.Client;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.Households;
import org.casebridge.directory.Place;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What rules can know of a client: from the record where it says so, else as it was told here; never from a confidential address. */
@Service
@Transactional
public class ClientFacts {

    private final JdbcClient db;
    private final Clients clients;
    private final Households households;
    private final Papers papers;
    private final Amounts amounts;
    private final Clock clock;

    ClientFacts(JdbcClient db, Clients clients, Households households, Papers papers, Amounts amounts, Clock clock) {
        this.db = db;
        this.clients = clients;
        this.households = households;
        this.papers = papers;
        this.amounts = amounts;
        this.clock = clock;
    }

    /** What was told here. */
    public record Told(Fact fact, String value, LocalDate knownOn) {}

    @Transactional(readOnly = true)
    public List<Told> told(ClientId client) {
        return db.sql("select fact, value, known_on from matching.fact where client_id = ? order by fact").param(client.value()).query(Told.class).list();
    }

    @Transactional(readOnly = true)
    public Known of(ClientId client) {
        var today = today();
        var person = clients.get(client);
        var facts = new EnumMap<Fact, String>(Fact.class);
        var born = person.about().bornOn();
        if (born != null) {
            facts.put(Fact.AGE, String.valueOf(Period.between(born, today).getYears()));
        }
        if (!person.about().languages().isEmpty()) {
            facts.put(Fact.LANGUAGE, person.about().languages().getFirst());
        }
        var home = home(person);
        if (home != null && !home.postalCode().isBlank()) {
            facts.put(Fact.ZIP, home.postalCode().strip().split("-")[0]);
        }
        if (home != null && !home.region().isBlank()) {
            facts.put(Fact.STATE, home.region().strip());
        }
        int size = households.size(client);
        if (size > 0) {
            facts.put(Fact.HOUSEHOLD_SIZE, String.valueOf(size));
        }
        told(client).forEach(it -> facts.put(it.fact(), it.value()));
        reckon(facts, today);
        return new Known(facts, papers.inHand(client), today);
    }

    /** Facts that follow from others and the amounts of the day. */
    void reckon(Map<Fact, String> facts, LocalDate day) {
        var income = facts.get(Fact.YEARLY_INCOME);
        var size = facts.get(Fact.HOUSEHOLD_SIZE);
        if (income == null || size == null) {
            return;
        }
        var all = amounts.all();
        var dollars = new BigDecimal(income);
        var people = new BigDecimal(size).intValue();
        Amounts.povertyPercent(all, dollars, people, facts.getOrDefault(Fact.STATE, ""), day).ifPresent(it -> facts.putIfAbsent(Fact.POVERTY_PERCENT, it));
        if (facts.containsKey(Fact.COUNTY)) {
            Amounts.areaPercent(all, dollars, people, facts.get(Fact.COUNTY), day).ifPresent(it -> facts.putIfAbsent(Fact.AREA_PERCENT, it));
        }
    }

    /** Keeps what was told; blank forgets it. Refuses, beside its field (the fact's name), what is no answer to it; then nothing is kept. */
    public void tell(ClientId client, Map<Fact, String> told) {
        clients.get(client);
        var kept = new EnumMap<Fact, String>(Fact.class);
        told.forEach((fact, value) -> kept.put(fact, checked(fact, value.strip())));
        kept.forEach((fact, value) -> {
            if (value.isEmpty()) {
                db.sql("delete from matching.fact where client_id = ? and fact = ?").params(client.value(), fact.name()).update();
            } else {
                db.sql("""
                        insert into matching.fact (client_id, fact, value, known_on, by) values (?, ?, ?, ?, ?)
                        on conflict (client_id, fact) do update set value = excluded.value, known_on = excluded.known_on, by = excluded.by
                        """).params(client.value(), fact.name(), value, today(), Actor.current().account().value()).update();
            }
        });
    }

    static String checked(Fact fact, String value) {
        if (value.isEmpty()) {
            return value;
        }
        switch (fact.kind()) {
            case NUMBER -> {
                var plain = value.replaceAll("[$,\\s]", "");
                var number = RuleText.number(plain);
                if (number == null || number.signum() < 0) {
                    throw Refused.invalid("Write a number, like {example}.", "1200").at(fact.name());
                }
                return plain;
            }
            case YES_NO -> {
                var plain = value.toLowerCase(java.util.Locale.ROOT);
                if (!plain.equals("yes") && !plain.equals("no")) {
                    throw Refused.invalid("Choose one of the answers offered.").at(fact.name());
                }
                return plain;
            }
            case TEXT -> {
                if (value.length() > 100) {
                    throw Refused.invalid("Keep this to 100 characters or fewer.").at(fact.name());
                }
                return value;
            }
        }
        return value;
    }

    /** Where distances are from; null without coordinates. */
    @Transactional(readOnly = true)
    public @Nullable Place homeOf(ClientId client) {
        var home = home(clients.get(client));
        return home == null || home.latitude() == null || home.longitude() == null ? null : new Place("", Objects.requireNonNull(home.latitude()), Objects.requireNonNull(home.longitude()));
    }

    private static @Nullable Address home(Client person) {
        return person.addresses().stream().filter(it -> !it.confidential() && it.kind() != Address.Kind.FORMER && it.kind() != Address.Kind.MAILING)
                .min(Comparator.comparing((Address it) -> it.latitude() == null).thenComparing(Address::kind)).orElse(null);
    }

    /** What is still to be asked, of these: each once, in the order that decides most. */
    static List<Fact> toAsk(List<Fact> unknown, Known known) {
        var all = new ArrayList<Fact>();
        unknown.forEach(it -> it.asks().stream().filter(fact -> fact.told() && known.value(fact) == null && !all.contains(fact)).forEach(all::add));
        return all;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
