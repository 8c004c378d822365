package org.casebridge.clients;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A name as its person has it. One word stands in {@code given} or {@code family} alone; {@code written} is how the whole is written when that is not
 * given, family, suffix (family first, a name in another script). {@code until} is when it ended.
 */
public record PersonName(NameUse usage, String given, String family, String suffix, String written, @Nullable LocalDate until) {

    public static PersonName legal(String given, String family) {
        return new PersonName(NameUse.LEGAL, given, family, "", "", null);
    }

    public static PersonName preferred(String given) {
        return new PersonName(NameUse.PREFERRED, given, "", "", "", null);
    }

    /** The last word as family name, all before it as given names; a single word as given name. */
    public static PersonName read(String whole) {
        var name = whole.strip().replaceAll("\\s+", " ");
        int cut = name.lastIndexOf(' ');
        return cut < 0 ? legal(name, "") : legal(name.substring(0, cut), name.substring(cut + 1));
    }

    public String whole() {
        if (!written.isBlank()) {
            return written;
        }
        return Stream.of(given, family, suffix).filter(it -> !it.isBlank()).collect(Collectors.joining(" "));
    }

    public boolean blank() {
        return given.isBlank() && family.isBlank() && written.isBlank();
    }

    boolean ended(LocalDate today) {
        return until != null && until.isBefore(today);
    }

    /** A preferred name that has a family name (or is written whole) is theirs in full, and goes on lists in place of the legal one. */
    boolean full() {
        return !written.isBlank() || !given.isBlank() && !family.isBlank();
    }

    /**
     * The name for lists and the top of the page: the full name they go by, else the legal one, else the first that has not ended. A person's own choice
     * comes before a document, so that a former name is never called out in a waiting room.
     */
    static PersonName shown(List<PersonName> names, LocalDate today) {
        var current = names.stream().filter(it -> !it.ended(today)).toList();
        return current.stream().filter(it -> it.usage == NameUse.PREFERRED && it.full()).findFirst()
                .or(() -> current.stream().filter(it -> it.usage == NameUse.LEGAL).findFirst())
                .or(() -> current.stream().filter(it -> it.usage == NameUse.PREFERRED).findFirst())
                .or(() -> current.stream().findFirst())
                .orElseGet(names::getFirst);
    }
}
