package org.casebridge;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The code obeys docs/map.txt. */
class MapTest {

    private static final Pattern MODULE = Pattern.compile("(\\w+)(?:\\(([^)]*)\\))?");

    private final ApplicationModules modules = ApplicationModules.of(Casebridge.class);

    @Test
    void modules_keep_their_insides_to_themselves_and_have_no_cycles() {
        modules.verify();
    }

    @Test
    void modules_use_only_what_is_above_them_on_the_map() throws IOException {
        var allowed = map();

        assertThat(allowed.keySet()).containsAll(modules.stream().map(it -> it.getIdentifier().toString()).collect(toSet()));
        for (var module : modules) {
            var used = module.getDirectDependencies(modules).stream().map(it -> it.getTargetModule().getIdentifier().toString()).collect(toSet());
            assertThat(allowed.get(module.getIdentifier().toString())).as("%s may use", module.getIdentifier()).containsAll(used);
        }
    }

    private static Map<String, Set<String>> map() throws IOException {
        var allowed = new HashMap<String, Set<String>>();
        var above = new HashSet<String>();
        for (var line : Files.readAllLines(Path.of("docs/map.txt"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            var beside = new HashMap<String, Set<String>>();
            MODULE.matcher(line.substring(line.indexOf(' '))).results()
                    .forEach(it -> beside.put(it.group(1), it.group(2) == null ? Set.of() : Set.of(it.group(2).split(" "))));
            beside.forEach((module, neighbours) -> {
                var mayUse = new HashSet<>(above);
                mayUse.addAll(neighbours);
                allowed.put(module, mayUse);
            });
            above.addAll(beside.keySet());
        }
        return allowed;
    }
}
