package org.casebridge.caseload;

import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.casebridge.clients.ClientId;

/** A card beside the story: the client's words, the plan, a score. Offered as a bean by the module that knows it; ordered by {@code @Order}. */
public interface StoryPanel {

    Optional<JteModel> of(ClientId client);
}
