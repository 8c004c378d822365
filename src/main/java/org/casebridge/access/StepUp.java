package org.casebridge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.stream.Stream;
import org.casebridge.kernel.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/**
 * Asks the signed-in person to show a factor again. The answer comes in fields named {@code _confirm…}: on the page {@code /confirm}, or together with the very
 * form that asked for it, which is then carried out, so that nothing typed is lost.
 */
@Service
public class StepUp {

    /** What the fields of the answer begin with; no form's own field does. */
    public static final String FIELDS = "_confirm";
    public static final String PASSWORD = FIELDS + "_password";
    public static final String CODE = FIELDS + "_code";
    public static final String PASSKEY = FIELDS + "_passkey";

    private final Sessions sessions;
    private final ObjectProvider<Confirmation> confirmation;
    private final Clock clock;

    StepUp(Sessions sessions, ObjectProvider<Confirmation> confirmation, Clock clock) {
        this.sessions = sessions;
        this.confirmation = confirmation;
        this.clock = clock;
    }

    /** Whether the acting person showed a factor within the last five minutes. */
    public boolean fresh() {
        return Actor.current().fresh(clock.instant());
    }

    /** Takes the answer in this request; refuses one that is not right. The session goes on under a new cookie. */
    public void take(HttpServletRequest request, HttpServletResponse response) {
        confirmation.getObject().read(request, it -> sessions.prove(it, request, response));
    }

    /** Lets a request pass whose person is fresh, or that brings the answer; else asks. */
    void guard(HttpServletRequest request, HttpServletResponse response) {
        if (fresh()) {
            return;
        }
        if (!request.getMethod().equals("POST") || Stream.of(PASSWORD, CODE, PASSKEY).allMatch(it -> request.getParameter(it) == null)) {
            throw new StepUpNeeded(null);
        }
        try {
            take(request, response);
        } catch (Refused refused) {
            throw new StepUpNeeded(refused.sentence());
        }
    }
}
