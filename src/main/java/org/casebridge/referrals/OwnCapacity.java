package org.casebridge.referrals;

import java.time.Instant;
import java.util.List;
import org.casebridge.directory.Capacity;
import org.casebridge.directory.ServiceId;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the services of one's own organization have room, said by its people. */
@Service
@Transactional
public class OwnCapacity {

    private final JdbcClient db;

    OwnCapacity(JdbcClient db) {
        this.db = db;
    }

    /** {@code saidAt}: when somebody last said so. */
    public record Line(ServiceId id, String name, String organization, @Nullable Capacity capacity, @Nullable Instant saidAt) {}

    /** Of the organizations that the acting person answers for. */
    @Transactional(readOnly = true)
    public List<Line> mine() {
        return db.sql("""
                select s.id, s.name, o.name as organization, s.capacity, s.capacity_at as said_at from directory.service s join directory.organization o on o.id = s.organization_id
                where s.status = 'active' and s.organization_id = any ((select directory.answered_for())::uuid[]) order by o.name, s.name, s.id limit 200
                """).query(Line.class).list();
    }

    /** Refuses another organization's service as if it did not exist. */
    @Transactional(readOnly = true)
    public void refuseOthers(ServiceId service) {
        if (mine().stream().noneMatch(it -> it.id().equals(service))) {
            throw Refused.notFound("That service could not be found in the directory.");
        }
    }

    /** The same, said. */
    public void say(ServiceId service, Capacity capacity) {
        if (db.sql("select referrals.tell_capacity(?, ?)").params(service.value(), capacity.name()).query(Integer.class).single() == 0) {
            throw Refused.notFound("That service could not be found in the directory.");
        }
    }
}
