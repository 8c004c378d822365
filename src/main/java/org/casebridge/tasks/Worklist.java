package org.casebridge.tasks;

import static org.casebridge.web.Say.say;

import java.time.LocalDateTime;
import java.util.List;
import org.casebridge.access.Account;
import org.casebridge.access.Accounts;
import org.casebridge.access.Permission;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Somebody's My day as a list for the operator and for machines, in that person's language. */
@Service
public class Worklist {

    private final MyDay days;
    private final Accounts accounts;

    Worklist(MyDay days, Accounts accounts) {
        this.days = days;
        this.accounts = accounts;
    }

    /** Whose it is, when it was made, and by which version of the formula. */
    public record Sheet(String worker, String at, int formula, List<Line> lines) {}

    /** {@code lane} is MUST, SHOULD or COULD; {@code day} an ISO date; {@code points} are the sum of the reasons'. */
    public record Line(String lane, int points, @Nullable String client, String what, String why, @Nullable String day, String due, String path, List<Reason> reasons) {}

    public record Reason(String what, int points) {}

    /** Reads it as that person. Refuses a user name that nobody has, a disabled account, and whoever has no My day: partners and administrators. */
    public Sheet of(String username) {
        var account = accounts.find(username).filter(Account::enabled).orElseThrow(() -> Refused.notFound("Nobody works here by that user name."));
        if (!account.role().permissions().contains(Permission.SEE_MY_DAY)) {
            throw Refused.invalid("{name} has no My day: their role is {role}.", account.name(), account.role());
        }
        return account.actor().act(() -> Say.in(account.actor().language(), () -> {
            var day = days.of(Day.Order.NEEDED, 0);
            return new Sheet(account.name(), day.now().toString(), day.formula(), day.needs().stream().map(it -> line(it, day.now())).toList());
        }));
    }

    private static Line line(Ranked it, LocalDateTime now) {
        var need = it.need();
        return new Line(it.lane().name(), it.points(), need.name(), say(need.what()), say(need.why()), need.due().on() == null ? null : need.due().on().toString(), need.due().words(now),
                need.path(), it.reasons().stream().map(reason -> new Reason(say(reason.what()), reason.points())).toList());
    }
}
