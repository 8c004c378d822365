package org.casebridge.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The account of what left of a client's record: what the law wants in it, and what it lets be left out, each with its rule. */
@Service
@Transactional
public class Accounting {

    /** 45 CFR 164.528(a)(3). */
    static final int YEARS = 6;

    /** 42 CFR 2.25(a). */
    static final int PART2_YEARS = 3;

    private final Disclosures disclosures;
    private final Clients clients;
    private final Clock clock;

    Accounting(Disclosures disclosures, Clients clients, Clock clock) {
        this.disclosures = disclosures;
        this.clients = clients;
        this.clock = clock;
    }

    /** Everything of the last six years, the newest first, each line with its rule; repeated ones together. */
    @Transactional(readOnly = true)
    public List<AccountLine> of(ClientId client) {
        var today = today();
        var groups = new LinkedHashMap<List<Object>, List<Disclosure>>();
        for (var one : disclosures.of(client, today.minusYears(YEARS))) {
            groups.computeIfAbsent(List.of(one.recipient(), one.address(), one.recipientKind(), one.purpose(), one.purposeWords(), one.basis(), one.authority(),
                    one.request(), one.way(), one.parts(), rule(one, today)), _ -> new ArrayList<>()).add(one);
        }
        return groups.values().stream().map(it -> new AccountLine(it.getLast(), it.size(), it.getFirst().at(), rule(it.getFirst(), today))).toList();
    }

    /** The client's own copy of the account, released to them. Says so when there is nothing in it. */
    public Released copy(ClientId client, Way way) {
        var person = clients.get(client);
        var lines = of(client).stream().filter(it -> it.why().within()).map(AccountLine::piece).toList();
        var pieces = lines.isEmpty()
                ? List.of(Piece.of(Part.ACCOUNTING, client.value(), today(), org.casebridge.web.Say.say("Nothing was shared that this account must tell of."), List.of()))
                : lines;
        return disclosures.release(client, Release.toClient(person.name(), Set.of(Part.ACCOUNTING), way), pieces);
    }

    static AccountLine.Rule rule(Disclosure it, LocalDate today) {
        if (it.silentUntil() != null && !today.isAfter(it.silentUntil())) {
            return AccountLine.Rule.SILENT;
        }
        var day = it.at().atZone(Actor.current().zone()).toLocalDate();
        if (it.basis().accounted()) {
            return day.isBefore(today.minusYears(YEARS)) ? AccountLine.Rule.TOO_OLD : AccountLine.Rule.HIPAA;
        }
        return switch (it.basis()) {
            case CLIENT -> AccountLine.Rule.OWN;
            case TPO -> AccountLine.Rule.TPO;
            default -> !it.part2() ? AccountLine.Rule.CONSENTED : day.isBefore(today.minusYears(PART2_YEARS)) ? AccountLine.Rule.TOO_OLD : AccountLine.Rule.PART2;
        };
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
