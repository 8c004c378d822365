package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Interviews through the pages, held today in person in English unless said otherwise. */
public record Interviews(Town town, Actor worker) {

    /** The path of a draft. */
    String start(ClientId client, String instrument) {
        var started = town.post(worker, "/clients/" + client.text() + "/assessments", "instrument", instrument);
        assertThat(started).hasStatus(303);
        return started.getResponse().getHeader("Location").replace("/answers", "");
    }

    MvcTestResult complete(String path, String... fields) {
        return town.post(worker, path + "/completion", said(fields));
    }

    /** A PHQ-9 completed, and its path. */
    public String phq9(ClientId client, String vector, String... fields) {
        var path = start(client, "phq-9");
        var all = new ArrayList<>(List.of(fields));
        Phq9Test.answers(vector).byItem().forEach((item, code) -> all.addAll(List.of("item-" + item, code)));
        assertThat(complete(path, all.toArray(String[]::new))).hasStatus(303);
        return path;
    }

    static String[] said(String... more) {
        var usual = new LinkedHashMap<String, String>();
        usual.put("stage", "UPDATE");
        usual.put("assessedOn", Town.today().toString());
        usual.put("mode", "IN_PERSON");
        usual.put("language", "en");
        var fields = new ArrayList<String>();
        for (int i = 0; i < more.length; i += 2) {
            usual.remove(more[i]);
            fields.addAll(List.of(more[i], more[i + 1]));
        }
        usual.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return fields.toArray(String[]::new);
    }
}
