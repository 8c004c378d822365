package org.casebridge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Set;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
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

    private final Sessions sessions;
    private final Accounts accounts;
    private final Clock clock;

    StepUp(Sessions sessions, Accounts accounts, Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Whether the acting person showed a factor within the last five minutes. */
    public boolean fresh() {
        return Actor.current().fresh(clock.instant());
    }

    /** Takes the answer in this request; refuses one that is not right. The session goes on under a new cookie. */
    public void take(HttpServletRequest request, HttpServletResponse response) {
        var password = text(request.getParameter(PASSWORD));
        if (!accounts.knows(Actor.current().account(), password)) {
            throw Refused.invalid("That is not right. Please try again.");
        }
        sessions.prove(Set.of(Factor.PASSWORD), request, response);
    }

    /** Lets a request pass whose person is fresh, or that brings the answer; else asks. */
    void guard(HttpServletRequest request, HttpServletResponse response) {
        if (fresh()) {
            return;
        }
        if (!request.getMethod().equals("POST") || request.getParameter(PASSWORD) == null) {
            throw new StepUpNeeded(null);
        }
        try {
            take(request, response);
        } catch (Refused refused) {
            throw new StepUpNeeded(refused.sentence());
        }
    }

    private static String text(@Nullable String value) {
        return value == null || value.indexOf('\0') >= 0 ? "" : value;
    }
}
