package org.casebridge.web;

import java.util.List;
import java.util.stream.Stream;
import org.casebridge.kernel.Worded;

/** One answer a form offers: what is sent, and what is read. */
public record Option(String value, String label) {

    /** In the order of the enum. */
    public static List<Option> of(Worded... choices) {
        return Stream.of(choices).map(it -> new Option(it.name(), Say.say(it))).toList();
    }
}
