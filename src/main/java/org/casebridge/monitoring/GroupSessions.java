package org.casebridge.monitoring;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.casebridge.access.Actor;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.CaseLine;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Mode;
import org.casebridge.messaging.Note;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One session with several clients: each record holds what the group did, and what is its own; nobody else's name and words. */
@Service
@Transactional
public class GroupSessions {

    /** A group as one worker leads it. Our own limit. */
    public static final int MOST = 30;

    private final Monitoring monitoring;
    private final CaseFiles cases;

    GroupSessions(Monitoring monitoring, CaseFiles cases) {
        this.monitoring = monitoring;
        this.cases = cases;
    }

    /** Of one client: whether they came, and what concerns them alone. */
    public record Of(ClientId client, boolean came, String words) {}

    /** All or nothing. Refuses somebody whose case the acting person does not carry, a name of one in what all records hold, or in the words of another, and a group of one. Answers how many records. */
    public int record(Instant at, int minutes, String place, String words, List<Of> people, boolean sign) {
        var mine = people().stream().collect(java.util.stream.Collectors.toMap(CaseLine::clientId, CaseLine::client, (one, _) -> one));
        if (people.size() < 2) {
            throw Refused.invalid("A group is two or more. Say of each whether they came.");
        }
        if (people.size() > MOST) {
            throw Refused.invalid("At most {most} people are written down at once.", MOST);
        }
        for (var one : people) {
            if (!mine.containsKey(one.client())) {
                throw Refused.invalid("One of them is not on your caseload any more. Look at the group again.");
            }
            unnamed(words, mine.get(one.client()), "words");
            for (int i = 0; i < people.size(); i++) {
                if (!people.get(i).client().equals(one.client())) {
                    unnamed(people.get(i).words(), mine.get(one.client()), "words");
                }
            }
        }
        UUID session = Id.fresh();
        for (var one : people) {
            var around = new Contact.Around(null, "", Contact.Interpreted.NONE, place, "", null, session);
            var said = new Contact.Said(at, Mode.GROUP, Contact.Direction.OUTGOING, Contact.Party.CLIENT, "", minutes, one.came() ? Contact.Outcome.REACHED : Contact.Outcome.NO_ANSWER, around);
            var note = !one.came() ? one.words() : one.words().isBlank() ? words : words + "\n\n" + one.words();
            monitoring.record(one.client(), ContactEntry.of(said, Note.Written.free(note), sign, List.of(), null));
        }
        return people.size();
    }

    /** The people of the acting person's open cases, each once, by name. */
    @Transactional(readOnly = true)
    public List<CaseLine> people() {
        var seen = new java.util.HashSet<ClientId>();
        return new ArrayList<>(cases.openOf(Actor.current().account())).stream().filter(it -> seen.add(it.clientId()))
                .sorted(java.util.Comparator.comparing(CaseLine::client)).toList();
    }

    /** Each word of a name that has three letters or more is looked for. */
    private static void unnamed(String words, String name, String field) {
        for (var part : name.split("[\\s\\-]+")) {
            if (part.codePointCount(0, part.length()) >= 3 && Pattern.compile("(?<!\\p{L})" + Pattern.quote(part.toLowerCase(Locale.ROOT)) + "(?!\\p{L})").matcher(words.toLowerCase(Locale.ROOT)).find()) {
                throw Refused.invalid("“{name}” is named in words that stand in other people’s records too. Write what concerns one person beside that person.", part).at(field);
            }
        }
    }
}
