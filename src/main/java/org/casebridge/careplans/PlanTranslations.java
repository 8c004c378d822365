package org.casebridge.careplans;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebridge.access.Actor;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a version says to the client, text by text in another language. What is agreed stays the original; a text that is worded anew has no translation until somebody writes one. */
@Service
@Transactional
public class PlanTranslations {

    private final JdbcClient db;
    private final CarePlans plans;
    private final PlanReading reading;

    PlanTranslations(JdbcClient db, CarePlans plans, PlanReading reading) {
        this.db = db;
        this.plans = plans;
        this.reading = reading;
    }

    /** Original texts with their words in this language; those without are not in it. */
    @Transactional(readOnly = true)
    public Map<String, String> of(CarePlan plan, Locale language) {
        return db.sql("select original, words from careplans.translation where plan_id = ? and client_id = ? and language = ?").params(plan.id().value(), plan.clientId().value(), language.getLanguage())
                .query((row, _) -> Map.entry(row.getString("original"), row.getString("words"))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Every text that the client's copy shows, each once, in its order. */
    @Transactional(readOnly = true)
    public List<String> texts(CarePlan plan) {
        var texts = new LinkedHashSet<String>();
        texts.add(plan.strengths());
        for (var goal : plans.goals(plan)) {
            texts.addAll(List.of(goal.words(), goal.more().notTheirs(), goal.more().why(), goal.more().baseline(), goal.measure(), goal.strengths()));
            texts.addAll(goal.more().levels());
            goal.steps().forEach(it -> texts.addAll(List.of(it.what(), it.timing())));
            goal.resources().forEach(it -> texts.addAll(List.of(it.what(), it.source())));
        }
        var parts = reading.parts(plan).forClient();
        parts.sections().forEach(it -> texts.add(it.words()));
        parts.choices().forEach(it -> texts.addAll(List.of(it.what(), it.words())));
        return new ArrayList<>(texts.stream().filter(it -> !it.isBlank()).toList());
    }

    /** Keeps these words in place of the earlier ones; an empty one takes the translation away. Refuses a text that this version does not say, for it was worded anew meanwhile. */
    public void write(ClientId client, PlanId id, Locale language, Map<String, String> said) {
        var plan = plans.get(client, id);
        var known = Set.copyOf(texts(plan));
        if (!known.containsAll(said.keySet())) {
            throw Refused.conflict("The plan was worded anew meanwhile. Look at it again; what you wrote is kept here.");
        }
        for (var it : said.entrySet()) {
            db.sql("delete from careplans.translation where plan_id = ? and client_id = ? and language = ? and md5(original) = md5(?)").params(id.value(), client.value(), language.getLanguage(), it.getKey()).update();
            if (!it.getValue().isBlank()) {
                db.sql("insert into careplans.translation (plan_id, client_id, language, original, words, noted_by) values (?, ?, ?, ?, ?, ?)")
                        .params(id.value(), client.value(), language.getLanguage(), it.getKey(), it.getValue().strip(), Actor.current().account().value()).update();
            }
        }
    }
}
