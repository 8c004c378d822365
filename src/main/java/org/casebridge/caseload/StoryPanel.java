package org.casebridge.caseload;

import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import java.util.function.Supplier;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;

/** A card beside the story: the client's words, the plan, a score. Offered as a bean by the module that knows it; ordered by {@code @Order}. */
public interface StoryPanel {

    /** For whoever may not see any. */
    Supplier<Optional<JteModel>> NONE = Optional::empty;

    /** Puts what it must know among the questions, which are asked together with those of the whole page; the card is made afterwards. */
    Supplier<Optional<JteModel>> of(ClientId client, Together.Questions questions);
}
