package org.casebridge.directory.hsds;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Judges what a directory publishes by HSDS 3.1: what must be there, what each field may hold, and whether a page of a list says what is in it. The
 * standard's conformance rules ask for {@code /}, {@code /services} and {@code /services/{id}}; a fault elsewhere is a warning. An id that is no UUID, and
 * what the standard has required only since 3.1, is a note: it tells the publisher, and changes no verdict.
 */
public final class Judge {

    /** From light to grave. */
    public enum Verdict { PASSED, WARNED, FAILED }

    /** What is wrong, and where (JSON pointer, RFC 6901). {@code counts}: it changes the verdict. */
    public record Fault(String pointer, String reason, boolean counts) {}

    /** {@code what} is the endpoint that the answer is one of; null when it is none of HSDS's, and then there is no verdict either. */
    public record Judgement(@Nullable String what, Verdict verdict, List<Fault> faults) {}

    private static final Set<String> MUST = Set.of("service", "about");
    /** Required since 3.1, and not in the profiles of 3.0. */
    private static final Set<String> SINCE = Set.of("organization_identifier.identifier_type");

    private final List<Fault> faults = new ArrayList<>();

    private Judge() {}

    public static Judgement of(JsonNode answer) {
        var judge = new Judge();
        var what = judge.top(answer);
        boolean faulty = judge.faults.stream().anyMatch(Fault::counts);
        return new Judgement(what, !faulty || what == null ? Verdict.PASSED : MUST.contains(what) ? Verdict.FAILED : Verdict.WARNED, List.copyOf(judge.faults));
    }

    private @Nullable String top(JsonNode answer) {
        if (answer.isObject() && answer.has("version") && (answer.has("openapi_url") || answer.has("profile"))) {
            for (var name : List.of("version", "profile", "openapi_url")) {
                var value = answer.path(name);
                if (!value.isString()) {
                    fault("/" + name, "This must be there, as text.");
                } else if (!name.equals("version") && Writing.value(new Shape.Field(Shape.Holds.URI, List.of()), value.asString()) == null) {
                    fault("/" + name, "“" + value.asString() + "” is no URI.");
                }
            }
            return "about";
        }
        if (answer.isObject() && answer.path("contents").isArray()) {
            page(answer);
            String what = null;
            for (int i = 0; i < answer.path("contents").size(); i++) {
                what = what == null ? shape(answer.path("contents").get(i)) : what;
                if (what != null) {
                    object(Shape.of(what), answer.path("contents").get(i), "/contents/" + i);
                }
            }
            return what;
        }
        var what = answer.isObject() ? shape(answer) : null;
        if (what != null) {
            object(Shape.of(what), answer, "");
        }
        return what;
    }

    private void page(JsonNode page) {
        for (var name : List.of("total_items", "total_pages", "page_number", "size")) {
            if (page.has(name) && !page.path(name).isIntegralNumber()) {
                fault("/" + name, "This must be a whole number.");
            }
        }
        for (var name : List.of("first_page", "last_page", "empty")) {
            if (page.has(name) && !page.path(name).isBoolean()) {
                fault("/" + name, "This must be true or false.");
            }
        }
        int here = page.path("contents").size();
        if (page.path("size").isIntegralNumber() && page.path("size").asInt() != here) {
            note("/size", "This says %d, and %d are here.".formatted(page.path("size").asInt(), here));
        }
        if (page.path("empty").isBoolean() && page.path("empty").asBoolean() != (here == 0)) {
            note("/empty", "This says %s, and %d are here.".formatted(page.path("empty").asBoolean(), here));
        }
    }

    /** By the fields that only one of them has. */
    private static @Nullable String shape(JsonNode node) {
        if (node.has("id") && node.path("service").isObject() || node.has("location") || node.has("location_id") && node.has("service_id")) {
            return "service_at_location";
        }
        if (node.has("status") || node.has("service_at_locations") || node.has("organization")) {
            return "service";
        }
        if (node.has("taxonomy_detail") || node.has("term_uri") || node.has("taxonomy") || node.has("taxonomy_id")) {
            return "taxonomy_term";
        }
        if (node.has("organization_identifiers") || node.has("website") || node.has("legal_status") || node.has("services") || node.has("logo")) {
            return "organization";
        }
        return node.has("version") && node.has("id") || node.has("uri") && node.has("id") ? "taxonomy" : null;
    }

    private void object(Shape shape, JsonNode node, String pointer) {
        if (!node.isObject()) {
            fault(pointer, "Here must be an object: " + shape.name() + ".");
            return;
        }
        for (var name : shape.required()) {
            if (node.path(name).isMissingNode() || node.path(name).isNull()) {
                if (SINCE.contains(shape.name() + "." + name)) {
                    note(pointer, "There is no " + name + ", which HSDS 3.1 requires of " + shape.name() + ".");
                } else {
                    fault(pointer, "There is no " + name + ", which " + shape.name() + " must have.");
                }
            }
        }
        node.properties().forEach(it -> {
            var at = pointer + "/" + it.getKey().replace("~", "~0").replace("/", "~1");
            var value = it.getValue();
            if (value.isNull()) {
                return;
            }
            if (shape.fields().containsKey(it.getKey())) {
                field(shape.fields().get(it.getKey()), value, at);
            } else if (shape.objects().containsKey(it.getKey())) {
                object(Shape.of(shape.objects().get(it.getKey())), value, at);
            } else if (shape.lists().containsKey(it.getKey())) {
                if (!value.isArray()) {
                    fault(at, "Here must be a list.");
                }
                for (int i = 0; i < (value.isArray() ? value.size() : 0); i++) {
                    object(Shape.of(shape.lists().get(it.getKey())), value.get(i), at + "/" + i);
                }
            }
        });
    }

    private void field(Shape.Field field, JsonNode value, String at) {
        if (value.isContainer()) {
            fault(at, "Here must be one value.");
        } else if (field.holds() == Shape.Holds.NUMBER) {
            if (!value.isNumber()) {
                fault(at, "“" + value.asString("") + "” is no number.");
            }
        } else if (!value.isString()) {
            fault(at, "Here must be text.");
        } else if (Writing.value(field, value.asString()) == null) {
            var reason = "“" + value.asString() + "” is no " + switch (field.holds()) {
                case URI -> "URI.";
                case EMAIL -> "e-mail address.";
                case MOMENT -> "date and time with its offset (RFC 3339).";
                case UUID -> "UUID.";
                default -> "word that may stand here: " + String.join(", ", field.words()) + ".";
            };
            if (field.holds() == Shape.Holds.UUID) {
                note(at, reason);
            } else {
                fault(at, reason);
            }
        }
    }

    private void fault(String pointer, String reason) {
        faults.add(new Fault(pointer, reason, true));
    }

    private void note(String pointer, String reason) {
        faults.add(new Fault(pointer, reason, false));
    }
}
