package org.casebridge.production;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/** How this installation stands when it starts: its settings, its database, the machine it runs on. */
record Standing(ConfigurableEnvironment settings, OfDatabase database, OfMachine machine) {

    /**
     * What the application's own login sees of its database. {@code mighty}: it is a superuser, or passes by row policies; {@code owned}: tables that it owns; {@code open}: guarded tables
     * whose policies are off; {@code views}: views that read as their owner; {@code behind}: how far its clock is from ours, either way; {@code hash}: how a new password would be kept.
     */
    record OfDatabase(boolean mighty, List<String> owned, List<String> open, List<String> views, Duration behind, int pending, boolean demo, String hash) {}

    /** {@code arguments}: of Java; {@code libraries}: developers' classes that are there; {@code readable}: whether others on the machine can read a file. */
    record OfMachine(boolean root, List<String> arguments, Set<String> libraries, Predicate<Path> readable) {}

    /** Blank is nothing. */
    @Nullable String said(String name) {
        var value = settings.getProperty(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    boolean says(String name, String value) {
        return value.equalsIgnoreCase(said(name));
    }

    Duration time(String name, Duration otherwise) {
        var value = said(name);
        return value == null ? otherwise : DurationStyle.detectAndParse(value);
    }

    Path data() {
        return Path.of(settings.getProperty("casebridge.data", "data")).toAbsolutePath().normalize();
    }

    boolean inData(String file) {
        return Path.of(file).toAbsolutePath().normalize().startsWith(data());
    }

    /** A setting that names a file which others can read; a key that is written in the setting itself is no file. */
    boolean exposed(String name) {
        var file = said(name);
        return file != null && !file.contains("\n") && !file.startsWith("-----") && machine.readable().test(Path.of(file));
    }

    /** A key written in a setting that nobody made by chance: 32 random bytes have some 30 different ones, a word or a row of zeros has few. */
    boolean weak(String name) {
        var key = said(name);
        if (key == null) {
            return false;
        }
        try {
            var bytes = java.util.Base64.getDecoder().decode(key);
            return java.util.stream.IntStream.range(0, bytes.length).map(it -> bytes[it]).distinct().count() < 16;
        } catch (IllegalArgumentException noKey) {
            return true;
        }
    }

    /** Whether the database is on another machine, so that the way to it is a network. */
    boolean remote() {
        var url = said("casebridge.db.url");
        return url != null && !url.matches("jdbc:postgresql://(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1])[:/].*");
    }

    /** Any setting whose name begins so and whose value is one of these. */
    boolean any(String beginning, Collection<String> values) {
        return settings.getPropertySources().stream().filter(EnumerablePropertySource.class::isInstance).map(EnumerablePropertySource.class::cast)
                .flatMap(it -> java.util.Arrays.stream(it.getPropertyNames()))
                .filter(it -> it.toLowerCase().replace('_', '.').startsWith(beginning))
                .anyMatch(it -> values.contains(String.valueOf(settings.getProperty(it)).toLowerCase()));
    }
}
