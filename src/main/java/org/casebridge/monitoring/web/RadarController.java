package org.casebridge.monitoring.web;

import static org.casebridge.access.Permission.ASSIGN_CASES;
import static org.casebridge.access.Permission.SEE_CONTACTS;

import casebridge.pages.Templates;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebridge.access.AccountId;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.caseload.Programs;
import org.casebridge.monitoring.QuietLine;
import org.casebridge.monitoring.Radar;
import org.casebridge.monitoring.NoteReviews;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The radar: who went quiet or soon will; and its rules. */
@Controller
class RadarController {

    private static final int SHOWN = 50;

    private final Radar radar;
    private final NoteReviews reviews;
    private final Programs programs;
    private final Forms forms;
    private final Templates pages;

    RadarController(Radar radar, NoteReviews reviews, Programs programs, Forms forms, Templates pages) {
        this.radar = radar;
        this.reviews = reviews;
        this.programs = programs;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/radar")
    @Requires(SEE_CONTACTS)
    View show(@RequestParam(required = false) @Nullable AccountId worker, @RequestParam(defaultValue = "0") int more) {
        var all = radar.show(worker);
        var shown = all.lines().stream().limit(SHOWN + Math.clamp(more, 0, 10_000)).toList();
        Here.shows(shown.stream().map(QuietLine::clientId).toList());
        return Page.of(pages.monitoringRadar(shown, all.lines().size(), all.leftOut(), radar.ladder(), radar.today(), worker));
    }

    @GetMapping("/radar/rules")
    @Requires(ASSIGN_CASES)
    View rules() {
        return Page.of(page(forms.open(RadarForms.SetLadder.of(radar.ladder()), "/radar/rules/ladder"), forms.open(RadarForms.SetCadence.class, "/radar/rules/cadence")));
    }

    @PostMapping("/radar/rules/ladder")
    @Requires(ASSIGN_CASES)
    View ladder(Form<RadarForms.SetLadder> form) {
        return form.did(() -> radar.set(form.said().ladder())) ? Page.at("/radar/rules") : Page.again(page(form, forms.open(RadarForms.SetCadence.class, "/radar/rules/cadence")));
    }

    @PostMapping("/radar/rules/cadence")
    @Requires(ASSIGN_CASES)
    View cadence(Form<RadarForms.SetCadence> form) {
        return form.did(() -> radar.rule(form.said().program(), form.said().level(), form.said().days())) ? Page.at("/radar/rules")
                : Page.again(page(forms.open(RadarForms.SetLadder.of(radar.ladder()), "/radar/rules/ladder"), form));
    }

    @PostMapping("/radar/rules/cosignature")
    @Requires(ASSIGN_CASES)
    View cosign(Form<NoteForms.AskCosign> form) {
        return form.did(() -> reviews.ask(form.said().kinds() == null ? List.of() : form.said().kinds())) ? Page.at("/radar/rules")
                : Page.again(page(forms.open(RadarForms.SetLadder.of(radar.ladder()), "/radar/rules/ladder"), forms.open(RadarForms.SetCadence.class, "/radar/rules/cadence"), form));
    }

    private gg.jte.models.runtime.JteModel page(Form<RadarForms.SetLadder> ladder, Form<RadarForms.SetCadence> cadence) {
        return page(ladder, cadence, forms.open(new NoteForms.AskCosign(reviews.kinds()), "/radar/rules/cosignature"));
    }

    private gg.jte.models.runtime.JteModel page(Form<RadarForms.SetLadder> ladder, Form<RadarForms.SetCadence> cadence, Form<NoteForms.AskCosign> cosign) {
        Map<String, Integer> days = radar.rules().stream().collect(Collectors.toMap(it -> it.programId() + " " + it.level(), it -> it.days()));
        return pages.monitoringRules(ladder, cadence, cosign, programs.all(), days);
    }
}
