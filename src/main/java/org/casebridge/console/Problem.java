package org.casebridge.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Why something was refused, and where: the file, and the line in it counted from 1, as far as they are known. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(@Nullable String file, @Nullable Long line, String reason) {

    public static Problem of(String reason) {
        return new Problem(null, null, reason);
    }

    public static Problem in(String file, String reason) {
        return new Problem(file, null, reason);
    }

    public static Problem at(String file, long line, String reason) {
        return new Problem(file, line, reason);
    }

    /** As compilers say it, so that editors can follow it: {@code clients.csv:12: There is no 31 February.} */
    @Override
    public String toString() {
        return (file == null ? "" : file + ":") + (line == null ? "" : line + ":") + (file == null ? "" : " ") + reason;
    }
}
