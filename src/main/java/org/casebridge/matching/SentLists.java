package org.casebridge.matching;

import static org.casebridge.web.Say.say;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.directory.SavedLists;
import org.casebridge.directory.ServiceLine;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.messaging.SafeContacts;
import org.casebridge.outbox.Message;
import org.casebridge.outbox.Outbox;
import org.casebridge.web.Say;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of services on their way to a client, by text or e-mail, in their language, as the rules of safe contact allow. */
@Service
@Transactional
public class SentLists {

    /** More is no text message that somebody reads. */
    static final int MOST = 8;

    /** Not sent by then, it is not sent: whoever asked for it waits for it no longer. */
    private static final Duration USELESS = Duration.ofDays(2);

    private final Outbox outbox;
    private final SavedLists lists;
    private final Clients clients;
    private final SafeContacts safe;
    private final Story story;
    private final Clock clock;

    SentLists(Outbox outbox, SavedLists lists, Clients clients, SafeContacts safe, Story story, Clock clock) {
        this.outbox = outbox;
        this.lists = lists;
        this.clients = clients;
        this.safe = safe;
        this.story = story;
        this.clock = clock;
    }

    /** The language in which they are written to. */
    @Transactional(readOnly = true)
    public Locale language(ClientId client) {
        return Say.spoken(clients.get(client).about().languages());
    }

    /** Exactly what leaves, in the client's language: neither their name nor the agency's, the list's name neither. Empty for a list too long for a message; refuses one of another agency. */
    @Transactional(readOnly = true)
    public String words(ClientId client, UUID list) {
        var services = lists.lines(list);
        if (services.isEmpty() || services.size() > MOST) {
            return "";
        }
        var first = Actor.current().name().split(" ")[0];
        var word = safe.rule(client).codeWord();
        return Say.in(language(client), () -> {
            var lines = new ArrayList<String>();
            lines.add((word.isEmpty() ? "" : word + ": ") + say("{name} promised you these:", first));
            services.forEach(it -> lines.add(line(it)));
            if (!outbox.callback().isEmpty()) {
                lines.add(say("Questions: {phone}", outbox.callback()));
            }
            return String.join("\n", lines);
        });
    }

    private static String line(ServiceLine it) {
        var said = new ArrayList<>(List.of("- " + it.name(), it.organizationName()));
        if (it.phone() != null) {
            said.add(it.phone());
        }
        if (it.address() != null) {
            said.add(it.address());
        }
        return String.join(", ", said);
    }

    /** By a way that is safe; exactly the words that were read. Refuses when the list says something else by now. */
    public void send(ClientId client, UUID list, String way, String agreed, String read) {
        var words = words(client, list);
        if (words.isEmpty()) {
            throw Refused.invalid("A message holds 1 to {count} services. Print this list, or make a shorter one.", MOST).at("saved");
        }
        if (!plain(words).equals(plain(read))) {
            throw Refused.conflict("The list says something else by now. Read it again, then send it.");
        }
        var now = clock.instant();
        outbox.put(client, way, new Message.Said(list, Message.Kind.SERVICES, Say.in(language(client), () -> say("As promised")), words, now, now.plus(USELESS)));
        story.tell(client, now, StoryKind.REFERRAL, Sentence.of("List of services sent: {list}", lists.get(list).name()), Sentence.of("{agreed} · by {name}", agreed.strip(), Actor.current().name()),
                "/clients/" + client.text() + "/services-sent");
    }

    /** As a page sends its lines back. */
    private static String plain(String words) {
        return words.replace("\r\n", "\n").strip();
    }

    @Transactional(readOnly = true)
    public List<Message> of(ClientId client) {
        return outbox.of(client, Message.Kind.SERVICES);
    }
}
