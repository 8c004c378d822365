package org.casebridge.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Services that somebody put together, to be found again, printed and handed out by everybody of their agency. */
@org.springframework.stereotype.Service
@Transactional
public class SavedLists {

    /** More fit on no sheet that somebody reads. */
    public static final int MOST = 50;

    private final JdbcClient db;
    private final Services services;

    SavedLists(JdbcClient db, Services services) {
        this.db = db;
        this.services = services;
    }

    public record Named(UUID id, String name, String madeBy, int services) {

        public String path() {
            return "/directory/lists/" + id;
        }
    }

    /** The lists of the acting person's agency. */
    @Transactional(readOnly = true)
    public List<Named> all() {
        return db.sql("""
                select l.id, l.name, l.made_by, (select count(*) from directory.saved_service s where s.list_id = l.id)::int as services
                from directory.saved_list l where l.agency_id = ? order by lower(l.name), l.id
                """).param(Actor.current().agency().value()).query(Named.class).list();
    }

    /** Refuses a list of another agency as one that is not there. */
    @Transactional(readOnly = true)
    public Named get(UUID list) {
        return find(list).orElseThrow(() -> Refused.notFound("There is no such list."));
    }

    /** Each service as a line, in the order in which it was added. */
    @Transactional(readOnly = true)
    public List<ServiceLine> lines(UUID list) {
        get(list);
        return db.sql("select service_id from directory.saved_service where list_id = ? order by added_at, service_id").param(list).query(UUID.class).list().stream()
                .map(it -> services.line(new ServiceId(it))).toList();
    }

    /** Adds a service to the list of this name, which is begun when there is none. Added twice, it stands there once. Refuses more than {@link #MOST}. */
    public UUID add(String name, ServiceId service) {
        services.get(service);
        var agency = Actor.current().agency().value();
        db.sql("insert into directory.saved_list (id, agency_id, name, made_by) values (?, ?, ?, ?) on conflict (agency_id, name) do nothing")
                .params(Id.fresh(), agency, name.strip(), Actor.current().name()).update();
        var list = db.sql("select id from directory.saved_list where agency_id = ? and name = ? for update").params(agency, name.strip()).query(UUID.class).single();
        if (db.sql("select count(*) from directory.saved_service where list_id = ?").param(list).query(Integer.class).single() >= MOST) {
            throw Refused.invalid("A list holds {count} services at most. Begin another.", MOST).at("name");
        }
        db.sql("insert into directory.saved_service (list_id, service_id) values (?, ?) on conflict do nothing").params(list, service.value()).update();
        return list;
    }

    /** Takes a service off; a list without services goes. */
    public void remove(UUID list, ServiceId service) {
        get(list);
        db.sql("delete from directory.saved_service where list_id = ? and service_id = ?").params(list, service.value()).update();
        db.sql("delete from directory.saved_list l where l.id = ? and not exists (select from directory.saved_service s where s.list_id = l.id)").param(list).update();
    }

    private Optional<Named> find(UUID list) {
        return all().stream().filter(it -> it.id().equals(list)).findFirst();
    }
}
