package org.casebridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.casebridge.kernel.Worded;
import org.casebridge.web.Translations;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Every sentence that a person sees is translated, and nothing is translated that nobody sees. */
class WordsTest {

    /** Calls whose first argument is a sentence: say("…"), Sentence.of("…"), Refused.x("…"), form.refuse("field", "…"), Chip.of("icon", "…"), message = "…". */
    private static final Pattern SENTENCE = Pattern.compile(
            "(?:\\bsay\\(|\\bsentence\\(|Sentence\\.of\\(|Refused\\.(?:notFound|forbidden|invalid|conflict)\\(|message\\s*=\\s*|\\brefuse\\(\\s*[^,\"]*(?:\"[^\"]*\")?[^,\"]*,|Chip\\.(?:of|flag)\\(\\s*\"[^\"]*\",|new ClientTab\\(\\s*\\d+,\\s*\"[^\"]*\",|new HeadNote\\.Action\\(\\s*\\d+,|new Action\\(\\s*\\d+,)\\s*"
            + "((?:[^;\"()]*\\?\\s*|)\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*\"(?:[^\"\\\\]|\\\\.)*\")*(?:\\s*:\\s*\"(?:[^\"\\\\]|\\\\.)*\")*)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    @Test
    void every_sentence_has_its_spanish() throws Exception {
        var missing = new TreeSet<>(used());
        missing.removeAll(Translations.spanish().keySet());
        assertThat(missing).isEmpty();
    }

    @Test
    void no_translation_is_left_over() throws Exception {
        var left = new TreeSet<>(Translations.spanish().keySet());
        left.removeAll(used());
        var text = sources();
        left.removeIf(it -> text.contains("\"" + it.replace("\"", "\\\"") + "\""));
        assertThat(left).isEmpty();
    }

    @Test
    void one_sentence_has_one_spanish() {
        assertThat(Translations.disputed()).isEmpty();
    }

    @Test
    void both_sides_have_the_same_values() {
        Translations.spanish().forEach((english, spanish) ->
                assertThat(names(spanish)).as(english).isEqualTo(names(english)));
    }

    @Test
    void templates_hold_no_words_of_their_own() throws IOException {
        var bare = new ArrayList<String>();
        for (var file : files("src/main/jte", ".jte")) {
            var text = Files.readString(file)
                    .replaceAll("(?s)<%--.*?--%>|<!--.*?-->", " ")
                    .replaceAll("(?m)^@(import|param).*$", " ")
                    .replaceAll("!\\{[^\\n]*\\}", " ");
            text = withoutExpressions(text);
            var words = Pattern.compile("(?:^|>)([^<>@]*[A-Za-z]{3,}[^<>@]*)<").matcher(text);
            while (words.find()) {
                if (!words.group(1).strip().matches("(?:Casebridge|English|Español|FHIR R4|\\W)*")) {
                    bare.add(file.getFileName() + ": " + words.group(1).strip());
                }
            }
            var attributes = Pattern.compile("(?:placeholder|aria-label|title|alt)=\"([^\"$]*[A-Za-z]{3,}[^\"$]*)\"").matcher(text);
            while (attributes.find()) {
                bare.add(file.getFileName() + ": " + attributes.group(1));
            }
        }
        assertThat(bare).isEmpty();
    }

    private static Set<String> used() throws Exception {
        var used = new TreeSet<String>();
        var found = SENTENCE.matcher(sources());
        while (found.find()) {
            var joined = found.group(1).replaceAll("\"\\s*\\+\\s*\"", "");
            var literals = LITERAL.matcher(joined);
            while (literals.find()) {
                var sentence = literals.group(1).replace("\\\"", "\"").replace("\\n", "\n");
                if (!sentence.isBlank() && Pattern.compile("\\p{L}").matcher(sentence).find()) {
                    used.add(sentence);
                }
            }
        }
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(org.springframework.beans.factory.annotation.AnnotatedBeanDefinition bean) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(Worded.class));
        used.addAll(library());
        for (var bean : scanner.findCandidateComponents("org.casebridge")) {
            var type = Class.forName(bean.getBeanClassName());
            if (type.isEnum()) {
                for (var constant : type.getEnumConstants()) {
                    used.add(((Worded) constant).words());
                }
            }
        }
        return used;
    }

    /** The words of the library that are held as data: titles of instruments; bands, parts, critical answers and offers of their scorings. */
    private static Set<String> library() throws IOException {
        var json = tools.jackson.databind.json.JsonMapper.shared();
        var words = new TreeSet<String>();
        for (var file : files("src/main/resources/instruments", ".json")) {
            words.add(json.readTree(file).path("title").asString());
        }
        for (var file : files("src/main/resources/scorings", ".json")) {
            var scoring = json.readTree(file);
            for (var name : List.of("name", "meaning", "label", "why")) {
                scoring.findValues(name).forEach(it -> words.add(it.asString()));
            }
            scoring.findValues("words").forEach(list -> list.forEach(it -> words.add(it.asString())));
        }
        return words;
    }

    private static String sources() throws IOException {
        var all = new StringBuilder();
        for (var file : files("src/main/java", ".java")) {
            all.append(Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", " ")).append('\n');
        }
        for (var file : files("src/main/jte", ".jte")) {
            all.append(Files.readString(file)).append('\n');
        }
        return all.toString();
    }

    private static List<Path> files(String root, String ending) throws IOException {
        try (var walk = Files.walk(Path.of(root))) {
            return walk.filter(it -> it.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static Map<String, MessagePattern.ArgType> names(String text) {
        var names = new LinkedHashMap<String, MessagePattern.ArgType>();
        var pattern = new MessagePattern(text);
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_START) {
                names.put(pattern.getSubstring(pattern.getPart(i + 1)), pattern.getPart(i).getArgType());
            }
        }
        return names;
    }

    /** Takes out ${…} with its inner braces, and lines that steer the template. */
    private static String withoutExpressions(String text) {
        var kept = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("${", i)) {
                int depth = 0;
                boolean quoted = false;
                for (; i < text.length(); i++) {
                    char c = text.charAt(i);
                    if (c == '"' && text.charAt(i - 1) != '\\') {
                        quoted = !quoted;
                    }
                    depth += quoted ? 0 : c == '{' ? 1 : c == '}' ? -1 : 0;
                    if (depth == 0 && c == '}' && !quoted) {
                        break;
                    }
                }
            } else if (text.startsWith("@template.", i) || text.startsWith("@if(", i) || text.startsWith("@elseif(", i) || text.startsWith("@for(", i)) {
                i = text.indexOf('(', i);
                int depth = 0;
                boolean quoted = false;
                for (; i < text.length(); i++) {
                    char c = text.charAt(i);
                    if (c == '"' && text.charAt(i - 1) != '\\') {
                        quoted = !quoted;
                    }
                    depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
                    if (text.startsWith("@`", i) || depth == 0 && c == ')' && !quoted) {
                        break;
                    }
                }
            } else {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString().replaceAll("@(else|endif|endfor|raw|endraw)|`\\)|@`", " ");
    }
}
