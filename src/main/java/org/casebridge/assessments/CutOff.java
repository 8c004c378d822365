package org.casebridge.assessments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An agency's own cut-offs of an instrument from a day on: where its second and later bands begin, why, and who set them. */
public record CutOff(UUID id, String instrument, int version, LocalDate from, List<Integer> bounds, String reason, String setByName, Instant setAt) {

    public CutOff {
        bounds = List.copyOf(bounds);
    }
}
