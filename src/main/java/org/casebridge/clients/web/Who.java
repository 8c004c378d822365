package org.casebridge.clients.web;

import static org.casebridge.clients.web.Rows.list;
import static org.casebridge.clients.web.Rows.text;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.casebridge.clients.About;
import org.casebridge.clients.Client;
import org.casebridge.clients.Interpreter;
import org.casebridge.clients.NameUse;
import org.casebridge.clients.PersonName;
import org.casebridge.clients.Race;
import org.casebridge.clients.Sex;
import org.jspecify.annotations.Nullable;

/** The part of a form that says who somebody is. */
record Who(@Size(max = 20) @Nullable List<Rows.@Valid Name> names, @Nullable LocalDate bornOn, @Nullable Boolean bornEstimated, @Nullable Sex sex,
           @Size(max = 100) @Nullable String gender, @Size(max = 60) @Nullable String pronouns,
           @Pattern(regexp = CODE, message = "Choose one of the languages offered.") @Nullable String language,
           @Pattern(regexp = CODE, message = "Choose one of the languages offered.") @Nullable String secondLanguage,
           @Pattern(regexp = CODE, message = "Choose one of the languages offered.") @Nullable String thirdLanguage,
           @Nullable Interpreter interpreter, @Nullable List<Race> races, @Size(max = 300) @Nullable String ethnicity,
           @Size(max = 2000) @Nullable String culture, @Nullable Boolean deceased, @Nullable LocalDate deceasedOn) {

    private static final String CODE = "([a-z]{2,3}(-[A-Za-z0-9]{2,8})*)?";

    /** For a form about somebody new: their legal name, and the one they go by. */
    static Who named(Rows.Name legal) {
        return new Who(List.of(legal, Rows.Name.blank(NameUse.PREFERRED)), null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    static Who of(Client client) {
        var about = client.about();
        return new Who(client.names().stream().map(Rows.Name::of).toList(), about.bornOn(), about.bornEstimated(), about.sex(), about.gender(), about.pronouns(),
                language(about, 0), language(about, 1), language(about, 2), about.interpreter(), about.races(), about.ethnicity(), about.culture(),
                about.deceased(), about.deceasedOn());
    }

    private static @Nullable String language(About about, int place) {
        return about.languages().size() > place ? about.languages().get(place) : null;
    }

    /** The first is the legal one unless something else is said of it, and what follows another. */
    List<PersonName> saidNames() {
        var said = new ArrayList<PersonName>();
        list(names).forEach(it -> said.add(it.said(said.isEmpty() ? NameUse.LEGAL : NameUse.ALIAS)));
        return said.stream().filter(it -> !it.blank()).toList();
    }

    About about() {
        return new About(bornOn, Boolean.TRUE.equals(bornEstimated), sex, text(gender), text(pronouns),
                Stream.of(text(language), text(secondLanguage), text(thirdLanguage)).filter(it -> !it.isBlank()).distinct().toList(),
                interpreter, list(races).stream().distinct().toList(), text(ethnicity), text(culture), Boolean.TRUE.equals(deceased), deceasedOn);
    }
}
