package org.casebridge.caseload;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Refused;
import org.casebridge.workforce.ChangeWorker;
import org.casebridge.workforce.Credential;
import org.casebridge.workforce.Worker;
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

    /** How many members stand on one page. */
    private static final int PAGE = 50;

    /** One page of those whose name holds {@code find}, and what is said of them all; {@code page} is counted from 0, {@code people} are all who were found. */
    public record Shown(List<Member> members, String find, int page, int people, long lapsed, long endingSoon) {

        public boolean more() {
            return (page + 1) * PAGE < people;
        }
    }

    /** By name, of those whose name holds the words in any order. A page that is not there shows the last one. Five questions, however many they are. */
    @Transactional(readOnly = true)
    public Shown show(String find, int page) {
        var words = List.of(plain(find).strip().split("\\s+"));
        var found = workers.all().stream().filter(it -> words.stream().allMatch(plain(it.name())::contains)).toList();
        var credentials = workers.credentials().stream().collect(groupingBy(Credential::worker));
        var held = found.stream().flatMap(it -> credentials.getOrDefault(it.id(), List.of()).stream()).toList();
        int at = Math.clamp(page, 0, Math.max(0, (found.size() - 1) / PAGE));
        var members = members(found.stream().skip((long) at * PAGE).limit(PAGE).toList(), credentials);
        var today = workers.today();
        return new Shown(members, find.strip(), at, found.size(), held.stream().filter(it -> it.lapsed(today)).count(), held.stream().filter(it -> it.endsSoon(today)).count());
    }

    @Transactional(readOnly = true)
    public Member get(AccountId worker) {
        return members(List.of(workers.get(worker)), Map.of(worker, workers.credentials(worker))).getFirst();
    }

    private List<Member> members(List<Worker> some, Map<AccountId, List<Credential>> credentials) {
        var places = places().stream().collect(groupingBy(it -> new AccountId(it.worker()), mapping(Place::programId, toList())));
        var offered = programs.all();
        var loads = carriers.loads(some.stream().map(Worker::id).toList());
        return some.stream().map(it -> new Member(it, credentials.getOrDefault(it.id(), List.of()),
                offered.stream().filter(one -> places.getOrDefault(it.id(), List.of()).contains(one.id().value())).toList(),
                loads.getOrDefault(it.id(), Load.NONE))).toList();
    }

    /** Small letters without their marks: "Peña" is found by "pena". */
    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
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
