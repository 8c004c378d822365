package org.casebridge.directory.hsds;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes what an entry says as an object of HSDS 3.1: only what the standard's schemas admit; what they require and nobody said is empty text. */
final class Writing {

    private Writing() {}

    /** One-to-one fields alone, as in lists. References to other entries are left to the caller. */
    static Map<String, Object> plain(String shape, UUID id, Map<String, Object> said) {
        var written = write(Shape.of(shape), id, said, false);
        return written == null ? Map.of() : written;
    }

    /** With the lists that belong to it. */
    static Map<String, Object> full(String shape, UUID id, Map<String, Object> said) {
        var written = write(Shape.of(shape), id, said, true);
        return written == null ? Map.of() : written;
    }

    /** Null when something that must be there and is no text is not: a capacity without a number says nothing. */
    private static @Nullable Map<String, Object> write(Shape shape, UUID id, Map<String, Object> said, boolean lists) {
        var written = new LinkedHashMap<String, Object>();
        written.put("id", id.toString());
        for (var field : shape.fields().entrySet()) {
            var name = field.getKey();
            if (name.equals("id") || field.getValue().holds() == Shape.Holds.UUID) {
                continue;
            }
            var value = value(field.getValue(), text(shape, name, said));
            if (value == null && shape.required().contains(name)) {
                value = switch (field.getValue().holds()) {
                    case TEXT -> "";
                    case ONE_OF -> field.getValue().words().getFirst();
                    default -> null;
                };
                if (value == null) {
                    return null;
                }
            }
            if (value != null) {
                written.put(name, value);
            }
        }
        if (shape.name().equals("service_capacity")) {
            var unit = said.get("unit") instanceof String name && !name.isBlank() ? name.strip() : "places";
            written.put("unit", Map.of("id", within(id, "unit " + unit).toString(), "name", unit));
        }
        if (lists) {
            shape.lists().forEach((name, of) -> {
                var items = items(Shape.of(of), id, name, said.get(name));
                if (!items.isEmpty() && !name.equals("attributes")) {
                    written.put(name, items);
                }
            });
        }
        return written;
    }

    private static List<Map<String, Object>> items(Shape of, UUID owner, String name, @Nullable Object said) {
        var items = new ArrayList<Map<String, Object>>();
        if (said instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Map<?, ?> item) {
                    var fields = new LinkedHashMap<String, Object>();
                    item.forEach((key, value) -> fields.put(String.valueOf(key), value));
                    var written = write(of, within(owner, name + " " + i), fields, true);
                    if (written != null) {
                        items.add(written);
                    }
                }
            }
        }
        return items;
    }

    /** An id for what has none of its own: always the same for the same thing of the same owner (RFC 9562, version 3). */
    static UUID within(UUID owner, String what) {
        return UUID.nameUUIDFromBytes((owner + " " + what).getBytes(StandardCharsets.UTF_8));
    }

    /** HSDS 3.1 knows only weeks and months; every day is a week of all days, and a day of every year stands in its dates. */
    private static @Nullable String text(Shape shape, String name, Map<String, Object> said) {
        var value = said.get(name) == null || said.get(name) instanceof List || said.get(name) instanceof Map ? null : said.get(name).toString().strip();
        if (shape.name().equals("schedule") && "DAILY".equals(said.get("freq"))) {
            return name.equals("freq") ? "WEEKLY" : name.equals("byday") && value == null ? "MO,TU,WE,TH,FR,SA,SU" : value;
        }
        if (shape.name().equals("phone") && name.equals("description") && said.get("extension") instanceof Object extension && value(new Shape.Field(Shape.Holds.NUMBER, List.of()), extension.toString()) == null) {
            return value == null ? "ext. " + extension : value + " (ext. " + extension + ")";
        }
        return value == null || value.isEmpty() ? null : value;
    }

    static @Nullable Object value(Shape.Field field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        return switch (field.holds()) {
            case TEXT -> text;
            case NUMBER -> text.matches("-?\\d{1,18}(\\.\\d{1,18})?") ? new BigDecimal(text) : null;
            case EMAIL -> text.matches("[^\\s@<>\"]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+") ? text : null;
            case URI -> uri(text);
            case UUID -> text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? text : null;
            case MOMENT -> moment(text);
            case ONE_OF -> field.words().contains(text) ? text : null;
        };
    }

    private static @Nullable String uri(String text) {
        try {
            var uri = new java.net.URI(text);
            return uri.isAbsolute() ? text : null;
        } catch (java.net.URISyntaxException no) {
            return null;
        }
    }

    private static @Nullable String moment(String text) {
        try {
            return OffsetDateTime.parse(text).toString().replaceFirst("T(\\d{2}:\\d{2})(Z|[+-])", "T$1:00$2");
        } catch (DateTimeException no) {
            return null;
        }
    }
}
