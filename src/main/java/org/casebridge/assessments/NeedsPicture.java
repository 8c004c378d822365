package org.casebridge.assessments;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;

/**
 * What a comprehensive needs assessment says, domain by domain, beside the first one. A level of 1 or 2 is a risk found; what the client wants
 * to act on, in their order, is a need (Gravity Project's distinction of risk and need).
 */
public record NeedsPicture(Instrument instrument, Answers now, @Nullable Assessment first, List<Domain> domains, List<Domain> chosen) {

    private static final int SHORT = 160;

    /** {@code level} and {@code before} are 1 to 5, or null when not asked; {@code before} is that of the first assessment. */
    public record Domain(Instrument.Item item, @Nullable Integer level, @Nullable Integer before, String hard, String helps) {

        public String name(Locale reader) { return item.words().in(reader); }

        public boolean risk() { return level != null && level <= 2; }

        public NeedCategory category() { return item.need(); }

        public String levelWords(Locale reader) {
            return level == null ? "" : item.items().stream().flatMap(it -> it.choices().stream()).filter(it -> level.equals(it.weight())).findFirst().orElseThrow().words().in(reader);
        }
    }

    /** {@code first} is null when this is the first. */
    static NeedsPicture of(Instrument instrument, Answers now, @Nullable Assessment first) {
        var domains = instrument.domains().stream().map(it -> new Domain(it, level(it, now), first == null ? null : level(it, first.answers()),
                now.of(it.linkId() + "-hard"), now.of(it.linkId() + "-helps"))).toList();
        var chosen = acts(now).flatMap(act -> domains.stream().filter(it -> it.item().linkId().equals(act))).toList();
        return new NeedsPicture(instrument, now, first, domains, chosen);
    }

    /** Found, and not what the client wants to act on now. */
    public List<Domain> risks() {
        return domains.stream().filter(it -> it.risk() && !chosen.contains(it)).toList();
    }

    public List<Domain> strengths() {
        return domains.stream().filter(it -> !it.helps().isBlank() || it.level() != null && it.level() == 5).toList();
    }

    public Wheel wheel() {
        return Wheel.of(domains);
    }

    /** How many are higher, and how many lower, than at first. */
    public long better() {
        return domains.stream().filter(it -> it.level() != null && it.before() != null && it.level() > it.before()).count();
    }

    public long worse() {
        return domains.stream().filter(it -> it.level() != null && it.before() != null && it.level() < it.before()).count();
    }

    public long asked() {
        return domains.stream().filter(it -> it.level() != null).count();
    }

    /** So much of it that a summary stays on one page; the whole stands with the answers. */
    public static String cut(String words) {
        return words.length() <= SHORT ? words : words.substring(0, SHORT).strip() + "…";
    }

    /** Refuses one domain chosen twice to act on. */
    static void refuseTwice(Instrument instrument, Answers answers) {
        var seen = new HashSet<String>();
        for (int place = 1; place <= 5; place++) {
            var act = answers.of("act-" + place);
            if (!act.isBlank() && !seen.add(act)) {
                throw Refused.invalid("This is chosen twice. Choose each once.").at(instrument.item("act-" + place).map(Instrument.Item::field).orElse(""));
            }
        }
    }

    static Stream<String> acts(Answers answers) {
        return IntStream.rangeClosed(1, 5).mapToObj(it -> answers.of("act-" + it)).filter(it -> !it.isBlank());
    }

    private static @Nullable Integer level(Instrument.Item domain, Answers answers) {
        return Optional.of(domain.items().stream().filter(it -> it.linkId().equals(domain.linkId() + "-level")).findFirst().orElseThrow()).map(answers::weight).orElse(null);
    }
}
