package org.casebridge.interop.sources;

import java.util.List;
import org.casebridge.clients.ContactPoint;
import org.casebridge.clients.Identifier;
import org.casebridge.clients.Languages;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.kernel.Sentence;

/** The parts of a person in words, to set what a source says beside what is known here. */
final class SourceWords {

    private SourceWords() {}

    static List<Sentence> of(SourceField field, NewClient said) {
        var about = said.about();
        return switch (field) {
            case NAMES -> said.names().stream().map(PersonName::whole).map(SourceWords::plain).toList();
            case BORN -> about.bornOn() == null ? List.of() : List.of(about.bornEstimated() ? Sentence.of("{day}, an estimate", about.bornOn()) : Sentence.of("{day}", about.bornOn()));
            case SEX -> about.sex() == null ? List.of() : List.of(Sentence.of(about.sex().words()));
            case GENDER -> text(about.gender());
            case PRONOUNS -> text(about.pronouns());
            case LANGUAGES -> about.languages().stream().map(it -> plain(Languages.name(it))).toList();
            case INTERPRETER -> about.interpreter() == null ? List.of() : List.of(Sentence.of(about.interpreter().words()));
            case RACES -> java.util.stream.Stream.concat(about.races().stream().map(it -> Sentence.of(it.words())), text(about.ethnicity()).stream()).toList();
            case DEATH -> !about.deceased() ? List.of() : List.of(about.deceasedOn() == null ? Sentence.of("day not known") : Sentence.of("{day}", about.deceasedOn()));
            case POINTS -> said.points().stream().map(ContactPoint::shown).map(SourceWords::plain).toList();
            case ADDRESSES -> said.addresses().stream().map(it -> it.confidential() ? Sentence.of("Address kept confidential") : plain(it.shown().isBlank() ? it.words() : it.shown())).toList();
            case IDENTIFIERS -> said.identifiers().stream().map(Identifier::shown).map(SourceWords::plain).toList();
        };
    }

    private static List<Sentence> text(String words) {
        return words.isBlank() ? List.of() : List.of(plain(words));
    }

    private static Sentence plain(String words) {
        return Sentence.of("{words}", words);
    }
}
