package org.casebridge.workforce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.casebridge.access.AccountId;
import org.casebridge.access.AgencyId;
import org.casebridge.access.Role;
import org.casebridge.data.Row;
import org.casebridge.kernel.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WorkerStore {

    private final JdbcClient db;

    WorkerStore(JdbcClient db) {
        this.db = db;
    }

    List<Worker> all(AgencyId agency) {
        return db.sql("""
                select a.id, a.name, a.role, w.languages, w.degree, coalesce(w.studied, '') as studied, w.supervisor, s.name as supervisor_name, coalesce(w.version, 0) as version
                from access.account a
                left join workforce.worker w on w.id = a.id
                left join access.account s on s.id = w.supervisor
                where a.agency_id = ? and a.role not in ('MACHINE', 'PARTNER', 'LINK') and a.disabled_at is null
                order by a.name, a.id
                """)
                .param(agency.value()).query(WorkerStore::worker).list();
    }

    List<Credential> credentials(AgencyId agency) {
        return db.sql("""
                select c.id, c.worker, c.kind, c.name, c.number, c.jurisdiction, c.expires_on
                from workforce.credential c join access.account a on a.id = c.worker
                where a.agency_id = ?
                order by c.expires_on, c.id
                """)
                .param(agency.value()).query(Credential.class).list();
    }

    /** The version in the where clause is the one its change was decided on. */
    void put(AccountId id, ChangeWorker said) {
        var rows = db.sql("""
                insert into workforce.worker as w (id, languages, degree, studied, supervisor, version)
                values (:id, :languages, :degree, :studied, :supervisor, 1)
                on conflict (id) do update set languages = excluded.languages, degree = excluded.degree, studied = excluded.studied,
                    supervisor = excluded.supervisor, version = w.version + 1
                where w.version = :version
                """)
                .param("id", id.value()).param("languages", said.languages().toArray(String[]::new)).param("degree", said.degree() == null ? null : said.degree().name())
                .param("studied", said.studied()).param("supervisor", said.supervisor() == null ? null : said.supervisor().value()).param("version", said.version())
                .update();
        if (rows == 0) {
            throw Refused.conflict("Someone else changed this meanwhile. Look at it again; if yours still holds, save once more.");
        }
    }

    void add(Credential credential) {
        db.sql("""
                insert into workforce.credential (id, worker, kind, name, number, jurisdiction, expires_on)
                values (:id, :worker, :kind, :name, :number, :jurisdiction, :expiresOn)
                """)
                .paramSource(Row.of(credential)).update();
    }

    void replace(Credential credential) {
        db.sql("""
                update workforce.credential set kind = :kind, name = :name, number = :number, jurisdiction = :jurisdiction, expires_on = :expiresOn
                where id = :id and worker = :worker
                """)
                .paramSource(Row.of(credential)).update();
    }

    void remove(CredentialId id) {
        db.sql("delete from workforce.credential where id = ?").param(id.value()).update();
    }

    private static Worker worker(ResultSet row, int number) throws SQLException {
        var languages = row.getArray("languages");
        return new Worker(new AccountId(row.getObject("id", UUID.class)), row.getString("name"), Role.valueOf(row.getString("role")),
                languages == null ? List.of() : Stream.of((String[]) languages.getArray()).toList(),
                Optional.ofNullable(row.getString("degree")).map(Worker.Degree::valueOf).orElse(null), row.getString("studied"),
                Optional.ofNullable(row.getObject("supervisor", UUID.class)).map(AccountId::new).orElse(null), row.getString("supervisor_name"), row.getInt("version"));
    }
}
