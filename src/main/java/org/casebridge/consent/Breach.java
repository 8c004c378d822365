package org.casebridge.consent;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * A breach of unsecured information (45 CFR 164.402), with its assessment, the people it touches and who was told when. All due dates follow from the day it was
 * discovered: the first day on which anybody of the house knew, or would have known with care (164.404(a)(2)).
 */
public record Breach(BreachId id, String title, @Nullable LocalDate happenedOn, LocalDate discoveredOn, boolean byAssociate, String what, Assessment assessment,
                     @Nullable LocalDate hhsToldOn, List<Person> persons, List<State> states, int version) {

    /** From so many people on, the Secretary is told together with them: 164.408(b). */
    public static final int LARGE = 500;

    /** At most so many calendar days: 164.404(b), 164.406(b), 164.408(c). */
    static final int DAYS = 60;

    /** How soon the assessment is made. Our own rule: what is due to people must not wait for it. */
    static final int ASSESS_DAYS = 10;

    /** The four factors of 45 CFR 164.402(2), and whether they show a low probability that the information was compromised; null until decided. */
    public record Assessment(String nature, String recipient, String acquired, String mitigated, @Nullable Boolean low, @Nullable LocalDate on) {

        public boolean made() { return low != null; }
    }

    /** A client it touches; the name is empty where the privacy officer may not see it. */
    public record Person(ClientId clientId, String name, String state, @Nullable LocalDate toldOn, String toldHow) {}

    /** What is known of a state beside the clients named: how many others, when they and the media were told. */
    public record State(String state, int others, @Nullable LocalDate toldOn, @Nullable LocalDate mediaToldOn) {}

    public enum Kind implements Worded {
        ASSESS("Assess the four factors"), PERSONS("Tell the people"), HHS("Tell the Secretary of Health and Human Services"), MEDIA("Tell the media of the state");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** Something to do by a day, by which law, and the day on which it was done. */
    public record Due(Kind kind, String state, LocalDate on, String law, @Nullable LocalDate done) {

        public boolean open() { return done == null; }
    }

    public int people() {
        return persons.size() + states.stream().mapToInt(State::others).sum();
    }

    /** How many of each state, by its letters. */
    public Map<String, Integer> byState() {
        var all = new java.util.TreeMap<String, Integer>();
        persons.forEach(it -> all.merge(it.state(), 1, Integer::sum));
        states.stream().filter(it -> it.others() > 0).forEach(it -> all.merge(it.state(), it.others(), Integer::sum));
        return all;
    }

    /** What is to be done by when, the first first. A low probability, once assessed, leaves nothing but the record itself (164.402(2), 164.414(b)). */
    public List<Due> dues() {
        var all = new ArrayList<Due>();
        all.add(new Due(Kind.ASSESS, "", discoveredOn.plusDays(ASSESS_DAYS), "45 CFR 164.402(2)", assessment.on()));
        if (Boolean.TRUE.equals(assessment.low())) {
            return all;
        }
        if (people() > 0) {
            all.add(new Due(Kind.PERSONS, "", discoveredOn.plusDays(DAYS), "45 CFR 164.404(b)", everybodyToldOn()));
        }
        all.add(people() >= LARGE ? new Due(Kind.HHS, "", discoveredOn.plusDays(DAYS), "45 CFR 164.408(b)", hhsToldOn)
                : new Due(Kind.HHS, "", LocalDate.of(discoveredOn.getYear(), Month.DECEMBER, 31).plusDays(DAYS), "45 CFR 164.408(c)", hhsToldOn));
        byState().forEach((state, people) -> {
            if (people > LARGE) {
                all.add(new Due(Kind.MEDIA, state, discoveredOn.plusDays(DAYS), "45 CFR 164.406", mediaToldOn(state)));
            }
        });
        return all.stream().sorted(Comparator.comparing(Due::on)).toList();
    }

    /** The last day on which somebody was told, once everybody was. */
    private @Nullable LocalDate everybodyToldOn() {
        var days = new ArrayList<@Nullable LocalDate>();
        persons.forEach(it -> days.add(it.toldOn()));
        states.stream().filter(it -> it.others() > 0).forEach(it -> days.add(it.toldOn()));
        return days.contains(null) ? null : days.stream().max(Comparator.naturalOrder()).orElse(null);
    }

    private @Nullable LocalDate mediaToldOn(String state) {
        return states.stream().filter(it -> it.state().equals(state)).findFirst().map(State::mediaToldOn).orElse(null);
    }

    public boolean open() {
        return dues().stream().anyMatch(Due::open);
    }

    public String path() {
        return "/breaches/" + id.text();
    }
}
