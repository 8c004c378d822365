package org.casebridge.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** Who may have a service: a tree of all, any and compare, judged with three values. A paper that is missing or too old is a no that can be mended. */
public sealed interface Rule {

    Judged judge(Known known);

    /** Every part holds. */
    record All(List<Rule> parts) implements Rule {

        @Override
        public Judged judge(Known known) {
            return of(this, parts, known, true);
        }
    }

    /** At least one part holds. */
    record Any(List<Rule> parts) implements Rule {

        @Override
        public Judged judge(Known known) {
            return of(this, parts, known, false);
        }
    }

    enum Op implements Worded {
        AT_LEAST("at least"), AT_MOST("at most"), MORE_THAN("more than"), LESS_THAN("less than"), IS("is"), IS_ONE_OF("is one of");

        private final String words;

        Op(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** {@code limit} as it was written; {@code number} when the fact is one, else {@code texts} in lower case. */
    record Compare(Fact fact, Op op, String limit, @Nullable BigDecimal number, Set<String> texts) implements Rule {

        @Override
        public Judged judge(Known known) {
            var value = known.value(fact);
            var truth = value == null ? Truth.UNKNOWN : holds(value) ? Truth.YES : Truth.NO;
            return new Judged(this, truth, truth, value, List.of());
        }

        private boolean holds(String value) {
            if (number == null) {
                return texts.contains(value.toLowerCase(Locale.ROOT));
            }
            int order = new BigDecimal(value).compareTo(number);
            return switch (op) {
                case AT_LEAST -> order >= 0;
                case AT_MOST -> order <= 0;
                case MORE_THAN -> order > 0;
                case LESS_THAN -> order < 0;
                case IS, IS_ONE_OF -> order == 0;
            };
        }
    }

    /** A paper is in hand and, with {@code days}, was issued fewer days ago than that. */
    record HasPaper(PaperKind paper, @Nullable Integer days) implements Rule {

        @Override
        public Judged judge(Known known) {
            var age = known.age(paper);
            var truth = age != null && (days == null || age < days) ? Truth.YES : Truth.NO;
            return new Judged(this, truth, Truth.YES, age == null ? null : age.toString(), List.of());
        }
    }

    /** {@code mended}: what it would be with every paper in hand. {@code value}: what is known, for one that has no parts. */
    record Judged(Rule rule, Truth truth, Truth mended, @Nullable String value, List<Judged> parts) {

        /** No now, and yes as soon as the papers are there. */
        public boolean almost() {
            return truth == Truth.NO && mended == Truth.YES;
        }

        /** The conditions at the ends of the tree that make it what it is: for a yes what holds, for a no what fails, for what is not known what is missing. */
        public List<Judged> because() {
            var all = new ArrayList<Judged>();
            gather(truth, all);
            return all;
        }

        /** The conditions whose answer is not known, wherever they stand. */
        public List<Judged> open() {
            var all = new ArrayList<Judged>();
            if (parts.isEmpty() && truth == Truth.UNKNOWN) {
                all.add(this);
            }
            parts.forEach(it -> all.addAll(it.open()));
            return all;
        }

        private void gather(Truth wanted, List<Judged> into) {
            if (parts.isEmpty() && truth == wanted && !(rule instanceof All) && !(rule instanceof Any)) {
                into.add(this);
            }
            parts.stream().filter(it -> it.truth == wanted).forEach(it -> it.gather(wanted, into));
        }

        public Sentence words() {
            return switch (rule) {
                case Compare it when value == null -> Sentence.of("{fact} {op} {limit}: not known", it.fact(), it.op(), it.limit());
                case Compare it -> Sentence.of("{fact} {op} {limit}: it is {value}", it.fact(), it.op(), it.limit(), value);
                case HasPaper it when it.days() == null -> value == null ? Sentence.of("{paper}: not in hand", it.paper()) : Sentence.of("{paper}: in hand", it.paper());
                case HasPaper it -> value == null ? Sentence.of("{paper} younger than {days} days: not in hand", it.paper(), it.days())
                        : Sentence.of("{paper} younger than {days} days: it is {age} days old", it.paper(), it.days(), value);
                case All _ -> Sentence.of("all of these");
                case Any _ -> Sentence.of("one of these");
            };
        }

        /** What would mend it, for a paper. */
        public Sentence mend() {
            return rule instanceof HasPaper it && it.days() != null && value != null ? Sentence.of("Eligible once this paper is younger than {days} days: {paper}", it.days(), it.paper())
                    : rule instanceof HasPaper it ? Sentence.of("Eligible once this paper is in hand: {paper}", it.paper()) : words();
        }
    }

    private static Judged of(Rule whole, List<Rule> parts, Known known, boolean all) {
        var truth = all ? Truth.YES : Truth.NO;
        var mended = truth;
        var judged = new ArrayList<Judged>(parts.size());
        for (var part : parts) {
            var it = part.judge(known);
            judged.add(it);
            truth = all ? truth.and(it.truth()) : truth.or(it.truth());
            mended = all ? mended.and(it.mended()) : mended.or(it.mended());
        }
        return new Judged(whole, truth, mended, null, judged);
    }
}
