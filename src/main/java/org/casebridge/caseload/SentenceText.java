package org.casebridge.caseload;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sentence as JSON: {@code ["English {a}", value, …]}; a date is {@code {"day": …}}, an instant {@code {"at": …}}, a nested sentence an array. Who writes the story past {@link Story} (a seeder, by COPY) writes this. */
@Component
public class SentenceText {

    private final JsonMapper json;

    SentenceText(JsonMapper json) {
        this.json = json;
    }

    public String write(Sentence sentence) {
        return json.writeValueAsString(plain(sentence)).replace("\\u0000", "");
    }

    /** Rows for {@code jsonb_to_recordset}, each with a fresh key. */
    String write(List<Story.Fact> facts) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var fact : facts) {
            var row = new HashMap<String, Object>();
            row.put("id", Id.fresh().toString());
            row.put("client_id", fact.client().text());
            row.put("at", fact.at().toString());
            row.put("what", plain(fact.what()));
            row.put("why", fact.why() == null ? null : plain(fact.why()));
            row.put("source", fact.source());
            rows.add(row);
        }
        return json.writeValueAsString(rows).replace("\\u0000", "");
    }

    Sentence read(String text) {
        return sentence(json.readTree(text));
    }

    private static List<Object> plain(Sentence sentence) {
        var all = new ArrayList<Object>();
        all.add(sentence.english());
        for (var value : sentence.values()) {
            all.add(switch (value) {
                case Sentence inner -> plain(inner);
                case Worded choice -> List.of(choice.words());
                case LocalDate day -> Map.of("day", day.toString());
                case Instant at -> Map.of("at", at.toString());
                case Number number -> number;
                default -> value.toString();
            });
        }
        return all;
    }

    private static Sentence sentence(JsonNode array) {
        var values = new ArrayList<Object>();
        for (int i = 1; i < array.size(); i++) {
            values.add(value(array.get(i)));
        }
        return new Sentence(array.get(0).asString(), values);
    }

    private static Object value(JsonNode node) {
        if (node.isArray()) {
            return sentence(node);
        }
        if (node.isObject()) {
            return node.has("day") ? LocalDate.parse(node.get("day").asString()) : Instant.parse(node.get("at").asString());
        }
        return node.isIntegralNumber() ? (Object) node.asLong() : node.isNumber() ? (Object) node.asDouble() : node.asString();
    }
}
