package org.casebridge.assessments;

import java.time.Instant;
import java.util.Locale;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;

/**
 * How to stay safe when thoughts of suicide come, in six steps taken in order until one helps (the structure of Stanley and Brown, Cogn Behav Pract
 * 2012;19:256-264; the words are ours). A version never changes; {@code language} is that of its print.
 */
public record SafetyPlan(SafetyPlanId id, ClientId clientId, int number, String language, Steps steps, AccountId madeBy, String madeByName, Instant madeAt) {

    /**
     * What shows that it begins; what one can do alone; people and places that take the mind off it; people to ask for help; professionals and
     * services; and what makes the surroundings safer.
     */
    public record Steps(String signs, String coping, String distraction, String people, String professionals, String surroundings) {

        public Steps {
            signs = signs.strip();
            coping = coping.strip();
            distraction = distraction.strip();
            people = people.strip();
            professionals = professionals.strip();
            surroundings = surroundings.strip();
        }
    }

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    public String path() {
        return at(clientId) + "/" + id.text();
    }

    public static String at(ClientId client) {
        return "/clients/" + client.text() + "/safety-plan";
    }
}
