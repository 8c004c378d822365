package org.casebridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.casebridge.Casebridge;
import org.casebridge.audit.command.VerifyAudit;
import org.casebridge.kernel.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

class CommandsTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void work_that_is_done_ends_with_0_and_a_sentence() {
        assertThat(run("bring", "in", "good.csv")).isZero();
        assertThat(out.toString()).isEqualToIgnoringNewLines("1 row came in as casebridge_app.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void machines_read_the_facts_in_the_last_line() {
        assertThat(run("bring", "in", "good.csv", "--json")).isZero();
        assertThat(out.toString().lines().toList().getLast())
                .isEqualTo("{\"outcome\":\"done\",\"rows\":1,\"refused\":0,\"problems\":[]}");
    }

    @Test
    void refused_input_ends_with_1_and_says_file_line_and_reason() {
        assertThat(run("bring", "in", "bad.csv", "--json")).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("bad.csv:3: There is no 31 February.");
        assertThat(out.toString().lines().toList().getLast()).isEqualTo(
                "{\"outcome\":\"refused\",\"rows\":2,\"refused\":1,\"problems\":[{\"file\":\"bad.csv\",\"line\":3,\"reason\":\"There is no 31 February.\"}]}");
    }

    @Test
    void of_several_files_machines_and_people_are_told_that_some_came_in() {
        var wrong = List.of(Problem.at("bad.csv", 3, "There is no 31 February."));
        assertThat(Console.json(Outcome.done("1 row.", Map.of()).but(wrong, 3, 1).ended(), Outcome.done("", Map.of()).but(wrong, 3, 1))).startsWith("{\"outcome\":\"partly\"");
        assertThat(Outcome.done("1 row.", Map.of()).but(wrong, 3, 1).code()).isEqualTo(1);
        assertThat(Outcome.done("1 row.", Map.of()).but(wrong, 3, 1).sentence().lines()).containsExactly("1 row.", "1 of 3 files was refused, and nothing of it came in.");
        assertThat(Outcome.done("0 rows.", Map.of()).but(wrong, 2, 2).ended()).isEqualTo("refused");
        assertThat(Outcome.done("0 rows.", Map.of()).but(wrong, 1, 1).sentence()).isEqualTo("0 rows.");
        assertThat(Outcome.done("2 rows.", Map.of()).but(List.of(), 2, 0).ended()).isEqualTo("done");
    }

    @Test
    void what_the_domain_refuses_is_said_in_its_sentence() {
        assertThat(run("bring", "in", "known.csv")).isEqualTo(1);
        assertThat(err.toString()).isEqualToIgnoringNewLines("Ana is already here, with 2 cases.");
    }

    @Test
    void what_nobody_foresaw_ends_with_1_without_a_trace_unless_one_asks_for_it() {
        assertThat(run("bring", "in", "broken.csv")).isEqualTo(1);
        assertThat(err.toString()).contains("Something unforeseen").doesNotContain("\tat ");

        assertThat(run("bring", "in", "broken.csv", "--verbose")).isEqualTo(1);
        assertThat(err.toString()).contains("\tat org.casebridge.console.CommandsTest");
    }

    @Test
    void wrong_usage_ends_with_2_and_points_to_the_help() {
        for (var wrong : List.of("", "brong", "bring", "bring in", "bring in a b", "bring in a --fast", "serve --port 1")) {
            err.getBuffer().setLength(0);
            assertThat(run(wrong.isEmpty() ? new String[0] : wrong.split(" "))).as(wrong).isEqualTo(2);
            assertThat(err.toString()).as(wrong).contains("--help");
        }
        assertThat(err.toString()).contains("See: casebridge serve --help");
    }

    @Test
    void wrong_usage_too_ends_with_a_line_for_machines() {
        assertThat(run("bring", "in", "--json")).isEqualTo(2);
        assertThat(out.toString().lines().toList().getLast()).startsWith("{\"outcome\":\"usage\"").contains("FILE");
    }

    @Test
    void every_command_explains_itself() {
        for (var command : List.of("--help", "bring --help", "bring in --help", "bring back --help", "serve --help")) {
            out.getBuffer().setLength(0);
            assertThat(run(command.split(" "))).as(command).isZero();
            assertThat(out.toString()).as(command).startsWith("Usage: casebridge");
        }
        assertThat(out.toString()).contains("--json", "--verbose", "--help");
    }

    @Test
    void rows_of_the_audit_without_a_key_and_anchors_are_wrong_usage() {
        var commands = Commands.of(Casebridge.class).group("audit", "Prove it.", VerifyAudit.class).to(new PrintWriter(out, true), new PrintWriter(err, true));

        assertThat(commands.run("audit", "verify", "--rows", "rows.ndjson")).isEqualTo(2);
        assertThat(err.toString()).contains("name them with --anchors and --key");
    }

    private int run(String... arguments) {
        return Commands.of(Casebridge.class).group("bring", "Bring something.", BringIn.class).group("bring", "Bring something.", BringBack.class)
                .to(new PrintWriter(out, true), new PrintWriter(err, true)).run(arguments);
    }

    @Command(name = "back", description = "Bring nothing back.")
    static final class BringBack implements Callable<Integer> {

        @Mixin Console console;

        @Override
        public Integer call() {
            return console.answer(Outcome.done("Nothing came back.", Map.of()));
        }
    }

    @Command(name = "in", description = "Bring a file in.")
    static final class BringIn implements Callable<Integer> {

        @Mixin Console console;
        @Parameters(paramLabel = "FILE") String file;

        @Override
        public Integer call() {
            return console.use(JdbcClient.class, this::bring);
        }

        private Outcome bring(JdbcClient db) {
            var user = db.sql("select current_user").query(String.class).single();
            return switch (file) {
                case "good.csv" -> Outcome.done("1 row came in as " + user + ".", new Rows(1));
                case "bad.csv" -> Outcome.done("", new Rows(2)).but(List.of(Problem.at(file, 3, "There is no 31 February.")));
                case "known.csv" -> throw Refused.conflict("{name} is already here, with {cases, plural, one {# case} other {# cases}}.", "Ana", 2);
                default -> throw new IllegalStateException("A bug");
            };
        }

        private record Rows(int rows) {}
    }
}
