package org.casebridge.interop.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.console.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** A directory far longer than anybody reads through, with one mistake in it. */
@PageTest
class LongFileTest {

    private static final int LAST = 200_001;
    private static final int WRONG = 143_210;

    @Autowired DirectoryImport imports;
    @Autowired Town town;
    @TempDir Path folder;

    @Test
    void one_wrong_line_among_200_000_is_told_by_its_line_and_reason_and_keeps_all_of_them_out() throws IOException {
        var mark = "Zy" + UUID.randomUUID().toString().substring(0, 8);
        Files.writeString(folder.resolve("organizations.csv"), "id,name\n1,Harbor " + mark + "\n");
        try (var services = Files.newBufferedWriter(folder.resolve("services.csv"))) {
            services.write("id,organization_id,name,assured_date\n");
            for (int line = 2; line <= LAST; line++) {
                services.write(line + ",1,Service " + line + (line == WRONG ? ",2026-02-31\n" : ",2026-02-01\n"));
            }
        }

        var report = Actor.machine().act(() -> imports.bring(folder, mark, _ -> { }));

        assertThat(report.problems().stream().map(Problem::toString)).containsExactly("services.csv:143210: assured_date: “2026-02-31” is no date that exists.");
        assertThat(List.of(report.added(), report.changed(), report.unchanged())).containsExactly(0, 0, 0);
        assertThat(town.get(town.rosa(), "/directory?words=" + mark)).hasStatusOk().bodyText().contains("No service found");
    }
}
