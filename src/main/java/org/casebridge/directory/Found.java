package org.casebridge.directory;

import java.util.List;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;

/** What a search found: at most {@link #MOST} lines of {@code all}, in which order, and what hindered it. */
public record Found(List<ServiceLine> lines, int all, Sentence order, @Nullable Sentence hindrance) {

    public static final int MOST = 50;
}
