package org.casebridge.interop.fhir;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.zip.ZipException;
import org.casebridge.console.Problem;
import org.casebridge.interop.files.Bytes;
import org.casebridge.interop.files.Faulty;
import org.casebridge.interop.files.Spot;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The resources of one file: a resource, a Bundle, or NDJSON with one of these a line, compressed or not. What would overwhelm a parser is refused before
 * any parser of FHIR sees it: resources nested more than 64 levels deep or larger than 5 MB, and the HTML of narratives, which is dropped unread.
 */
final class FhirFile {

    private static final int DEEPEST = 64;
    private static final int LARGEST = 5 * 1024 * 1024;
    /** A Bundle is held in memory as a whole; larger exports come as NDJSON. */
    private static final int LARGEST_BUNDLE = 128 * 1024 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxStringLength(LARGEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final String name;
    private final List<Problem> problems;
    private final BiConsumer<Spot, ObjectNode> each;

    private FhirFile(String name, List<Problem> problems, BiConsumer<Spot, ObjectNode> each) {
        this.name = name;
        this.problems = problems;
        this.each = each;
    }

    /** Hands over each resource with its place; what cannot be read is added to the problems, and reading goes on with the next line. */
    static void read(Path file, String name, List<Problem> problems, BiConsumer<Spot, ObjectNode> each) {
        var reading = new FhirFile(name, problems, each);
        try (var in = Bytes.open(file)) {
            reading.lines(in, file);
        } catch (Faulty faulty) {
            problems.addAll(faulty.problems());
        } catch (ZipException | EOFException broken) {
            problems.add(Problem.in(name, "This gzip file is damaged or cut off."));
        } catch (IOException unreadable) {
            problems.add(Problem.in(name, "This file cannot be read: " + unreadable.getMessage() + "."));
        }
    }

    /** A first line that is a whole JSON object makes the file NDJSON, whatever it is called. */
    private void lines(InputStream in, Path file) throws IOException {
        long number = 0;
        boolean any = false;
        for (var bytes = line(in); bytes != null; bytes = line(in)) {
            number++;
            var text = Bytes.text(bytes).strip();
            if (text.isEmpty()) {
                continue;
            }
            if (!any && !name.toLowerCase(java.util.Locale.ROOT).contains("ndjson") && !whole(text)) {
                document(Bytes.text(file, name));
                return;
            }
            any = true;
            var spot = Spot.line(name, number);
            var node = parse(text, spot);
            if (node != null) {
                top(node, text.length(), spot);
            }
        }
        if (!any) {
            problems.add(Problem.in(name, "This file is empty."));
        }
    }

    private void document(String text) {
        var node = parse(text, Spot.of(name));
        if (node != null) {
            top(node, text.length(), Spot.of(name));
        }
    }

    private void top(JsonNode node, int length, Spot spot) {
        if (node instanceof ObjectNode bundle && "Bundle".equals(bundle.path("resourceType").asString(""))) {
            var entries = bundle.path("entry");
            for (int i = 0; i < entries.size(); i++) {
                var at = spot.at("/entry/" + i + "/resource");
                var resource = entries.get(i).path("resource");
                if (resource instanceof ObjectNode object) {
                    object.put("fullUrl", entries.get(i).path("fullUrl").asString(""));
                    resource(object, object.toString().length(), at);
                } else if (!resource.isMissingNode()) {
                    problems.add(at.problem("Here should be a resource."));
                }
            }
        } else if (node instanceof ObjectNode object) {
            resource(object, length, spot);
        } else {
            problems.add(spot.problem("This is no FHIR resource: it must be a JSON object with a resourceType."));
        }
    }

    private void resource(ObjectNode resource, int length, Spot spot) {
        if (length > LARGEST) {
            problems.add(spot.problem("This resource is larger than %d MB.".formatted(LARGEST >> 20)));
        } else if (!resource.path("resourceType").isString()) {
            problems.add(spot.problem("This is no FHIR resource: it has no resourceType."));
        } else if (nul(resource)) {
            problems.add(spot.problem("This resource holds a NUL character, which no text may hold."));
        } else {
            resource.remove("text");
            resource.path("contained").forEach(it -> {
                if (it instanceof ObjectNode inner) {
                    inner.remove("text");
                }
            });
            each.accept(spot, resource);
        }
    }

    private @Nullable JsonNode parse(String text, Spot spot) {
        try {
            return JSON.readTree(text);
        } catch (StreamConstraintsException limit) {
            problems.add(spot.problem(limit.getOriginalMessage().contains("nesting") ? "This is nested more than %d levels deep.".formatted(DEEPEST)
                    : "A value here is larger than %d MB.".formatted(LARGEST >> 20)));
        } catch (JacksonException malformed) {
            var at = spot.line() != null || malformed.getLocation() == null || malformed.getLocation().getLineNr() < 1 ? spot : Spot.line(name, malformed.getLocation().getLineNr());
            problems.add(at.problem("This is not valid JSON: " + malformed.getOriginalMessage().lines().findFirst().orElse("it cannot be read") + "."));
        }
        return null;
    }

    private static boolean whole(String text) {
        try {
            return JSON.readTree(text).isObject();
        } catch (StreamConstraintsException limit) {
            return true;
        } catch (JacksonException part) {
            return false;
        }
    }

    private static boolean nul(JsonNode node) {
        if (node.isString()) {
            return node.asString().indexOf('\0') >= 0;
        }
        for (var inner : node) {
            if (nul(inner)) {
                return true;
            }
        }
        return false;
    }

    /** Up to the next line feed; null at the end. */
    private byte @Nullable [] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream(4096);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            line.write(next);
            if (line.size() > LARGEST_BUNDLE) {
                throw new Faulty(Problem.in(name, "A line of this file is larger than %d MB.".formatted(LARGEST_BUNDLE >> 20)));
            }
            next = in.read();
        }
        return line.toByteArray();
    }
}
