package org.casebridge.messaging;

import org.casebridge.clients.Channel;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;

/** How one was in touch. {@code icon} is a Bootstrap icon's name without "bi-". */
public enum Mode implements Worded {
    PHONE("Phone", "telephone"),
    VIDEO("Video", "camera-video"),
    OFFICE("In person at the office", "building"),
    HOME_VISIT("Home visit", "house-heart"),
    ELSEWHERE("In person elsewhere", "signpost"),
    TEXT("Text message", "chat-dots"),
    EMAIL("E-mail", "envelope-at"),
    LETTER("Letter", "envelope"),
    GROUP("Group session", "people");

    private final String words;
    private final String icon;

    Mode(String words, String icon) {
        this.words = words;
        this.icon = icon;
    }

    @Override
    public String words() { return words; }

    public String icon() { return icon; }

    /** The channel that safe-contact rules speak of. */
    public Channel channel() {
        return switch (this) {
            case PHONE, VIDEO -> Channel.CALL;
            case OFFICE, HOME_VISIT, ELSEWHERE, GROUP -> Channel.IN_PERSON;
            case TEXT -> Channel.TEXT;
            case EMAIL -> Channel.EMAIL;
            case LETTER -> Channel.LETTER;
        };
    }

    /** They came to us. */
    Sentence came(String name) {
        return switch (this) {
            case PHONE -> Sentence.of("{name} called.", name);
            case VIDEO -> Sentence.of("{name} called by video.", name);
            case OFFICE -> Sentence.of("{name} came to the office.", name);
            case HOME_VISIT -> Sentence.of("{name} asked us in at home.", name);
            case ELSEWHERE -> Sentence.of("{name} came up to us elsewhere.", name);
            case TEXT -> Sentence.of("{name} sent a text.", name);
            case EMAIL -> Sentence.of("{name} sent an e-mail.", name);
            case LETTER -> Sentence.of("{name} sent a letter.", name);
            case GROUP -> Sentence.of("{name} came to the group.", name);
        };
    }

    /** We reached them. */
    Sentence reached(String name) {
        return switch (this) {
            case PHONE -> Sentence.of("Phone call with {name}.", name);
            case VIDEO -> Sentence.of("Video call with {name}.", name);
            case OFFICE -> Sentence.of("Met {name} at the office.", name);
            case HOME_VISIT -> Sentence.of("Home visit with {name}.", name);
            case ELSEWHERE -> Sentence.of("Met {name} elsewhere.", name);
            case TEXT -> Sentence.of("Texts with {name}.", name);
            case EMAIL -> Sentence.of("E-mails with {name}.", name);
            case LETTER -> Sentence.of("Letters with {name}.", name);
            case GROUP -> Sentence.of("Group session with {name}.", name);
        };
    }

    /** We sought them. */
    Sentence tried(String name, Contact.Outcome outcome) {
        return switch (this) {
            case PHONE -> Sentence.of("Tried to call {name}: {outcome}.", name, outcome);
            case VIDEO -> Sentence.of("Tried a video call with {name}: {outcome}.", name, outcome);
            case OFFICE -> Sentence.of("Expected {name} at the office: {outcome}.", name, outcome);
            case HOME_VISIT -> Sentence.of("Home visit to {name}: {outcome}.", name, outcome);
            case ELSEWHERE -> Sentence.of("Looked for {name}: {outcome}.", name, outcome);
            case TEXT -> Sentence.of("Sent {name} a text: {outcome}.", name, outcome);
            case EMAIL -> Sentence.of("Sent {name} an e-mail: {outcome}.", name, outcome);
            case LETTER -> Sentence.of("Sent {name} a letter: {outcome}.", name, outcome);
            case GROUP -> Sentence.of("Expected {name} in the group: {outcome}.", name, outcome);
        };
    }
}
