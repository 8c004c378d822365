package org.casebridge.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading texts for people of an agency: its target grade, and its list of words with simpler ones. */
@Service
@Transactional
public class PlainLanguage {

    /** "Plain language at 6th grade" is what Medicaid agencies and the AMA ask for; an agency may set another. */
    public static final int TARGET = 6;
    private static final int LONGEST = 20_000;
    private static final List<PlainWord> BROUGHT = Stream.of("en", "es").flatMap(PlainLanguage::brought).toList();

    private final JdbcClient db;

    PlainLanguage(JdbcClient db) {
        this.db = db;
    }

    /** Judged by what the acting person's agency set. No more than 20,000 characters are read. */
    @Transactional(readOnly = true)
    public Reading read(String text) {
        return Reading.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text, words(), target());
    }

    /** The same of a text whose language is known, whatever the names in it look like. */
    @Transactional(readOnly = true)
    public Reading read(String text, Locale language) {
        return Reading.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text, language, words(), target());
    }

    /** The agency's own words first; what it gave no simpler word is not marked. */
    @Transactional(readOnly = true)
    public List<PlainWord> words() {
        return all().stream().filter(it -> !it.plainer().isBlank()).toList();
    }

    /** With those that the agency wants not to be marked. */
    @Transactional(readOnly = true)
    public List<PlainWord> all() {
        var own = db.sql("select id, language, word, plainer from reading.word where agency_id = ? order by word").param(agency()).query(PlainWord.class).list();
        var replaced = own.stream().map(PlainLanguage::key).collect(Collectors.toSet());
        return Stream.concat(own.stream(), BROUGHT.stream().filter(it -> !replaced.contains(key(it))))
                .sorted(Comparator.comparing(PlainWord::language).thenComparing(it -> it.word().toLowerCase(Locale.ROOT))).toList();
    }

    @Transactional(readOnly = true)
    public int target() {
        return db.sql("select grade from reading.target where agency_id = ?").param(agency()).query(Integer.class).optional().orElse(TARGET);
    }

    /** Refuses a grade below 3 and above 12. */
    public void aim(int grade) {
        if (grade < 3 || grade > 12) {
            throw Refused.invalid("Choose a grade from 3 to 12.").at("grade");
        }
        db.sql("insert into reading.target (agency_id, grade) values (?, ?) on conflict (agency_id) do update set grade = excluded.grade").params(agency(), grade).update();
    }

    /** Adds a word, or gives another simpler one for it; an empty one means that it is not marked any more. */
    public void write(String language, String word, String plainer) {
        if (!language.equals("en") && !language.equals("es")) {
            throw Refused.invalid("Choose English or Spanish.").at("language");
        }
        if (word.isBlank()) {
            throw Refused.invalid("Write the word to be marked.").at("word");
        }
        db.sql("""
                insert into reading.word (id, agency_id, language, word, plainer) values (?, ?, ?, ?, ?)
                on conflict (agency_id, language, lower(word)) do update set plainer = excluded.plainer
                """).params(Id.fresh(), agency(), language, word.strip(), plainer.strip()).update();
    }

    private static java.util.UUID agency() {
        return Actor.current().agency().value();
    }

    private static String key(PlainWord word) {
        return word.language() + " " + word.word().toLowerCase(Locale.ROOT);
    }

    private static Stream<PlainWord> brought(String language) {
        try (var file = PlainLanguage.class.getResourceAsStream("/reading/words-" + language + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(it -> it.contains("=")).map(it -> it.split("=", 2))
                    .map(it -> new PlainWord(null, language, it[0].strip(), it[1].strip())).toList().stream();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
