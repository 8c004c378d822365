package org.casebridge.directory.hsds;

import static org.casebridge.access.Permission.ANYONE;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.directory.hsds.PublicDirectory.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import tools.jackson.databind.json.JsonMapper;

/** The public interface of HSDS 3.1, to read: {@code /hsds}, lists in pages, each object whole. What cannot be read in a question is answered with 400 and a sentence. */
@Controller
class HsdsController {

    private static final Map<String, String> SHAPES = Map.of("services", "service", "organizations", "organization", "service_at_locations", "service_at_location",
            "taxonomies", "taxonomy", "taxonomy_terms", "taxonomy_term");
    private static final Set<String> TRUE = Set.of("true", "1", "yes", "");
    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final PublicDirectory directory;
    private final JsonMapper json;

    HsdsController(PublicDirectory directory, JsonMapper json) {
        this.directory = directory;
        this.json = json;
    }

    @GetMapping("/hsds")
    @Requires(ANYONE)
    View about() {
        var about = new LinkedHashMap<String, Object>();
        about.put("version", "3.1");
        about.put("profile", "https://docs.openreferral.org/en/3.1/hsds/");
        about.put("openapi_url", "https://raw.githubusercontent.com/openreferral/specification/3.1/schema/openapi.json");
        return answer(HttpStatus.OK, about);
    }

    @GetMapping("/hsds/{hsds}")
    @Requires(ANYONE)
    View list(@PathVariable String hsds, HttpServletRequest request) {
        var shape = SHAPES.get(hsds);
        if (shape == null) {
            return none();
        }
        try {
            var format = text(request, "format");
            if (format != null && !format.equals("json")) {
                throw new Unreadable("format: only json is written here.");
            }
            int page = number(request, "page", 1, 1, 1_000_000);
            int size = number(request, "per_page", USUAL, 1, MOST);
            var found = directory.ids(shape, asked(request), page, size);
            var contents = truth(request, "minimal") && shape.equals("service")
                    ? directory.services(found.ids(), false).stream().map(it -> pick(it, "id", "name", "status", "last_modified")).toList()
                    : directory.all(shape, found.ids(), truth(request, "full") || truth(request, "full_service"));
            int pages = (found.all() + size - 1) / size;
            var answer = new LinkedHashMap<String, Object>();
            answer.put("total_items", found.all());
            answer.put("total_pages", pages);
            answer.put("page_number", page);
            answer.put("size", contents.size());
            answer.put("first_page", page == 1);
            answer.put("last_page", page >= pages);
            answer.put("empty", contents.isEmpty());
            answer.put("contents", contents);
            return answer(HttpStatus.OK, answer);
        } catch (Unreadable wrong) {
            return answer(HttpStatus.BAD_REQUEST, Map.of("error", String.valueOf(wrong.getMessage())));
        }
    }

    @GetMapping("/hsds/{hsds}/{object}")
    @Requires(ANYONE)
    View one(@PathVariable String hsds, @PathVariable String object) {
        var id = uuid(object);
        var shape = SHAPES.get(hsds);
        return id == null || shape == null ? none() : directory.one(shape, id).map(it -> answer(HttpStatus.OK, it)).orElseGet(this::none);
    }

    private View none() {
        return answer(HttpStatus.NOT_FOUND, Map.of("error", "There is nothing at this address."));
    }

    private static Asked asked(HttpServletRequest request) {
        var metres = text(request, "proximity");
        if (metres != null && !metres.matches("\\d{1,8}(\\.\\d{1,3})?")) {
            throw new Unreadable("proximity: write metres as a number.");
        }
        if (metres != null && text(request, "postcode") == null) {
            throw new Unreadable("proximity: name a postcode, from which to measure.");
        }
        return new Asked(text(request, "search"), id(request, "taxonomy_term_id"), id(request, "taxonomy_id"), id(request, "organization_id"), moment(request),
                text(request, "postcode"), metres == null ? null : Double.valueOf(metres), truth(request, "top_only"), id(request, "parent_id"));
    }

    private static @Nullable OffsetDateTime moment(HttpServletRequest request) {
        var text = text(request, "modified_after");
        try {
            return text == null ? null : text.length() == "2026-01-01".length() ? LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC) : OffsetDateTime.parse(text.replace(' ', '+'));
        } catch (DateTimeException wrong) {
            throw new Unreadable("modified_after: write a date, or a date and time with its offset, like 2026-01-31T00:00:00Z.");
        }
    }

    private static @Nullable UUID id(HttpServletRequest request, String name) {
        var text = text(request, name);
        if (text != null && uuid(text) == null) {
            throw new Unreadable(name + ": this is no id of this directory; ids are UUIDs.");
        }
        return text == null ? null : uuid(text);
    }

    private static @Nullable UUID uuid(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(text) : null;
    }

    private static int number(HttpServletRequest request, String name, int usual, int least, int most) {
        var text = text(request, name);
        if (text == null) {
            return usual;
        }
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new Unreadable("%s: write a whole number from %d to %d.".formatted(name, least, most));
        }
        return Integer.parseInt(text);
    }

    private static boolean truth(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value != null && TRUE.contains(value.strip().toLowerCase(java.util.Locale.ROOT));
    }

    private static @Nullable String text(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null || value.isBlank() ? null : value.replace("\0", "").strip();
    }

    private static Map<String, Object> pick(Map<String, Object> from, String... names) {
        var picked = new LinkedHashMap<String, Object>();
        for (var name : names) {
            picked.put(name, from.get(name));
        }
        return picked;
    }

    private View answer(HttpStatus status, Map<String, Object> body) {
        return (_, _, response) -> {
            var bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
            response.setStatus(status.value());
            response.setContentType("application/json;charset=utf-8");
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        };
    }

    private static final class Unreadable extends RuntimeException {
        Unreadable(String sentence) {
            super(sentence, null, false, false);
        }
    }
}
