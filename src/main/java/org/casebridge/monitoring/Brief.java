package org.casebridge.monitoring;

import java.util.List;
import org.casebridge.careplans.GoalLine;
import org.casebridge.caseload.StoryLine;
import org.casebridge.clients.Client;
import org.casebridge.messaging.ContactLine;
import org.casebridge.messaging.SafeRule;
import org.casebridge.tasks.TaskLine;
import org.jspecify.annotations.Nullable;

/** What one reads before a visit, on one page. {@code since} is what happened since the client was last reached. */
public record Brief(Client person, @Nullable VisitLine visit, @Nullable Cadence cadence, @Nullable Acuity acuity, List<Mark> marks, SafeRule rule, List<StoryLine> since, List<PromiseLine> promises,
                    List<GoalLine> goals, List<TaskLine> tasks, List<ContactLine> contacts) {}
