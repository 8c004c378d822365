package org.casebridge.consent;

import static org.casebridge.web.Say.say;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;

/** The scope of a consent in sentences: what goes along with a disclosure instead of its copy (42 CFR 2.32(b)), and what pages say of it. */
public final class ScopeWords {

    private ScopeWords() {}

    /** All of it in one paragraph. */
    public static String of(Consent it) {
        return say("Consent signed on {day}. {discloser} may share with {recipient}: {parts} ({classes}). For: {purposes}. {until}", it.signature().on(), it.discloser(),
                recipient(it), parts(it), classes(it), purposes(it), until(it));
    }

    public static String recipient(Consent it) {
        return it.designation().kind() == Designation.Kind.TREATING ? say("all who treat the client, pay for it, or help to run this programme") : it.designation().name();
    }

    /** Less what was taken back. */
    public static String parts(Consent it) {
        return words(it.scope().parts().stream().filter(part -> it.revocations().stream().noneMatch(back -> back.parts().contains(part))).collect(Collectors.toSet()));
    }

    public static String classes(Consent it) {
        return words(it.scope().classes().stream().filter(one -> it.revocations().stream().noneMatch(back -> back.classes().contains(one))).collect(Collectors.toSet()));
    }

    public static String purposes(Consent it) {
        return words(it.aim().purposes()) + (it.aim().words().isBlank() ? "" : " (" + it.aim().words() + ")");
    }

    public static Sentence until(Consent it) {
        if (it.term().expiresOn() != null) {
            return it.term().expiresWhen().isBlank() ? Sentence.of("It holds until {day}.", it.term().expiresOn())
                    : Sentence.of("It holds until {day}, or until: {event}.", it.term().expiresOn(), it.term().expiresWhen());
        }
        return it.term().expiresWhen().isBlank() ? Sentence.of("It holds until it is taken back.") : Sentence.of("It holds until: {event}.", it.term().expiresWhen());
    }

    /** In the order of the choices. */
    public static <E extends Enum<E> & Worded> String words(Set<E> choices) {
        return choices.stream().sorted(Comparator.comparingInt(Enum::ordinal)).map(it -> say(it)).collect(Collectors.joining(", "));
    }

    /** The same as one sentence, to be kept and shown in the language of who reads it. */
    public static <E extends Enum<E> & Worded> Sentence list(Set<E> choices) {
        return choices.stream().sorted(Comparator.comparingInt(Enum::ordinal)).map(it -> Sentence.of(it.words())).reduce((some, more) -> Sentence.of("{some}, {more}", some, more)).orElse(new Sentence("", List.of()));
    }

    static List<String> names(Set<Part> parts) {
        return parts.stream().sorted().map(it -> say(it)).toList();
    }
}
