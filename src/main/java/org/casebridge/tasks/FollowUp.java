package org.casebridge.tasks;

import org.casebridge.caseload.CaseEvent;
import org.casebridge.caseload.CaseFile;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.kernel.Sentence;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The rule that a closed case is followed up: case management ends with hearing from the client after the transition ("communicating
 * post-transition", Commission for Case Manager Certification, case management process). The thirty days are ours. The task goes when the client returns.
 */
@Component
class FollowUp {

    static final int DAYS = 30;
    static final String RULE = Sentence.of("A closed case is followed up after 30 days").english();
    static final String TITLE = Sentence.of("Hear how things are going since the case closed").english();

    private final Tasks tasks;
    private final CaseFiles cases;

    FollowUp(Tasks tasks, CaseFiles cases) {
        this.tasks = tasks;
        this.cases = cases;
    }

    /** Nobody calls a household to hear how somebody is who has died. */
    @EventListener
    void ask(CaseEvent.Closed closed) {
        var file = cases.get(closed.clientId(), closed.id());
        if (file.closeReason() != CaseFile.CloseReason.DIED && file.closedOn() != null && cases.openOf(closed.clientId()).isEmpty()) {
            tasks.addByRule(closed.clientId(), new TaskWords(TITLE, "", file.closedOn().plusDays(DAYS), null, file.worker(), Task.Priority.NORMAL), RULE);
        }
    }

    @EventListener
    void forget(CaseEvent.Opened opened) {
        tasks.withdraw(opened.clientId(), RULE);
    }
}
