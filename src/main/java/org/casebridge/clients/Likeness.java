package org.casebridge.clients;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * How like two descriptions of a person are, and because of what. What agrees adds weight and what differs takes some, as in Fellegi and Sunter, A Theory
 * for Record Linkage, 1969; what either does not say counts nothing. The weights were set by hand and are measured by LikenessTest.
 */
public record Likeness(double weight, List<Sentence> reasons) {

    /** From here on two descriptions are likely one person. */
    static final double LIKELY = 8;

    private static final JaroWinklerSimilarity WINKLER = new JaroWinklerSimilarity();

    public boolean likely() {
        return weight >= LIKELY;
    }

    static Likeness of(NewClient one, NewClient other) {
        var found = new ArrayList<Evidence>();
        found.add(name(one, other));
        found.add(birth(one.about(), other.about()));
        found.add(points(one, other));
        found.add(identifiers(one, other));
        found.add(addresses(one, other));
        return new Likeness(found.stream().mapToDouble(Evidence::weight).sum(), found.stream().flatMap(it -> it.reasons.stream()).toList());
    }

    private record Evidence(double weight, List<Sentence> reasons) {

        static final Evidence NONE = new Evidence(0, List.of());

        static Evidence of(double weight, String english, Object... values) {
            return new Evidence(weight, List.of(Sentence.of(english, values)));
        }

        Evidence and(Evidence other) {
            var all = new ArrayList<>(reasons);
            all.addAll(other.reasons);
            return new Evidence(weight + other.weight, all);
        }
    }

    /** The best agreement between any of their names and any of the other's. */
    private static Evidence name(NewClient one, NewClient other) {
        Evidence best = null;
        for (var mine : one.names()) {
            for (var theirs : other.names()) {
                var evidence = name(mine, theirs);
                if (best == null || evidence.weight > best.weight) {
                    best = evidence;
                }
            }
        }
        return best == null ? Evidence.NONE : best;
    }

    private static Evidence name(PersonName one, PersonName other) {
        var given = plain(one.given());
        var family = plain(one.family());
        var otherGiven = plain(other.given());
        var otherFamily = plain(other.family());
        if (given.isEmpty() && family.isEmpty() || otherGiven.isEmpty() && otherFamily.isEmpty()) {
            return plain(one.whole()).equals(plain(other.whole())) ? Evidence.of(8, "same name") : Evidence.NONE;
        }
        var straight = family(family, otherFamily).and(given(given, otherGiven));
        if (given.isEmpty() || family.isEmpty() || otherGiven.isEmpty() || otherFamily.isEmpty()) {
            var lone = given.isEmpty() ? family : given;
            var otherLone = otherGiven.isEmpty() ? otherFamily : otherGiven;
            return (given.isEmpty() || family.isEmpty()) && (otherGiven.isEmpty() || otherFamily.isEmpty()) && lone.equals(otherLone)
                    ? Evidence.of(5, "same name") : straight;
        }
        var crossed = closeness(given, otherFamily) >= 2 && closeness(family, otherGiven) >= 2
                ? Evidence.of(8, "given and family name are swapped") : Evidence.NONE;
        if (given.equals(otherGiven) && family.equals(otherFamily)) {
            return Evidence.of(9, "same name");
        }
        return crossed.weight > straight.weight ? crossed : straight;
    }

    private static Evidence family(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Evidence.NONE;
        }
        return switch (closeness(one, other)) {
            case 3 -> Evidence.of(5, "same family name");
            case 2 -> Evidence.of(3.5, "family name is a letter or two apart");
            case 1 -> Evidence.of(3, "family name sounds alike");
            default -> new Evidence(-3, List.of());
        };
    }

    private static Evidence given(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Evidence.NONE;
        }
        var first = one.split(" ")[0];
        var otherFirst = other.split(" ")[0];
        return switch (Math.max(closeness(one, other), closeness(first, otherFirst))) {
            case 3 -> Evidence.of(4, "same given name");
            case 2 -> Evidence.of(3, "given name is a letter or two apart");
            case 1 -> Evidence.of(2, "given name sounds alike");
            default -> first.length() == 1 && otherFirst.startsWith(first) || otherFirst.length() == 1 && first.startsWith(otherFirst)
                    ? Evidence.of(1, "given name begins with the same letter") : new Evidence(-2.5, List.of());
        };
    }

    /** 3 the same, 2 a slip of the pen apart, 1 alike in sound, 0 neither. */
    private static int closeness(String one, String other) {
        if (one.equals(other)) {
            return 3;
        }
        int slips = Slips.between(one, other);
        int shorter = Math.min(one.length(), other.length());
        if (slips == 1 && shorter >= 3 || slips == 2 && shorter >= 6 || shorter >= 5 && WINKLER.apply(one, other) >= 0.93) {
            return 2;
        }
        var sounds = SearchKeys.sounds(other.replace(" ", ""));
        return SearchKeys.sounds(one.replace(" ", "")).stream().anyMatch(it -> it.length() > 1 && sounds.contains(it)) ? 1 : 0;
    }

    private static Evidence birth(About one, About other) {
        var mine = one.bornOn();
        var theirs = other.bornOn();
        if (mine == null || theirs == null) {
            return Evidence.NONE;
        }
        if (mine.equals(theirs)) {
            return one.bornEstimated() || other.bornEstimated() ? Evidence.of(3, "same birth date, one of them an estimate") : Evidence.of(7, "same birth date");
        }
        if (one.bornEstimated() || other.bornEstimated()) {
            return Math.abs(mine.getYear() - theirs.getYear()) <= 2 ? Evidence.of(1, "estimated birth dates are near") : new Evidence(-2, List.of());
        }
        if (swapped(mine).equals(theirs)) {
            return Evidence.of(5, "day and month of birth are swapped");
        }
        int slips = Slips.between(digits(mine), digits(theirs));
        if (slips == 1) {
            return Evidence.of(4.5, "birth dates are one digit apart: {day}", theirs);
        }
        if (mine.getMonth() == theirs.getMonth() && mine.getDayOfMonth() == theirs.getDayOfMonth()) {
            return Evidence.of(3, "same birthday in another year: {day}", theirs);
        }
        return slips == 2 ? Evidence.of(0.5, "birth dates are two digits apart: {day}", theirs) : new Evidence(-5, List.of());
    }

    /** The same day when it cannot be a month. */
    static LocalDate swapped(LocalDate day) {
        return day.getDayOfMonth() > 12 ? day : LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
    }

    private static String digits(LocalDate day) {
        return day.toString().replace("-", "");
    }

    private static Evidence points(NewClient one, NewClient other) {
        var theirs = other.points().stream().map(Likeness::plain).collect(Collectors.toSet());
        return one.points().stream().filter(it -> theirs.contains(plain(it))).findFirst()
                .map(it -> it.kind() == ContactPoint.Kind.EMAIL ? Evidence.of(6, "same e-mail") : Evidence.of(5, "same phone")).orElse(Evidence.NONE);
    }

    private static String plain(ContactPoint point) {
        return point.number() != null ? point.number() : point.value().toLowerCase(java.util.Locale.ROOT);
    }

    private static Evidence identifiers(NewClient one, NewClient other) {
        var best = Evidence.NONE;
        for (var mine : one.identifiers()) {
            for (var theirs : other.identifiers()) {
                if (mine.kind() != theirs.kind() || !mine.system().equals(theirs.system()) || mine.broken() || theirs.broken()) {
                    continue;
                }
                int slips = Slips.between(mine.plain(), theirs.plain());
                if (slips == 0) {
                    return Evidence.of(10, "same {number}", mine.kind());
                }
                best = slips == 1 && mine.plain().length() >= 6 ? Evidence.of(6, "{number} is one digit apart", mine.kind())
                        : mine.kind() == Identifier.Kind.SSN && best.weight <= 0 ? new Evidence(-4, List.of()) : best;
            }
        }
        return best;
    }

    private static Evidence addresses(NewClient one, NewClient other) {
        var best = Evidence.NONE;
        for (var mine : one.addresses()) {
            for (var theirs : other.addresses()) {
                var evidence = address(mine, theirs);
                best = evidence.weight > best.weight ? evidence : best;
            }
        }
        return best;
    }

    private static Evidence address(Address one, Address other) {
        boolean near = same(one, other, Address::postalCode) || same(one, other, Address::city);
        var street = plain(one.street());
        var otherStreet = plain(other.street());
        if (street.isEmpty() || otherStreet.isEmpty()) {
            return Evidence.NONE;
        }
        if (street.equals(otherStreet)) {
            return near ? Evidence.of(4, "same address") : Evidence.of(3, "same street and number");
        }
        return near && WINKLER.apply(street, otherStreet) >= 0.92 ? Evidence.of(3, "almost the same address") : Evidence.NONE;
    }

    private static boolean same(Address one, Address other, Function<Address, String> part) {
        return !part.apply(one).isBlank() && plain(part.apply(one)).equals(plain(part.apply(other)));
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : String.join(" ", SearchKeys.words(text));
    }
}
