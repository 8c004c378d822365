package org.casebridge.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.assessments.Scoring;
import org.casebridge.caseload.SentenceText;
import org.casebridge.clients.HiddenParts;
import tools.jackson.databind.json.JsonMapper;

/** The agency that seeded people come to. Numbers of clients and workers go on where an earlier seed ended. */
record SeederAgency(UUID id, UUID seed, SeedRequest asked, int clientsBefore, List<Worker> managers, List<Worker> intake, List<Worker> supervisors,
                    List<Programme> programmes, Map<SeederTheme, List<SeederDirectory.Offer>> services, SentenceText sentences, Scoring phq9, JsonMapper json, HiddenParts parts) {

    /** Somebody who works there. */
    record Worker(UUID id, String name) {}

    /** A programme, after how many days a contact is due in it, and the questions that it asks before it takes somebody. */
    record Programme(UUID id, String name, int cadence, List<UUID> questions) {}

    /** The worker who answers for a client, the same for all who live together. */
    Worker manager(SeederDice dice) {
        return dice.of(managers);
    }
}
