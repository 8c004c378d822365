package org.casebridge.careplans;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.access.Actor;
import org.casebridge.caseload.CaseFile;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The goals that an agency offers as beginnings: those that Casebridge brings, in the agency's own words where it wrote them anew, and its own. Holds nothing about clients. */
@Service
@Transactional
public class GoalLibrary {

    private static final List<LibraryGoal> BROUGHT = read();

    private final JdbcClient db;
    private final Programs programs;
    private final CaseFiles cases;
    private final Clock clock;

    GoalLibrary(JdbcClient db, Programs programs, CaseFiles cases, Clock clock) {
        this.db = db;
        this.programs = programs;
        this.cases = cases;
        this.clock = clock;
    }

    /** All of the acting person's agency, by what they are about; the retired ones too. */
    @Transactional(readOnly = true)
    public List<LibraryGoal> all() {
        var own = db.sql("select * from careplans.suggested_goal where agency_id = ?").param(Actor.current().agency().value()).query((row, _) -> goal(row)).list();
        var replaced = own.stream().map(LibraryGoal::base).collect(Collectors.toSet());
        return Stream.concat(own.stream(), BROUGHT.stream().filter(it -> !replaced.contains(it.base())))
                .sorted(Comparator.comparing(LibraryGoal::domain).thenComparing(it -> it.english().goal())).toList();
    }

    /** What can be offered to a client: nothing retired, and nothing of programmes in which they have no open case. */
    @Transactional(readOnly = true)
    public List<LibraryGoal> offered(ClientId client) {
        var in = cases.openOf(client).map(CaseFile::programId).stream().map(ProgramId::value).collect(Collectors.toSet());
        return all().stream().filter(it -> !it.retired() && (it.program() == null || in.contains(it.program()))).toList();
    }

    /** By its key, or by that of Casebridge, in whose place an agency wrote its own words. */
    @Transactional(readOnly = true)
    public LibraryGoal get(String key) {
        return all().stream().filter(it -> it.key().equals(key) || key.equals(it.base())).findFirst().orElseThrow(() -> Refused.notFound("That goal is not in the library."));
    }

    /** Adds one, or writes the agency's words in place of another. Refuses a goal without English words, and what somebody else changed meanwhile. */
    public void write(@Nullable LibraryGoal before, NeedCategory domain, LibraryGoal.@Nullable Template template, @Nullable UUID program, LibraryGoal.Text english, LibraryGoal.Text spanish,
                      boolean retired, int seen) {
        if (program != null && programs.all().stream().noneMatch(it -> it.id().value().equals(program))) {
            throw Refused.invalid("Choose from the programmes offered.").at("program");
        }
        var known = before != null && before.id() != null;
        var rows = db.sql(known ? """
                update careplans.suggested_goal set program_id = :program, domain = :domain, template = :template, goal_en = :goalEn, measure_en = :measureEn, steps_en = :stepsEn,
                    goal_es = :goalEs, measure_es = :measureEs, steps_es = :stepsEs, retired = :retired, version = version + 1, changed_by = :by, changed_at = :at
                where id = :id and agency_id = :agency and version = :seen
                """ : """
                insert into careplans.suggested_goal (id, agency_id, program_id, base, domain, template, goal_en, measure_en, steps_en, goal_es, measure_es, steps_es, retired, version, changed_by, changed_at)
                values (:id, :agency, :program, :base, :domain, :template, :goalEn, :measureEn, :stepsEn, :goalEs, :measureEs, :stepsEs, :retired, 1, :by, :at)
                on conflict (agency_id, base) do nothing
                """).param("id", known ? before.id() : Id.fresh()).param("agency", Actor.current().agency().value()).param("program", program, Types.OTHER)
                .param("base", before == null ? null : before.base(), Types.VARCHAR).param("domain", domain.name()).param("template", template == null ? "" : template.name())
                .param("goalEn", english.goal()).param("measureEn", english.measure()).param("stepsEn", english.lines())
                .param("goalEs", spanish.goal()).param("measureEs", spanish.measure()).param("stepsEs", spanish.lines()).param("retired", retired).param("seen", seen)
                .param("by", Actor.current().account().value()).param("at", clock.instant().atOffset(ZoneOffset.UTC)).update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this goal of the library. Look at it again, then save.");
        }
    }

    private static LibraryGoal goal(ResultSet row) throws SQLException {
        var template = row.getString("template");
        return new LibraryGoal(row.getObject("id", UUID.class), row.getString("base"), row.getObject("program_id", UUID.class), NeedCategory.valueOf(row.getString("domain")),
                template.isEmpty() ? null : LibraryGoal.Template.valueOf(template), LibraryGoal.Text.of(row.getString("goal_en"), row.getString("measure_en"), row.getString("steps_en"), "\n"),
                LibraryGoal.Text.of(row.getString("goal_es"), row.getString("measure_es"), row.getString("steps_es"), "\n"), row.getBoolean("retired"), row.getInt("version"));
    }

    private static List<LibraryGoal> read() {
        try (var file = GoalLibrary.class.getResourceAsStream("/careplans/library.txt")) {
            var all = new ArrayList<LibraryGoal>();
            for (var block : new String(file.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n\\s*\n")) {
                var lines = block.strip().split("\n");
                if (!lines[0].startsWith("#")) {
                    var head = lines[0].split(" \\| ");
                    all.add(new LibraryGoal(null, head[0], null, NeedCategory.valueOf(head[1]), LibraryGoal.Template.valueOf(head[2]), LibraryGoal.Text.of(lines[1], lines[2], lines[3], " ; "),
                            LibraryGoal.Text.of(lines[4], lines[5], lines[6], " ; "), false, 0));
                }
            }
            return List.copyOf(all);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
