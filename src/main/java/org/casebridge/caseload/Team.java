package org.casebridge.caseload;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Refused;
import org.casebridge.workforce.ChangeWorker;
import org.casebridge.workforce.Credential;
import org.casebridge.workforce.Workers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The agency's people with what they carry: the workforce knows the people, this module their programmes and cases. */
@Service
@Transactional
public class Team {

    private final Workers workers;
    private final Programs programs;
    private final Carriers carriers;
    private final JdbcClient db;

    Team(Workers workers, Programs programs, Carriers carriers, JdbcClient db) {
        this.workers = workers;
        this.programs = programs;
        this.carriers = carriers;
        this.db = db;
    }

    /** By name. Four queries, however many they are. */
    @Transactional(readOnly = true)
    public List<Member> all() {
        var credentials = workers.credentials().stream().collect(groupingBy(Credential::worker));
        var places = places().stream().collect(groupingBy(it -> new AccountId(it.worker()), mapping(Place::programId, toList())));
        var offered = programs.all();
        var loads = carriers.loads();
        return workers.all().stream().map(it -> new Member(it, credentials.getOrDefault(it.id(), List.of()),
                offered.stream().filter(one -> places.getOrDefault(it.id(), List.of()).contains(one.id().value())).toList(),
                loads.getOrDefault(it.id(), Load.NONE))).toList();
    }

    @Transactional(readOnly = true)
    public Member get(AccountId worker) {
        return all().stream().filter(it -> it.worker().id().equals(worker)).findFirst().orElseThrow(() -> Refused.notFound("That worker could not be found."));
    }

    /** Refuses a programme of somebody else's. */
    public void change(AccountId worker, ChangeMember said) {
        workers.change(worker, new ChangeWorker(said.languages(), said.degree(), said.studied(), said.supervisor(), said.version()));
        if (!programs.all().stream().map(Program::id).toList().containsAll(said.programs())) {
            throw Refused.invalid("Choose from the programmes offered.").at("programs");
        }
        var chosen = said.programs().stream().map(ProgramId::value).distinct().toArray(UUID[]::new);
        db.sql("delete from caseload.program_worker where worker = ? and program_id <> all (?)").params(worker.value(), chosen).update();
        db.sql("insert into caseload.program_worker (program_id, worker) select unnest(?::uuid[]), ? on conflict do nothing").params(chosen, worker.value()).update();
    }

    private record Place(UUID worker, UUID programId) {}

    private List<Place> places() {
        return db.sql("select w.worker, w.program_id from caseload.program_worker w join caseload.program p on p.id = w.program_id where p.agency_id = ?")
                .param(Actor.current().agency().value()).query(Place.class).list();
    }
}
