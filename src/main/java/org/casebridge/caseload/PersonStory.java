package org.casebridge.caseload;

import org.casebridge.access.Actor;
import org.casebridge.clients.ClientEvent;
import org.casebridge.kernel.Sentence;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells in the story what happened to the record of a person. */
@Component
class PersonStory {

    private final Story story;

    PersonStory(Story story) {
        this.story = story;
    }

    @EventListener
    void added(ClientEvent.Added event) {
        story.tell(event.client(), event.at(), StoryKind.PERSON, Sentence.of("Added to the record"), Sentence.of("by {name}", Actor.current().name()), "/clients/" + event.client().text() + "/person");
    }

    @EventListener
    void died(ClientEvent.Died event) {
        story.tell(event.client(), event.at(), StoryKind.PERSON, event.on().map(it -> Sentence.of("Died on {day}", it)).orElse(Sentence.of("Has died")),
                Sentence.of("by {name}", Actor.current().name()), "/clients/" + event.client().text() + "/person");
    }

    /** Where to is on the person's page, for whoever may see it there. */
    @EventListener
    void moved(ClientEvent.Moved event) {
        story.tell(event.client(), event.at(), StoryKind.PERSON, Sentence.of("Moved: another home address"), Sentence.of("by {name}", Actor.current().name()),
                "/clients/" + event.client().text() + "/person");
    }

    @EventListener
    void homeless(ClientEvent.LostHome event) {
        story.tell(event.client(), event.at(), StoryKind.PERSON, Sentence.of("No fixed address any more"), Sentence.of("by {name}", Actor.current().name()),
                "/clients/" + event.client().text() + "/person");
    }
}
