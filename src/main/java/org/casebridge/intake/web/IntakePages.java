package org.casebridge.intake.web;

import casebridge.pages.Templates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.intake.Eligibility;
import org.casebridge.intake.IntakeId;
import org.casebridge.intake.Intakes;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** The page of one request: what was asked, whether a programme may take them, and the decision, with whichever form is open on it. */
@Component
class IntakePages {

    private final Intakes intakes;
    private final Eligibility eligibility;
    private final Programs programs;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    IntakePages(Intakes intakes, Eligibility eligibility, Programs programs, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.intakes = intakes;
        this.eligibility = eligibility;
        this.programs = programs;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    /** {@code decide} names the decision whose form is open, or is blank. */
    View show(ClientId client, IntakeId intake, String decide) {
        var action = path(client, intake) + "/" + decide;
        var form = switch (decide) {
            case "opening" -> forms.open(OpenTheCase.from(today(), Actor.current()), action);
            case "waiting" -> forms.open(PutOnWaitList.class, action);
            case "referral-on" -> forms.open(ReferOn.class, action);
            case "decline" -> forms.open(DeclineRequest.class, action);
            case "undoing" -> forms.open(TakeBack.class, action);
            default -> null;
        };
        return Page.of(sheet(client, intake, form == null ? "" : decide, form, null));
    }

    View again(ClientId client, IntakeId intake, String decide, Form<?> form) {
        return Page.again(sheet(client, intake, decide, form, null));
    }

    View eligibilityAgain(ClientId client, IntakeId intake, Form<?> answers) {
        return Page.again(sheet(client, intake, "", null, answers));
    }

    private gg.jte.models.runtime.JteModel sheet(ClientId client, IntakeId id, String decide, @org.jspecify.annotations.Nullable Form<?> decision,
                                                 @org.jspecify.annotations.Nullable Form<?> answers) {
        var head = heads.of(client);
        var line = intakes.of(client).stream().filter(it -> it.intake().id().equals(id)).findFirst()
                .orElseThrow(() -> Refused.notFound("That request could not be found."));
        var verdicts = eligibility.of(client, id);
        var eligibilityForm = answers != null ? answers : forms.open(AnswerEligibility.class, EligibilityFields.known(verdicts), path(client, id) + "/eligibility");
        return pages.intakeShow(head, line, verdicts, eligibilityForm, decide, decision,
                programs.all().stream().map(it -> new Option(it.id().text(), it.name())).toList(),
                intakes.workers().stream().map(it -> new Option(it.id().text(), it.name())).toList(), today());
    }

    static String path(ClientId client, IntakeId intake) {
        return "/clients/" + client.text() + "/intakes/" + intake.text();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
