package org.casebridge.assessments;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers to act on at once: those of an instrument's manual (its {@link Scoring}), those that ship for our own instruments ({@code scorings/criticals.json}), and those that the agency added.
 */
@Service
@Transactional
public class Criticals {

    private final JdbcClient db;
    private final Clock clock;
    private final Wordings wordings;
    private final Instruments instruments;
    private final List<Rule> shipped = new ArrayList<>();

    Criticals(JdbcClient db, JsonMapper json, Clock clock, Wordings wordings, Instruments instruments) throws IOException {
        this.db = db;
        this.clock = clock;
        this.wordings = wordings;
        this.instruments = instruments;
        json.readTree(new ClassPathResource("scorings/criticals.json").getContentAsByteArray()).forEach(it -> shipped.add(new Rule(null, it.path("instrument").asString(), it.path("item").asString(),
                it.path("code").asString(), Scoring.Danger.valueOf(it.path("kind").asString()), it.path("hours").asInt(), null, null, null)));
    }

    /** This answer to this question; without a key it ships with the library. */
    public record Rule(@Nullable UUID id, String instrument, String item, String code, Scoring.Danger danger, int hours, @Nullable String setByName, @Nullable Instant setAt, @Nullable Instant endedAt) {

        boolean heldAt(Instant at) {
            return (setAt == null || !setAt.isAfter(at)) && (endedAt == null || endedAt.isAfter(at));
        }
    }

    /** Those that hold now, of the library and of the agency; not those of the manual, which the scoring says. */
    @Transactional(readOnly = true)
    public List<Rule> of(String instrument) {
        return all(instrument).filter(it -> it.heldAt(clock.instant())).toList();
    }

    /** The gravest critical answer in a draft: by the manual first, then by rule; in a form of an agency by the form's own rules too. */
    @Transactional(readOnly = true)
    public Optional<Scoring.Alarm> given(Assessment draft) {
        return at(draft, clock.instant());
    }

    /** What was critical in a completed assessment by the rules of its time; empty when nothing was. */
    @Transactional(readOnly = true)
    public Optional<Scoring.Alarm> in(Assessment one) {
        return one.critical() ? at(one, one.completedAt()) : Optional.empty();
    }

    private Optional<Scoring.Alarm> at(Assessment one, Instant at) {
        return instruments.form(one).flatMap(it -> it.rules().alarm(one.answers(), it.questionnaire())).or(() -> among(wordings.of(one), wordings.scoring(one), one.answers(), at));
    }

    private Optional<Scoring.Alarm> among(Instrument instrument, Optional<Scoring> scoring, Answers answers, Instant at) {
        return scoring.flatMap(it -> it.critical(instrument, answers)).or(() -> all(instrument.id()).filter(it -> it.heldAt(at) && it.code().equals(answers.of(it.item()))).findFirst()
                .flatMap(rule -> instrument.item(rule.item()).map(item -> new Scoring.Alarm(Sentence.of("“{question}”", name(instrument, item)),
                        Sentence.of("{words}", item.choice(rule.code()).map(it -> it.words().in(Say.locale())).orElse(rule.code())), rule.danger(), rule.hours()))));
    }

    /** Its own words, with what it is about where it stands in a group that is about something. */
    private static String name(Instrument instrument, Instrument.Item item) {
        var about = instrument.domains().stream().filter(it -> it.items().contains(item)).findFirst().map(it -> it.words().in(Say.locale()) + ": ").orElse("");
        return about + item.words().in(Say.locale());
    }

    /** From now on this answer is acted on at once. Refuses what the instrument does not ask or offer, and a rule that holds already. */
    public void add(String instrument, String item, String code, Scoring.Danger danger, int hours) {
        var asked = wordings.current(instrument).item(item).filter(it -> it.choice(code).isPresent()).orElseThrow(() -> Refused.invalid("Choose one of the answers offered.").at("answer"));
        if (of(instrument).stream().anyMatch(it -> it.item().equals(item) && it.code().equals(code))) {
            throw Refused.invalid("This answer is acted on at once already.").at("answer");
        }
        db.sql("insert into assessments.critical_rule (id, agency_id, instrument, item, code, danger, hours, set_by, set_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Id.fresh(), Actor.current().agency().value(), instrument, asked.linkId(), code, danger.name(), hours, Actor.current().account().value(), clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    public void end(String instrument, UUID rule) {
        if (db.sql("update assessments.critical_rule set ended_at = ? where id = ? and agency_id = ? and instrument = ? and ended_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), rule, Actor.current().agency().value(), instrument).update() == 0) {
            throw Refused.notFound("That rule could not be found among those that hold.");
        }
    }

    private Stream<Rule> all(String instrument) {
        return Stream.concat(shipped.stream().filter(it -> it.instrument().equals(instrument)),
                db.sql("select r.*, a.name from assessments.critical_rule r join access.account a on a.id = r.set_by where r.agency_id = ? and r.instrument = ? order by r.hours, r.set_at")
                        .params(Actor.current().agency().value(), instrument).query(Criticals::row).list().stream());
    }

    private static Rule row(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Rule(row.getObject("id", UUID.class), row.getString("instrument"), row.getString("item"), row.getString("code"), Scoring.Danger.valueOf(row.getString("danger")), row.getInt("hours"),
                row.getString("name"), row.getTimestamp("set_at").toInstant(), ended == null ? null : ended.toInstant());
    }
}
