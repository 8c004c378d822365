package org.casebridge.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.casebridge.clients.About;
import org.casebridge.clients.Address;
import org.casebridge.clients.ContactPoint;
import org.casebridge.clients.Interpreter;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.clients.Race;
import org.casebridge.clients.SafeContact;
import org.casebridge.clients.Sex;

/** A made-up person and their tale. {@code key} names them as their source, so that nobody is made twice; they came to us {@code daysAgo}. */
record DemoLife(String key, int daysAgo, NewClient person, Consumer<DemoTale> tale) {

    static DemoLife of(String key, int daysAgo, NewClient person, Consumer<DemoTale> tale) {
        return new DemoLife(key, daysAgo, person.from("demo:" + key), tale);
    }

    /** {@code speaks}: BCP 47 codes, the preferred one first; an interpreter is needed unless they speak English. */
    static NewClient person(PersonName name, String bornOn, Sex sex, String pronouns, List<String> speaks, Race race) {
        var interpreter = speaks.contains("en") ? Interpreter.NOT_NEEDED : speaks.contains("ase") ? Interpreter.SIGN : Interpreter.SPOKEN;
        return NewClient.of(name, new About(LocalDate.parse(bornOn), false, sex, "", pronouns, speaks, interpreter, List.of(race), "", "", false, null));
    }

    /** Phone numbers from 555-0100 to 555-0199 ring nowhere: they are kept for made-up people (NANPA). */
    static ContactPoint mobile(String lastTwo) {
        return ContactPoint.phone("(212) 555-01" + lastTwo, ContactPoint.Usage.MOBILE);
    }

    static NewClient at(NewClient person, String street, String postalCode, ContactPoint... points) {
        return person.with(Address.home(street, "New York", "NY", postalCode)).with(points);
    }

    static NewClient safely(NewClient person, SafeContact rules) {
        return person.with(rules);
    }
}
