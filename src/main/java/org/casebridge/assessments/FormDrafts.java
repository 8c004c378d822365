package org.casebridge.assessments;

import java.time.Clock;
import org.casebridge.access.Actor;
import org.casebridge.questionnaires.Engine;
import org.casebridge.questionnaires.Filling;
import org.springframework.stereotype.Component;

/** The first answers of a draft: what its form brings and finds in the record, or those of the one it corrects. */
@Component
class FormDrafts {

    private final Instruments instruments;
    private final GivenStore given;
    private final OutcomeStore outcomes;
    private final FormLaunch launches;
    private final Engine engine;
    private final Clock clock;

    FormDrafts(Instruments instruments, GivenStore given, OutcomeStore outcomes, FormLaunch launches, Engine engine, Clock clock) {
        this.instruments = instruments;
        this.given = given;
        this.outcomes = outcomes;
        this.launches = launches;
        this.engine = engine;
        this.clock = clock;
    }

    /** Of a form of an agency; an instrument of the library begins empty. */
    void begin(Assessment draft) {
        instruments.form(draft).ifPresent(form -> put(draft, engine.begin(form.questionnaire(), launches.of(draft, form))));
    }

    void again(Assessment completed, Assessment correction) {
        instruments.form(completed).ifPresent(form -> outcomes.response(completed).ifPresent(it -> put(correction, Filling.from(form.questionnaire(), it).filling())));
    }

    private void put(Assessment draft, Filling filling) {
        given.add(draft, 1, given.of(draft).to(filling), Actor.current().account(), clock.instant());
    }
}
