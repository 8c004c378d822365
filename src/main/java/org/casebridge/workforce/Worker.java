package org.casebridge.workforce;

import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.access.Role;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** One of the agency's people. Languages are BCP 47 codes; {@code studied} is the field of the degree, in words. */
public record Worker(AccountId id, String name, Role role, List<String> languages, @Nullable Degree degree, String studied,
                     @Nullable AccountId supervisor, @Nullable String supervisorName, int version) {

    public Worker {
        languages = List.copyOf(languages);
    }

    /** The highest one (levels as in ISCED 2011, named as in the United States). */
    public enum Degree implements Worded {
        SCHOOL("High school"), ASSOCIATE("Associate degree"), BACHELOR("Bachelor’s degree"), MASTER("Master’s degree"), DOCTORATE("Doctorate");

        private final String words;

        Degree(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }
}
