package org.casebridge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All Spanish sentences by their English, for the tests of words. */
public final class Translations {

    private Translations() {}

    public static Map<String, String> spanish() {
        try {
            var all = new LinkedHashMap<String, String>();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:say/es/*.po")) {
                all.putAll(Catalogue.entries(file.getContentAsString(StandardCharsets.UTF_8)));
            }
            return all;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
