package org.casebridge.directory;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;

/** What of an entry was written by hand: all of it ({@code wholly}), or the fields named (HSDS's), which an import does not overwrite. */
public record WrittenHere(@Nullable String by, Instant at, boolean wholly, List<String> fields) {

    /** The fields as people say them. */
    public String words() {
        return fields.stream().map(WrittenHere::word).distinct().collect(Collectors.joining(", "));
    }

    private static String word(String field) {
        return switch (field) {
            case "name" -> Say.say("Name");
            case "alternate_name" -> Say.say("Other name");
            case "description" -> Say.say("Description");
            case "attributes" -> Say.say("What it helps with");
            case "status" -> Say.say("Offered or not");
            case "phones" -> Say.say("Phones");
            case "schedules" -> Say.say("Hours");
            case "addresses", "latitude", "longitude", "approximate" -> Say.say("Address");
            case "email" -> Say.say("E-mail");
            case "url", "website" -> Say.say("Web page");
            case "eligibility_description", "minimum_age", "maximum_age" -> Say.say("Who can get it");
            case "languages" -> Say.say("Languages");
            default -> Say.say("Details");
        };
    }
}
