package org.casebridge.clients;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How well likely duplicates are told from strangers, on the Febrl data sets, whose true pairs are known (Christen, Febrl, 2008). */
class FebrlTest {

    private static final Path DATA = Path.of(System.getenv().getOrDefault("CASEBRIDGE_TESTDATA", "../shared/data"), "record-linkage-febrl");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(java.time.format.ResolverStyle.STRICT);

    @ParameterizedTest
    @CsvSource({"dataset1, true, 0.99, 0.98", "dataset2, true, 0.99, 0.98", "dataset3, true, 0.99, 0.97",
            "dataset1, false, 0.99, 0.94", "dataset2, false, 0.97, 0.92", "dataset3, false, 0.99, 0.90"})
    void likely_duplicates_are_mostly_duplicates_and_most_duplicates_are_found(String name, boolean withIdentifier, double precision, double recall) throws IOException {
        Assumptions.assumeTrue(Files.exists(DATA), "the Febrl data sets are not here");
        var people = people(DATA.resolve(name + ".csv"), withIdentifier);
        var pairs = new HashSet<List<String>>();
        for (var block : blocks(people)) {
            var likeness = Likeness.of(people.get(block.getFirst()), people.get(block.getLast()));
            if (likeness.likely()) {
                pairs.add(block);
            }
        }

        long right = pairs.stream().filter(it -> original(it.getFirst()).equals(original(it.getLast()))).count();
        long real = real(people.keySet());
        double exact = (double) right / pairs.size();
        double found = (double) right / real;
        System.out.printf("%s %s: precision %.4f, recall %.4f (%d of %d true pairs, %d false)%n", name, withIdentifier ? "with a number" : "without any number",
                exact, found, right, real, pairs.size() - right);
        assertThat(exact).isGreaterThanOrEqualTo(precision);
        assertThat(found).isGreaterThanOrEqualTo(recall);
    }

    /** Pairs that share keys as the database asks for them: a number, a birth date, or two words of a name by sound or spelling. */
    private static Set<List<String>> blocks(Map<String, NewClient> people) {
        var holders = new HashMap<SearchKey, List<String>>();
        people.forEach((id, it) -> SearchKeys.of(it.names(), it.about(), it.points(), it.identifiers(), String::concat).forEach(key -> holders.computeIfAbsent(key, _ -> new ArrayList<>()).add(id)));
        var pairs = new HashSet<List<String>>();
        people.forEach((id, it) -> {
            var hits = new HashMap<String, Integer>();
            for (var key : MatchKeys.of(it, String::concat)) {
                int weight = switch (key.kind()) { case 'S', 'N' -> 1; default -> 2; };
                for (var other : holders.getOrDefault(new SearchKey(Character.toUpperCase(key.kind()), key.token()), List.of())) {
                    hits.merge(other, weight, Integer::sum);
                }
            }
            hits.forEach((other, weight) -> {
                if (weight >= 2 && id.compareTo(other) < 0) {
                    pairs.add(List.of(id, other));
                }
            });
        });
        return pairs;
    }

    private static Map<String, NewClient> people(Path file, boolean withIdentifier) throws IOException {
        var people = new HashMap<String, NewClient>();
        try (var rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (var row : rows) {
                var cell = new HashMap<String, String>();
                row.getFieldsAsMap().forEach((name, value) -> cell.put(name.strip(), value.strip()));
                var said = NewClient.of(PersonName.legal(cell.get("given_name"), cell.get("surname")), About.born(day(cell.get("date_of_birth"))))
                        .with(Address.home((cell.get("street_number") + " " + cell.get("address_1")).strip(), cell.get("suburb"), cell.get("state"), cell.get("postcode")));
                people.put(cell.get("rec_id"), withIdentifier && !cell.get("soc_sec_id").isEmpty()
                        ? said.with(new Identifier(Identifier.Kind.SSN, "", cell.get("soc_sec_id"))) : said);
            }
        }
        return people;
    }

    private static LocalDate day(String written) {
        try {
            return LocalDate.parse(written, DAY);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static String original(String id) {
        return id.split("-")[1];
    }

    private static long real(Set<String> ids) {
        var sizes = new HashMap<String, Integer>();
        ids.forEach(it -> sizes.merge(original(it), 1, Integer::sum));
        return sizes.values().stream().mapToLong(it -> (long) it * (it - 1) / 2).sum();
    }
}
