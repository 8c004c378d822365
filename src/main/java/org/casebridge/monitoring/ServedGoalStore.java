package org.casebridge.monitoring;

import java.util.List;
import org.casebridge.messaging.Contact;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ServedGoalStore {

    private final JdbcClient db;

    ServedGoalStore(JdbcClient db) {
        this.db = db;
    }

    void add(Contact contact, List<ServedGoal> goals) {
        for (var goal : goals) {
            db.sql("insert into monitoring.served_goal (contact_id, goal_id, client_id) values (?, ?, ?) on conflict do nothing")
                    .params(contact.id().value(), goal.goal().value(), contact.clientId().value()).update();
        }
    }
}
