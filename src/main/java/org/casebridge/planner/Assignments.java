package org.casebridge.planner;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.caseload.CaseFile;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.CaseId;
import org.casebridge.caseload.OpenCase;
import org.casebridge.caseload.Program;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.casebridge.workforce.Credential;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A supervisor decides who carries a case, with the suggestion before them; the decision and its reason are kept. */
@Service
@Transactional
public class Assignments {

    private final Fits fits;
    private final FitStore store;
    private final CaseFiles cases;
    private final Programs programs;
    private final Clock clock;

    Assignments(Fits fits, FitStore store, CaseFiles cases, Programs programs, Clock clock) {
        this.fits = fits;
        this.store = store;
        this.cases = cases;
        this.programs = programs;
        this.clock = clock;
    }

    /** {@code first} stood first then, null when nobody was suggested; {@code points} of whoever was chosen, null for one who should not have been. */
    public record Decided(String chosen, @Nullable Integer points, @Nullable String first, String reason, String by, Instant at) {}

    @Transactional(readOnly = true)
    public List<Decided> decided(ClientId client) {
        return store.decided(client);
    }

    /** The open case that is to be given away; null for a new one. */
    @Transactional(readOnly = true)
    public @Nullable CaseFile known(ClientId client, @Nullable CaseId id) {
        return id == null ? null : cases.get(client, id);
    }

    @Transactional(readOnly = true)
    public List<Fit> suggest(ClientId client, ProgramId program, @Nullable CaseFile file) {
        return fits.of(client, program(program), file == null ? null : file.worker());
    }

    /** Opens the case or gives it away. Refuses whoever cannot carry it, with why, and whatever cases refuse. */
    public CaseId decide(ClientId client, DecideAssignment said) {
        var me = Actor.current();
        var file = known(client, said.file());
        var all = suggest(client, said.program(), file);
        var chosen = all.stream().filter(it -> it.worker().equals(said.worker())).findFirst().orElseThrow(() -> Refused.invalid("Choose one of the workers offered.").at("worker"));
        if (!chosen.possible()) {
            throw Refused.invalid("{name} cannot carry this case: {reason}.", chosen.name(), chosen.against().getFirst()).at("worker");
        }
        CaseId id;
        if (file == null) {
            id = cases.open(client, new OpenCase(said.program(), said.worker(), LocalDate.now(clock.withZone(me.zone())))).id();
        } else {
            cases.assign(client, file.id(), said.worker());
            id = file.id();
        }
        var first = all.getFirst();
        store.keep(Id.fresh(), client, id, said.worker(), chosen.points(), first.possible() ? first.worker() : null, said.reason().strip(), me.account(), clock.instant());
        return id;
    }

    /** Which credentials a programme asks for. */
    @Transactional(readOnly = true)
    public Set<Credential.Kind> asked(ProgramId program) {
        return store.asked(program(program).id());
    }

    public void ask(ProgramId program, @Nullable List<Credential.Kind> kinds) {
        store.ask(program(program).id(), kinds == null ? Set.of() : new HashSet<>(kinds), Actor.current().account(), clock.instant());
    }

    private Program program(ProgramId id) {
        return programs.all().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> Refused.notFound("That programme could not be found."));
    }

    /** Kept on the list of what is closed as well: a case may still run there. */
    @Transactional(readOnly = true)
    public List<Program> programs() {
        return programs.all();
    }
}
