package org.casebridge.questionnaires.page;

import org.casebridge.questionnaires.Place;
import org.jspecify.annotations.Nullable;

/** The name and id of a place's form field: {@code item-} and the place, in which whatever HTML or a form would not take is written as {@code _hex_}. */
public final class FieldName {

    public static final String PREFIX = "item-";
    /** The field beside it: the unit of a number, the text of another answer than those offered. */
    public static final String UNIT = "~unit";
    public static final String OTHER = "~other";

    private FieldName() {}

    public static String of(Place place) {
        var name = new StringBuilder(PREFIX);
        place.toString().codePoints().forEach(it -> {
            if (it < 128 && (Character.isLetterOrDigit(it) || it == '-' || it == '.' || it == '@')) {
                name.appendCodePoint(it);
            } else {
                name.append('_').append(Integer.toHexString(it)).append('_');
            }
        });
        return name.toString();
    }

    /** Null for what is no such name. */
    public static @Nullable Place place(String name) {
        if (!name.startsWith(PREFIX)) {
            return null;
        }
        var written = new StringBuilder();
        for (int i = PREFIX.length(); i < name.length(); i++) {
            if (name.charAt(i) != '_') {
                written.append(name.charAt(i));
                continue;
            }
            int end = name.indexOf('_', i + 1);
            if (end < 0 || !name.substring(i + 1, end).matches("[0-9a-f]{1,6}") || !Character.isValidCodePoint(Integer.parseInt(name.substring(i + 1, end), 16))) {
                return null;
            }
            written.appendCodePoint(Integer.parseInt(name.substring(i + 1, end), 16));
            i = end;
        }
        return Place.parse(written.toString());
    }
}
