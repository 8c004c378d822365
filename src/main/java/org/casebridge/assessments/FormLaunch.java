package org.casebridge.assessments;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.NameUse;
import org.casebridge.clients.Sex;
import org.casebridge.questionnaires.Launch;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What expressions of a form may know: %patient (the client), %user (whoever asks), %lastResponse (to the same form, the newest completed). Nothing else leaves the record. */
@Component
class FormLaunch {

    private final Clients clients;
    private final OutcomeStore outcomes;
    private final JsonMapper json;
    private final Clock clock;

    FormLaunch(Clients clients, OutcomeStore outcomes, JsonMapper json, Clock clock) {
        this.clients = clients;
        this.outcomes = outcomes;
        this.json = json;
        this.clock = clock;
    }

    Launch of(Assessment one, OwnForm form) {
        var user = Actor.current();
        var launch = Launch.NONE.about("Patient/" + one.clientId().text(), "Practitioner/" + user.account().text(), clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        if (!form.questionnaire().index().formulas()) {
            return launch;
        }
        // Made only for forms that speak of them: each is read by HAPI, at every answer.
        var text = form.questionnaire().json();
        if (text.contains("patient")) {
            launch = launch.with("patient", patient(one.clientId()));
        }
        if (text.contains("user")) {
            launch = launch.with("user", json.writeValueAsString(JsonNodeFactory.instance.objectNode().put("resourceType", "Practitioner")
                    .put("id", user.account().text()).set("name", JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.objectNode().put("text", user.name())))));
        }
        var last = form.questionnaire().launch().containsKey("lastResponse") ? outcomes.last(one) : java.util.Optional.<String>empty();
        return last.isEmpty() ? launch : launch.with("lastResponse", last.get());
    }

    private String patient(ClientId id) {
        var client = clients.get(id);
        var patient = JsonNodeFactory.instance.objectNode().put("resourceType", "Patient").put("id", id.text());
        var names = patient.putArray("name");
        for (var name : client.names()) {
            var one = names.addObject().put("use", name.usage() == NameUse.LEGAL ? "official" : name.usage() == NameUse.PREFERRED ? "usual" : "old").put("text", name.whole());
            if (!name.family().isBlank()) {
                one.put("family", name.family());
            }
            if (!name.given().isBlank()) {
                one.putArray("given").add(name.given());
            }
        }
        if (client.about().bornOn() != null) {
            patient.put("birthDate", client.about().bornOn().toString());
        }
        if (client.about().sex() instanceof Sex sex) {
            patient.put("gender", sex == Sex.ANOTHER ? "other" : sex.name().toLowerCase(java.util.Locale.ROOT));
        }
        var spoken = patient.putArray("communication");
        client.about().languages().forEach(it -> spoken.addObject().putObject("language").putArray("coding").addObject().put("system", "urn:ietf:bcp:47").put("code", it));
        return json.writeValueAsString(patient);
    }
}
