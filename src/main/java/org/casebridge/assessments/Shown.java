package org.casebridge.assessments;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a page of a draft showed when it was filled in, as marks by field (the beginning of a SHA-256 is enough to tell texts apart), and which of two texts its reader settled for:
 * theirs of the page (true), or the other (false).
 */
public record Shown(Map<String, String> marks, Map<String, Boolean> settled) {

    /** Sent by a page that showed nothing: what it says holds. */
    public static final Shown NOTHING = new Shown(Map.of(), Map.of());

    private static final int LETTERS = 12;

    public Shown {
        marks = Map.copyOf(marks);
        settled = Map.copyOf(settled);
    }

    /** Reads what {@link #written} wrote; anything else is as if nothing had been shown. */
    public static Shown read(String written, Map<String, Boolean> settled) {
        var marks = new TreeMap<String, String>();
        for (var one : written.split(" ")) {
            int at = one.lastIndexOf('=');
            if (at > 0 && one.length() - at - 1 == LETTERS) {
                marks.put(one.substring(0, at), one.substring(at + 1));
            }
        }
        return new Shown(marks, settled);
    }

    /**
     * The marks for the page that answers: of what stands now where the page says so too; of what it showed before where it says something else, so that it never
     * takes the place of a text that its reader has not seen.
     */
    public String written(Map<String, String> now, Map<String, String> typed) {
        return now.entrySet().stream().map(it -> it.getKey() + "=" + (marks.containsKey(it.getKey()) && !typed.getOrDefault(it.getKey(), "").strip().equals(it.getValue()) ? marks.get(it.getKey()) : mark(it.getValue())))
                .collect(Collectors.joining(" "));
    }

    boolean nothing() {
        return marks.isEmpty() && settled.isEmpty();
    }

    /** A field without a mark was empty. */
    boolean showed(String field, String value) {
        return marks.containsKey(field) ? mark(value).equals(marks.get(field)) : value.isEmpty();
    }

    @Nullable Boolean settled(String field) {
        return settled.get(field);
    }

    private static String mark(String value) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8))).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
