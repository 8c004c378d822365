package org.casebridge.caseload;

import java.time.Clock;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.ConsentEvent;
import org.casebridge.consent.Recipient;
import org.casebridge.consent.ScopeWords;
import org.casebridge.consent.Way;
import org.casebridge.kernel.Sentence;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the story of consents and of what was shared. What a partner reads again and again, and a referral's own spoken consent, are told elsewhere. */
@Component
class ConsentStory {

    private final Story story;
    private final Clock clock;

    ConsentStory(Story story, Clock clock) {
        this.story = story;
        this.clock = clock;
    }

    @EventListener
    void recorded(ConsentEvent.Recorded event) {
        var consent = event.consent();
        if (consent.signature().written()) {
            tell(event.clientId(), Sentence.of("Agreed that {recipient} may receive from the record", ScopeWords.recipient(consent)), Sentence.of("by {name}", Actor.current().name()), consent.path());
        }
    }

    @EventListener
    void revoked(ConsentEvent.Revoked event) {
        tell(event.clientId(), event.revocation().whole() ? Sentence.of("Took back the consent for {recipient}", ScopeWords.recipient(event.consent()))
                : Sentence.of("Took back part of the consent for {recipient}", ScopeWords.recipient(event.consent())), Sentence.of("by {name}", Actor.current().name()), event.consent().path());
    }

    @EventListener
    void disclosed(ConsentEvent.Disclosed event) {
        var release = event.release();
        if (release.way() != Way.PARTNER && release.recipient().kind() != Recipient.Kind.CLIENT && release.silentUntil() == null) {
            tell(event.clientId(), Sentence.of("Shared with {recipient}: {parts}", release.recipient().name(), ScopeWords.list(release.parts())),
                    Sentence.of("by {name}", Actor.current().name()), "/clients/" + event.clientId().text() + "/disclosures");
        }
    }

    private void tell(ClientId client, Sentence what, Sentence why, String path) {
        story.tell(client, clock.instant(), StoryKind.SHARING, what, why, path);
    }
}
