package org.casebridge.clients;

import java.util.Arrays;
import org.casebridge.kernel.Sentence;

/** What the log calls a hidden field, in words. */
public final class HiddenField {

    private HiddenField() {}

    public static Sentence words(String name) {
        return name.equals(Reveals.ADDRESS) ? Sentence.of("Confidential address")
                : Arrays.stream(Identifier.Kind.values()).filter(it -> it.name().equals(name)).findFirst().map(it -> new Sentence(it.words(), java.util.List.of()))
                        .orElseGet(() -> Sentence.of("Another number"));
    }
}
