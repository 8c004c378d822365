package org.casebridge.assessments;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The words in which an instrument is asked: the library's, or those that an agency loaded after it had read and confirmed the publisher's terms. An assessment keeps the version that it was begun with.
 */
@Service
@Transactional
public class Wordings {

    private final JdbcClient db;
    private final JsonMapper json;
    private final Instruments instruments;
    private final Terms terms;
    private final Clock clock;

    /** By version; a version never changes. */
    private final Map<String, WordingReader.Read> read = new ConcurrentHashMap<>();

    Wordings(JdbcClient db, JsonMapper json, Instruments instruments, Terms terms, Clock clock) {
        this.db = db;
        this.json = json;
        this.instruments = instruments;
        this.terms = terms;
        this.clock = clock;
    }

    /** Who loaded the words that are asked now, when, and under which version. */
    public record Loaded(String instrument, String version, String name, Instant at, String said) {}

    /** The library as this agency asks it. */
    @Transactional(readOnly = true)
    public List<Instrument> offered() {
        var loaded = loaded().stream().collect(Collectors.toMap(Loaded::instrument, Function.identity(), (one, _) -> one));
        return instruments.all().stream().map(it -> loaded.containsKey(it.id()) ? read(loaded.get(it.id())).instrument() : it).toList();
    }

    /** The forms that the agency published for itself, by title. */
    @Transactional(readOnly = true)
    public List<Instrument> own() {
        return instruments.own();
    }

    /** As it is asked from now on. Refuses what the library refuses. */
    @Transactional(readOnly = true)
    public Instrument current(String id) {
        var known = instruments.startable(id);
        return known.licence().licenceClass() == Instrument.LicenceClass.VERIFY ? loaded(id).map(it -> read(it).instrument()).orElse(known) : known;
    }

    @Transactional(readOnly = true)
    public Optional<Loaded> loaded(String id) {
        return loaded().stream().filter(it -> it.instrument().equals(id)).findFirst();
    }

    /** As this one was asked. */
    @Transactional(readOnly = true)
    public Instrument of(Assessment one) {
        return then(one).map(WordingReader.Read::instrument).orElseGet(() -> instruments.of(one));
    }

    /** As this one is scored, with the published cut-offs. */
    @Transactional(readOnly = true)
    public Optional<Scoring> scoring(Assessment one) {
        return then(one).map(it -> Optional.ofNullable(it.scoring())).orElseGet(() -> instruments.scoring(one));
    }

    /** Asks it in these words from now on. Refuses before the terms were confirmed, where the licence allows no words, and words that are not this instrument. */
    public void load(String id, String said) {
        var known = instruments.get(id);
        if (known.licence().licenceClass() != Instrument.LicenceClass.VERIFY) {
            throw Refused.forbidden("Words of one’s own are loaded only where the terms allow it once they were read.");
        }
        if (terms.of(id).isEmpty()) {
            throw Refused.forbidden("First read the publisher’s terms and confirm that the agency keeps them.");
        }
        var key = Id.fresh();
        var version = known.version() + "/" + key.toString().substring(24);
        WordingReader.read(json, known, instruments.scoring(id).orElse(null), said, version);
        withdraw(id);
        db.sql("insert into assessments.wording (id, agency_id, instrument, version, said, loaded_by, loaded_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(key, Actor.current().agency().value(), id, version, said, Actor.current().account().value(), clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** From now on only results are recorded again; what was asked keeps its words. */
    public void withdraw(String id) {
        instruments.get(id);
        db.sql("update assessments.wording set withdrawn_at = ? where agency_id = ? and instrument = ? and withdrawn_at is null")
                .params(clock.instant().atOffset(ZoneOffset.UTC), Actor.current().agency().value(), id).update();
    }

    private List<Loaded> loaded() {
        return db.sql("select w.instrument, w.version, a.name, w.loaded_at as at, w.said from assessments.wording w join access.account a on a.id = w.loaded_by where w.agency_id = ? and w.withdrawn_at is null")
                .param(Actor.current().agency().value())
                .query((row, number) -> new Loaded(row.getString("instrument"), row.getString("version"), row.getString("name"), row.getTimestamp("at").toInstant(), row.getString("said"))).list();
    }

    /** Empty for the library's own versions. */
    private Optional<WordingReader.Read> then(Assessment one) {
        if (!one.version().contains("/")) {
            return Optional.empty();
        }
        var known = read.get(one.version());
        return Optional.of(known != null ? known : read(one.instrument(), one.version(),
                db.sql("select said from assessments.wording where version = ? and instrument = ?").params(one.version(), one.instrument()).query(String.class).single()));
    }

    private WordingReader.Read read(Loaded it) {
        return read(it.instrument(), it.version(), it.said());
    }

    private WordingReader.Read read(String id, String version, String said) {
        return read.computeIfAbsent(version, _ -> WordingReader.read(json, instruments.get(id), instruments.scoring(id).orElse(null), said, version));
    }
}
