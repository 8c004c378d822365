package org.casebridge.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Sentence;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Contact.Direction;
import org.casebridge.messaging.Contact.Outcome;
import org.casebridge.messaging.Contact.Party;
import org.casebridge.messaging.ContactId;
import org.casebridge.messaging.Mode;
import org.jspecify.annotations.Nullable;

/** Contacts about as often as the programme asks, some a little late, some after attempts; each that reached somebody with its note, signed but for the newest of a few. */
final class SeederContacts {

    /** So that a long case in a dense programme does not outgrow the others. */
    private static final int MOST = 8;

    private static final List<String> AGREED = List.of("Agreed on who does what until next time.", "Will bring the papers next week.", "Asked to be called in the morning.",
            "In better spirits than last time.", "Tired today; kept it short.", "The next step is clear to both of us.", "Wants to think about it first.");

    private SeederContacts() {}

    static void write(SeederCase file, List<UUID> goals) {
        var client = file.client();
        var dice = client.dice();
        var cadence = file.programme().cadence();
        var gap = Math.max(cadence, (int) (file.days() / MOST) + 1);
        var quiet = file.open() && dice.percent(8) ? dice.between(1, 3) * cadence : 0;
        var day = file.openedOn();
        while (true) {
            var next = day.plusDays(Math.max(1, gap * dice.between(50, 110) / 100));
            if (next.isAfter(file.last().minusDays(quiet))) {
                return;
            }
            day = client.after(next, 0, 0);
            if (day.isAfter(file.last())) {
                return;
            }
            if (dice.percent(22)) {
                contact(file, day, dice.of(Outcome.NO_ANSWER, Outcome.LEFT_MESSAGE, Outcome.LEFT_MESSAGE, Outcome.REFUSED), goals, false);
                day = client.after(day, 1, 3);
            }
            if (!day.isAfter(file.last())) {
                contact(file, day, Outcome.REACHED, goals, file.open() && day.isAfter(client.today().minusDays(4)) && dice.percent(30));
            }
        }
    }

    private static void contact(SeederCase file, LocalDate day, Outcome outcome, List<UUID> goals, boolean draft) {
        var client = file.client();
        var dice = client.dice();
        var at = dice.at(day);
        var party = outcome == Outcome.REACHED && dice.percent(15) ? Party.PROVIDER : Party.CLIENT;
        var who = party == Party.CLIENT ? "" : dice.of("Dana Reyes, River Clinic", "Mr. Whitaker, school", "Tia Cole, legal aid", "The front desk of the housing authority");
        var mode = dice.of(Mode.PHONE, Mode.PHONE, Mode.PHONE, Mode.OFFICE, Mode.HOME_VISIT, Mode.TEXT, Mode.VIDEO);
        var direction = outcome == Outcome.REACHED && mode != Mode.HOME_VISIT && dice.percent(25) ? Direction.INCOMING : Direction.OUTGOING;
        Integer minutes = outcome == Outcome.REACHED ? dice.of(5, 10, 15, 15, 20, 30, 45, 60) : null;
        var contact = new Contact(new ContactId(client.id(at)), new ClientId(client.id()), at, mode, direction, party, who, minutes, outcome, new AccountId(file.worker().id()),
                at.plusSeconds(900), null, null, null);
        client.rows().add(SeederTable.CONTACT, contact.id(), client.id(), at, mode, direction, party, who, minutes, outcome, file.worker().id(), contact.recordedAt());
        var theme = dice.of(file.themes());
        var words = outcome != Outcome.REACHED ? "" : sentence(theme) + " " + dice.of(AGREED);
        if (!words.isEmpty()) {
            note(file, contact, words, at.plusSeconds(900), draft);
        }
        var serves = outcome == Outcome.REACHED && !goals.isEmpty() && dice.percent(70);
        if (serves) {
            client.rows().add(SeederTable.SERVED_GOAL, contact.id(), goals.get(file.themes().indexOf(theme)), client.id());
        }
        var happened = contact.happened(client.name());
        client.tell(at, StoryKind.CONTACT, words.isEmpty() || draft ? happened : Sentence.of("{happened} {words}", happened, words), circumstances(file, minutes, serves ? theme.goal : ""),
                client.path("/contacts/" + contact.id().value()), file.worker().id());
    }

    private static void note(SeederCase file, Contact contact, String words, Instant at, boolean draft) {
        file.client().rows().add(SeederTable.NOTE, file.client().id(at), file.client().id(), contact.id(), words, file.worker().id(), at, draft ? null : at.plusSeconds(300), draft ? 0 : 1);
    }

    private static Sentence circumstances(SeederCase file, @Nullable Integer minutes, String goal) {
        var line = Sentence.of("by {name}", file.worker().name());
        if (minutes != null) {
            line = Sentence.of("{minutes} min · {rest}", minutes, line);
        }
        return goal.isEmpty() ? line : Sentence.of("{line} · linked to goal “{goal}”", line, goal);
    }

    private static String sentence(SeederTheme theme) {
        return "We " + theme.note + ".";
    }
}
