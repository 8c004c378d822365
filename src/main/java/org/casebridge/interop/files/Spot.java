package org.casebridge.interop.files;

import org.casebridge.console.Problem;
import org.jspecify.annotations.Nullable;

/** Where something stands: the file, and in it the line (counted from 1) or the JSON pointer (RFC 6901), as far as they are known. */
public record Spot(String file, @Nullable Long line, @Nullable String pointer) {

    public static Spot of(String file) {
        return new Spot(file, null, null);
    }

    public static Spot line(String file, long line) {
        return new Spot(file, line, null);
    }

    public Spot at(String pointer) {
        return new Spot(file, line, pointer);
    }

    public Problem problem(String reason) {
        var said = pointer == null || pointer.isEmpty() ? reason : "at " + pointer + ": " + reason;
        return new Problem(file, line, said);
    }

    @Override
    public String toString() {
        return file + (line == null ? "" : ", line " + line) + (pointer == null ? "" : ", " + pointer);
    }
}
