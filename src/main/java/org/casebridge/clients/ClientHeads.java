package org.casebridge.clients;

import static org.casebridge.web.Say.say;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.data.Together;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts together the top of the pages about a client from what this module knows and the modules above add. */
@Service
public class ClientHeads {

    private final Clients clients;
    private final List<HeadNote> notes;
    private final List<ClientTab> tabs;
    private final Together together;
    private final Clock clock;

    ClientHeads(Clients clients, List<HeadNote> notes, List<ClientTab> tabs, Together together, Clock clock) {
        this.clients = clients;
        this.notes = notes;
        this.tabs = tabs.stream().sorted(Comparator.comparingInt(ClientTab::order)).toList();
        this.together = together;
        this.clock = clock;
    }

    /** Refuses a client that does not exist or is out of reach, without telling which. */
    @Transactional(readOnly = true)
    public ClientHead of(ClientId id) {
        var questions = together.questions();
        var head = of(questions, id);
        questions.ask();
        return head.get();
    }

    /** The same among the questions of a page; the same refusal when it is read. */
    public Supplier<ClientHead> of(Together.Questions questions, ClientId id) {
        var facts = clients.head(questions, id);
        var asked = asked(id, questions);
        return () -> head(facts.get().orElseThrow(Clients::unknown), said(asked));
    }

    @Transactional(readOnly = true)
    public ClientHead of(Client client) {
        var questions = together.questions();
        var asked = asked(client.id(), questions);
        questions.ask();
        return head(HeadFacts.of(client, client.noFixedAddress()), said(asked));
    }

    private List<Supplier<HeadNote.Said>> asked(ClientId client, Together.Questions questions) {
        return notes.stream().map(it -> it.of(client, questions)).toList();
    }

    private static List<HeadNote.Said> said(List<Supplier<HeadNote.Said>> asked) {
        return asked.stream().map(Supplier::get).toList();
    }

    private ClientHead head(HeadFacts client, List<HeadNote.Said> said) {
        var today = LocalDate.now(clock.withZone(Actor.current().zone()));
        return new ClientHead(client.id(), client.name(), goes(client, today),
                Stream.concat(chips(client), said.stream().flatMap(it -> it.chips().stream())).toList(),
                said.stream().flatMap(it -> it.lines().stream()).toList(),
                said.stream().flatMap(it -> it.actions().stream()).sorted(Comparator.comparingInt(HeadNote.Action::order)).toList(),
                tabs.stream().filter(it -> Actor.current().may(it.permission())).toList(),
                said.stream().map(HeadNote.Said::openUntil).filter(java.util.Objects::nonNull).findFirst().orElse(null));
    }

    /** As in: goes by “Jerry”, he/him, 47. */
    private static String goes(HeadFacts client, LocalDate today) {
        var about = client.about();
        var parts = new ArrayList<String>();
        if (client.goesBy() != null) {
            parts.add(say("goes by “{name}”", client.goesBy()));
        }
        if (!about.pronouns().isBlank()) {
            parts.add(about.pronouns());
        }
        var age = about.age(today);
        if (age != null) {
            parts.add(about.bornEstimated() ? say("about {age}", age) : age > 1 ? String.valueOf(age)
                    : say("{months, plural, one {# month old} other {# months old}}", about.months(today)));
        }
        return String.join(", ", parts);
    }

    private static Stream<Chip> chips(HeadFacts client) {
        var chips = new ArrayList<Chip>();
        var about = client.about();
        if (about.deceased()) {
            chips.add(about.deceasedOn() == null ? Chip.flag("flower1", "Has died") : Chip.flag("flower1", "Died on {day}", about.deceasedOn()));
        }
        if (!about.languages().isEmpty()) {
            chips.add(Chip.of("translate", "{languages}", about.languages().stream().map(Languages::name).collect(Collectors.joining(", "))));
        }
        if (about.interpreter() == Interpreter.SPOKEN || about.interpreter() == Interpreter.SIGN) {
            chips.add(Chip.flag("megaphone", "{interpreter}", about.interpreter()));
        }
        safely(client.contact()).forEach(chips::add);
        if (client.noFixedAddress()) {
            chips.add(Chip.of("geo", "No fixed address"));
        }
        return chips.stream();
    }

    private static Stream<Chip> safely(SafeContact contact) {
        var chips = new ArrayList<Chip>();
        if (contact.prefers() != null) {
            chips.add(contact.bestTimes().isBlank() ? Chip.of("telephone", "{channel} first", contact.prefers())
                    : Chip.of("telephone", "{channel} first, {times}", contact.prefers(), contact.bestTimes()));
        } else if (!contact.bestTimes().isBlank()) {
            chips.add(Chip.of("clock", "Reach them {times}", contact.bestTimes()));
        }
        if (contact.leaveMessage() == YesNo.NO) {
            chips.add(Chip.flag("telephone-x", "Leave no message"));
        }
        if (contact.sayWho() == YesNo.NO) {
            chips.add(Chip.flag("incognito", "Do not say who we are"));
        }
        contact.never().forEach(it -> chips.add(Chip.flag("slash-circle", "Never: {channel}", it)));
        return chips.stream();
    }
}
