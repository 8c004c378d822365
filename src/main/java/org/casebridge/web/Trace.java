package org.casebridge.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A failure as the log tells it: of what kind and where, without its words, which may hold what somebody typed or what stands in a row (OWASP ASVS 5.0, 16.2.5). */
final class Trace {

    private static final int DEEPEST = 8;
    private static final int LONGEST = 60;

    private Trace() {}

    static String of(Throwable problem) {
        var lines = new StringBuilder();
        @Nullable Throwable each = problem;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            lines.append(depth == 0 ? "" : "\ncaused by ").append(each.getClass().getName());
            if (each instanceof SQLException sql) {
                lines.append(" (SQL state ").append(sql.getSQLState()).append(')');
            }
            var frames = each.getStackTrace();
            for (int i = 0; i < Math.min(LONGEST, frames.length); i++) {
                lines.append("\n    at ").append(frames[i]);
            }
            each = each.getCause();
        }
        return lines.toString();
    }
}
