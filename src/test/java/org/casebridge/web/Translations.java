package org.casebridge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All Spanish sentences by their English, for the tests of words. */
public final class Translations {

    private Translations() {}

    /** Sentences that two files translate, and differently: which of them people read would be chance. */
    public static Map<String, Set<String>> disputed() {
        var all = new TreeMap<String, Set<String>>();
        read((english, spanish) -> all.computeIfAbsent(english, _ -> new TreeSet<>()).add(spanish));
        all.values().removeIf(it -> it.size() == 1);
        return all;
    }

    public static Map<String, String> spanish() {
        var all = new LinkedHashMap<String, String>();
        read(all::put);
        return all;
    }

    private static void read(BiConsumer<String, String> each) {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:say/es/*.po")) {
                Catalogue.entries(file.getContentAsString(StandardCharsets.UTF_8)).forEach(each);
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
