package org.casebridge.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.casebridge.caseload.StoryKind;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.WorkingDays;
import org.jspecify.annotations.Nullable;

/** One seeded person while their life is written: who they are, when they came, and where their rows go. */
record SeederClient(UUID id, String name, LocalDate bornOn, LocalDate came, SeederAgency agency, SeederDice dice, SeederRows rows) {

    LocalDate today() {
        return agency.asked().asOf();
    }

    int age() {
        return Period.between(bornOn, today()).getYears();
    }

    String path(String rest) {
        return "/clients/" + id + rest;
    }

    UUID id(Instant at) {
        return dice.id(at);
    }

    /** So many days after {@code day}, on a working day, and not later than yesterday. */
    LocalDate after(LocalDate day, int least, int most) {
        var then = day.plusDays(dice.between(least, most));
        while (!WorkingDays.is(then)) {
            then = then.plusDays(1);
        }
        return then.isBefore(today()) ? then : today().minusDays(1).isBefore(day) ? day : today().minusDays(1);
    }

    void tell(Instant at, StoryKind kind, Sentence what, @Nullable Sentence why, @Nullable String path, UUID by) {
        rows.add(SeederTable.STORY, id(at), id, at, kind, agency.sentences().write(what), why == null ? null : agency.sentences().write(why), path, by);
    }
}
