package org.casebridge.monitoring;

import java.util.List;
import org.casebridge.clients.ClientId;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ServedGoalStore {

    private final JdbcClient db;

    ServedGoalStore(JdbcClient db) {
        this.db = db;
    }

    void add(Contact contact, List<ServedGoal> goals, List<GivenService> services) {
        for (var goal : goals) {
            db.sql("insert into monitoring.served_goal (contact_id, goal_id, client_id) values (?, ?, ?) on conflict do nothing")
                    .params(contact.id().value(), goal.goal().value(), contact.clientId().value()).update();
        }
        for (var service : services) {
            db.sql("insert into monitoring.given_service (contact_id, service, client_id) values (?, ?, ?) on conflict do nothing")
                    .params(contact.id().value(), service.name(), contact.clientId().value()).update();
        }
    }

    List<GivenService> services(ClientId client, ContactId contact) {
        return db.sql("select service from monitoring.given_service where contact_id = ? and client_id = ? order by service").params(contact.value(), client.value())
                .query((row, _) -> GivenService.valueOf(row.getString(1))).list();
    }

    List<String> goals(ClientId client, ContactId contact) {
        return db.sql("""
                select words from (
                    select distinct on (s.goal_id) s.goal_id, t.words from monitoring.served_goal s join careplans.goal_text t on t.goal_id = s.goal_id join careplans.plan p on p.id = t.plan_id
                    where s.contact_id = ? and s.client_id = ? and p.status not in ('DRAFT', 'PROPOSED') order by s.goal_id, p.number desc) t order by words
                """).params(contact.value(), client.value()).query(String.class).list();
    }
}
