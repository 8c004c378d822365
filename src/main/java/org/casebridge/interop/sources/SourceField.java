package org.casebridge.interop.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casebridge.clients.About;
import org.casebridge.clients.Address;
import org.casebridge.clients.NewClient;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** What a source can say of a person, in the parts that are kept or taken over one by one. Lists are compared item by item: what was added here stays beside what the source adds. */
public enum SourceField implements Worded {
    NAMES("Names", NewClient::names),
    BORN("Birth date", it -> List.of(String.valueOf(it.about().bornOn()), it.about().bornEstimated())),
    SEX("Sex as papers record it", it -> it.about().sex()),
    GENDER("Gender, in their words", it -> it.about().gender()),
    PRONOUNS("Pronouns", it -> it.about().pronouns()),
    LANGUAGES("Languages", it -> it.about().languages()),
    INTERPRETER("Interpreter", it -> it.about().interpreter()),
    RACES("Race and ethnicity", it -> List.of(it.about().races(), it.about().ethnicity())),
    DEATH("Has died", it -> List.of(it.about().deceased(), String.valueOf(it.about().deceasedOn()))),
    POINTS("Phones and e-mail", NewClient::points),
    ADDRESSES("Addresses", NewClient::addresses),
    IDENTIFIERS("Numbers others know them by", NewClient::identifiers);

    private final String words;
    private final Function<NewClient, @Nullable Object> value;

    SourceField(String words, Function<NewClient, @Nullable Object> value) {
        this.words = words;
        this.value = value;
    }

    @Override
    public String words() { return words; }

    boolean same(NewClient one, NewClient other) {
        return Objects.equals(value.apply(one), value.apply(other));
    }

    /** Whether nothing is said: what a file without this column says of it. */
    boolean blank(NewClient said) {
        return same(said, new NewClient(List.of(), About.unknown(), said.contact(), List.of(), List.of(), List.of(), said.source()));
    }

    /** Numbers are only added: one that the source no longer names is still one that somebody knew them by. */
    boolean onlyGrows() {
        return this == IDENTIFIERS;
    }

    boolean list() {
        return this == NAMES || this == POINTS || this == ADDRESSES || this == IDENTIFIERS;
    }

    /** The items of a list. */
    List<Object> items(NewClient said) {
        return list() ? List.copyOf((List<?>) Objects.requireNonNull(value.apply(said))) : List.of();
    }

    /** {@code to} with this part of {@code from}. */
    NewClient take(NewClient to, NewClient from) {
        var a = to.about();
        var b = from.about();
        return switch (this) {
            case NAMES -> with(to, from.names());
            case POINTS -> with(to, from.points());
            case ADDRESSES -> with(to, from.addresses());
            case IDENTIFIERS -> with(to, from.identifiers());
            case BORN -> to.with(new About(b.bornOn(), b.bornEstimated(), a.sex(), a.gender(), a.pronouns(), a.languages(), a.interpreter(), a.races(), a.ethnicity(), a.culture(), a.deceased(), a.deceasedOn()));
            case SEX -> to.with(new About(a.bornOn(), a.bornEstimated(), b.sex(), a.gender(), a.pronouns(), a.languages(), a.interpreter(), a.races(), a.ethnicity(), a.culture(), a.deceased(), a.deceasedOn()));
            case GENDER -> to.with(new About(a.bornOn(), a.bornEstimated(), a.sex(), b.gender(), a.pronouns(), a.languages(), a.interpreter(), a.races(), a.ethnicity(), a.culture(), a.deceased(), a.deceasedOn()));
            case PRONOUNS -> to.with(new About(a.bornOn(), a.bornEstimated(), a.sex(), a.gender(), b.pronouns(), a.languages(), a.interpreter(), a.races(), a.ethnicity(), a.culture(), a.deceased(), a.deceasedOn()));
            case LANGUAGES -> to.with(new About(a.bornOn(), a.bornEstimated(), a.sex(), a.gender(), a.pronouns(), b.languages(), a.interpreter(), a.races(), a.ethnicity(), a.culture(), a.deceased(), a.deceasedOn()));
            case INTERPRETER -> to.with(new About(a.bornOn(), a.bornEstimated(), a.sex(), a.gender(), a.pronouns(), a.languages(), b.interpreter(), a.races(), a.ethnicity(), a.culture(), a.deceased(), a.deceasedOn()));
            case RACES -> to.with(new About(a.bornOn(), a.bornEstimated(), a.sex(), a.gender(), a.pronouns(), a.languages(), a.interpreter(), b.races(), b.ethnicity(), a.culture(), a.deceased(), a.deceasedOn()));
            case DEATH -> to.with(new About(a.bornOn(), a.bornEstimated(), a.sex(), a.gender(), a.pronouns(), a.languages(), a.interpreter(), a.races(), a.ethnicity(), a.culture(), b.deceased(), b.deceasedOn()));
        };
    }

    /** With other items of this list. */
    @SuppressWarnings("unchecked")
    NewClient with(NewClient to, List<?> items) {
        return new NewClient(this == NAMES ? (List<org.casebridge.clients.PersonName>) items : to.names(), to.about(), to.contact(),
                this == POINTS ? (List<org.casebridge.clients.ContactPoint>) items : to.points(), this == ADDRESSES ? (List<Address>) items : to.addresses(),
                this == IDENTIFIERS ? (List<org.casebridge.clients.Identifier>) items : to.identifiers(), to.source());
    }

    /** {@code to} with the items that {@code from} has beside its own: for a list; else the whole value. */
    NewClient add(NewClient to, NewClient from) {
        if (!list()) {
            return take(to, from);
        }
        var all = new ArrayList<>(items(to));
        items(from).stream().filter(it -> !all.contains(it)).forEach(all::add);
        return with(to, all);
    }

    /** As people read it, a line for each thing said. */
    public List<org.casebridge.kernel.Sentence> shown(NewClient said) {
        return SourceWords.of(this, said);
    }

    static Stream<SourceField> all() {
        return Stream.of(values());
    }
}
