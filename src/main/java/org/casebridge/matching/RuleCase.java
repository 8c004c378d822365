package org.casebridge.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casebridge.kernel.Refused;

/** What a rule is tried against, one a line: {@code yes: age 67; veteran no; paper income proof 30 days}. {@code came} is what the rule says of it. */
public record RuleCase(int line, String words, Truth expected, Map<Fact, String> facts, Map<PaperKind, Integer> papers) {

    /** A case with what came of it. */
    public record Tried(RuleCase it, Truth came) {

        public boolean passes() {
            return it.expected() == came;
        }
    }

    static List<RuleCase> read(String text) {
        var all = new ArrayList<RuleCase>();
        int number = 0;
        for (var raw : text.lines().toList()) {
            number++;
            if (!raw.isBlank()) {
                all.add(read(number, raw.strip()));
            }
        }
        if (all.size() > 100) {
            throw Refused.invalid("A rule is tried by at most {most} cases.", 100).at("cases");
        }
        return all;
    }

    private static RuleCase read(int number, String line) {
        var parts = line.split(":", 2);
        var expected = Arrays.stream(Truth.values()).filter(it -> it.name().equalsIgnoreCase(parts[0].strip())).findFirst()
                .orElseThrow(() -> Refused.invalid("Line {number} begins with neither “yes:”, “no:” nor “unknown:”: {words}", number, line).at("cases"));
        var facts = new EnumMap<Fact, String>(Fact.class);
        var papers = new EnumMap<PaperKind, Integer>(PaperKind.class);
        for (var said : parts.length == 1 ? new String[0] : parts[1].split(";")) {
            var plain = said.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            if (!plain.isEmpty() && !paper(plain, papers) && !fact(plain, facts)) {
                throw Refused.invalid("Line {number} says what no rule asks: {words}", number, said.strip()).at("cases");
            }
        }
        return new RuleCase(number, line, expected, facts, papers);
    }

    private static boolean paper(String plain, Map<PaperKind, Integer> into) {
        for (var kind : PaperKind.values()) {
            if (plain.equals("paper " + kind.key())) {
                into.put(kind, 0);
                return true;
            }
            var days = plain.startsWith("paper " + kind.key() + " ") ? plain.substring(7 + kind.key().length()).replaceAll(" days?( old)?$", "") : "";
            if (days.matches("\\d{1,4}")) {
                into.put(kind, Integer.valueOf(days));
                return true;
            }
        }
        return false;
    }

    private static boolean fact(String plain, Map<Fact, String> into) {
        var fact = Arrays.stream(Fact.values()).filter(it -> plain.startsWith(it.key() + " ")).max(java.util.Comparator.comparing(it -> it.key().length())).orElse(null);
        if (fact == null) {
            return false;
        }
        var value = plain.substring(fact.key().length() + 1).strip();
        try {
            into.put(fact, ClientFacts.checked(fact, value));
            return true;
        } catch (Refused notOne) {
            return false;
        }
    }

    /** As if it were somebody, on that day. */
    Known known(LocalDate day) {
        var issued = new EnumMap<PaperKind, LocalDate>(PaperKind.class);
        papers.forEach((kind, days) -> issued.put(kind, day.minusDays(days)));
        return new Known(new EnumMap<>(facts.isEmpty() ? new EnumMap<Fact, String>(Fact.class) : facts), issued, day);
    }
}
