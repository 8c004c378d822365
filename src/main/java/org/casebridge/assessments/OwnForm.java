package org.casebridge.assessments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebridge.access.AgencyId;
import org.casebridge.kernel.Refused;
import org.casebridge.questionnaires.Questionnaire;
import org.casebridge.questionnaires.Text;
import org.jspecify.annotations.Nullable;

/** One version of a form of an agency: its questionnaire, understood; what its scores mean; under which licence it is held. A published version never changes. */
public record OwnForm(FormId id, int version, AgencyId agency, boolean published, String title, Questionnaire questionnaire, List<String> beside, FormRules rules, @Nullable Licence licence, int minutes,
                      Instant madeAt, @Nullable Instant publishedAt) {

    /** Nothing is published without one. */
    public record Licence(Instrument.LicenceClass licenceClass, String holder, String attribution, String mayAdminister) {}

    /** As every instrument of the library looks: in lists, in the story, in what is shared. */
    public Instrument instrument() {
        var licence = this.licence;
        return new Instrument(id.instrument(), Integer.toString(version), new Instrument.Words(title, questionnaire.title().translations().get("es")), words(questionnaire.description()),
                new Instrument.Licence(licence == null ? Instrument.LicenceClass.VERIFY : licence.licenceClass(), plain(licence == null ? "" : licence.attribution() + " · " + licence.holder()),
                        plain(licence == null ? "" : licence.mayAdminister())),
                Instrument.Use.ASKED, minutes, questionnaire.questions().stream().filter(it -> !it.hidden()).map(OwnForm::item).toList());
    }

    /** Bands and direction; how the sum comes about is the questionnaire's own affair. */
    public Optional<Scoring> scoring() {
        return rules.bands().isEmpty() ? Optional.empty() : Optional.of(new Scoring(id.instrument(), licence == null ? "" : licence.attribution(), Scoring.Combine.SUM, rules.bands().getFirst().from(),
                rules.bands().getLast().to(), rules.lowerIsBetter(), 0, List.of(),
                rules.bands().stream().map(it -> new Scoring.Band(it.from(), it.to(), FormRules.said(it.name(), it.spanishName()), FormRules.said(it.meaning(), it.spanishMeaning()), it.tone())).toList(), List.of(), null, null));
    }

    /** A question as a text that was answered; what is compared, copied and shared needs no more. */
    private static Instrument.Item item(Questionnaire.Item it) {
        return new Instrument.Item(it.linkId(), Instrument.Type.TEXT, words(it.text()), it.required(), 20_000, 0, 0, List.of(), List.of(), null, List.of());
    }

    private static Instrument.Words words(Text text) {
        return new Instrument.Words(text.plain(), text.translations().get("es"));
    }

    private static Instrument.Words plain(String text) {
        return new Instrument.Words(text, null);
    }

    static OwnForm draft(FormId id, int version, AgencyId agency, String title, FormReport read, FormRules rules, @Nullable Licence licence, int minutes, Instant at) {
        return new OwnForm(id, version, agency, false, title, java.util.Objects.requireNonNull(read.questionnaire()), read.beside(), rules, licence, minutes, at, null);
    }

    OwnForm with(FormReport read, String title) {
        return new OwnForm(id, version, agency, published, title, java.util.Objects.requireNonNull(read.questionnaire()), read.beside(), rules, licence, minutes, madeAt, publishedAt);
    }

    OwnForm with(FormRules rules) {
        return new OwnForm(id, version, agency, published, title, questionnaire, beside, rules, licence, minutes, madeAt, publishedAt);
    }

    OwnForm with(Licence licence, int minutes) {
        return new OwnForm(id, version, agency, published, title, questionnaire, beside, rules, licence, minutes, madeAt, publishedAt);
    }

    /** Refuses what must not be asked of anybody yet: a form without its licence record, or under a licence that keeps its words from being held here. */
    void refuseUnlicensed() {
        if (questionnaire.questions().isEmpty()) {
            throw Refused.invalid("It asks nothing yet.");
        }
        if (licence == null) {
            throw Refused.invalid("Write the licence record first: nothing is published without one.");
        }
        if (licence.licenceClass() == Instrument.LicenceClass.RESTRICTED) {
            throw Refused.invalid("The words of an instrument under a fee or permission may not be held here. Record its result only.");
        }
        if (Instruments.refused(title) || Instruments.refused(questionnaire.title().plain())) {
            throw Refused.invalid(Instruments.REFUSED.english());
        }
        rules.check();
        rules.criticals().forEach(it -> {
            if (questionnaire.item(it.item()) == null) {
                throw Refused.invalid("“{item}” is critical and is not asked any more.", it.item());
            }
        });
        if (rules.score() != null && questionnaire.item(rules.score()) == null) {
            throw Refused.invalid("The score “{item}” is not in the form any more.", rules.score());
        }
    }

    public String path() {
        return "/library/forms/" + id.text();
    }
}
