package org.casebridge;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Third-party files to test against; they are no part of the project, and a test that needs them is skipped where they are absent. */
public final class TestData {

    private TestData() {}

    /** A folder of {@code ../shared/data}, or of the folder that CASEBRIDGE_TESTDATA names. */
    public static Path folder(String name) {
        var set = System.getenv("CASEBRIDGE_TESTDATA");
        var folder = (set == null || set.isBlank() ? Path.of("..", "shared", "data") : Path.of(set)).resolve(name);
        assumeTrue(Files.isDirectory(folder), "the third-party test data in " + folder + " is not here");
        return folder;
    }
}
