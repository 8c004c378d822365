package org.casebridge.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Requests still to be decided, in the order in which they need somebody: the {@code first} of them, and how many people ask in all. */
public record OpenIntakes(List<IntakeLine> first, int people) {

    /** How many are not among the first. */
    public int more() {
        return people - first.size();
    }

    /** What decides on a request's place; {@code reviewOn} is of the wait list. */
    record Place(IntakeId id, LocalDate receivedOn, HelpRequest.Urgency urgency, HelpRequest.Safety safety, Instant takenAt, @Nullable LocalDate reviewOn) {

        /** Who is not safe, then who was promised an answer soonest, then who asked first. */
        static final Comparator<Place> URGENT_FIRST = Comparator.comparing((Place it) -> it.safety() != HelpRequest.Safety.NOT_SAFE)
                .thenComparing(it -> it.urgency().due(it.receivedOn())).thenComparing(Place::takenAt);
        static final Comparator<Place> REVIEWED_FIRST = Comparator.comparing(Place::reviewOn, Comparator.nullsLast(Comparator.naturalOrder())).thenComparing(Place::takenAt);
    }
}
