package org.casebridge.intake;

import java.util.List;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Sentence;

/** What this module says in lists and in the story. */
final class Wording {

    private Wording() {}

    /** As in "Food, Work, Getting around". */
    static Sentence needs(List<NeedCategory> needs) {
        return needs.size() == 1 ? Sentence.of("{need}", needs.getFirst()) : Sentence.of("{need}, {more}", needs.getFirst(), needs(needs.subList(1, needs.size())));
    }

    static Sentence asker(HelpRequest request) {
        return request.askedName() == null || request.askedName().isBlank()
                ? Sentence.of("{asker}", request.asker())
                : Sentence.of("{asker}, {name}", request.asker(), request.askedName());
    }

    /** As in "2 working days". */
    static Sentence time(HelpRequest.Urgency urgency) {
        return urgency.workingDays() == 0 ? Sentence.of("the same day") : Sentence.of("within {days} working days", urgency.workingDays());
    }

    static Sentence why(IntakeLine line) {
        var request = line.intake().request();
        return switch (line.intake().status()) {
            case WAITING -> line.unsafe()
                    ? Sentence.of("Not safe now: {note} · asked on {day} · answer promised the same day", request.safetyNote(), request.receivedOn())
                    : Sentence.of("Asked on {day} ({asker}) · answer promised {time}", request.receivedOn(), asker(request), time(request.urgency()));
            case WAIT_LISTED -> Sentence.of("Waits for {program} since {day}: {reason}", line.program(), line.intake().decision().at().atZone(
                    org.casebridge.access.Actor.current().zone()).toLocalDate(), line.intake().decision().why());
            case OPENED -> Sentence.of("Case opened in {program} · by {name}", line.program(), line.decidedBy());
            case REFERRED_ON -> Sentence.of("Referred on to {agency} · by {name}", line.intake().decision().referredTo(), line.decidedBy());
            case DECLINED -> Sentence.of("Declined: {reason} · by {name}", line.intake().decision().declineReason(), line.decidedBy());
        };
    }
}
