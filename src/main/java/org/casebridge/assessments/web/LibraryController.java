package org.casebridge.assessments.web;

import static org.casebridge.access.Permission.ADMINISTER;
import static org.casebridge.access.Permission.SEE_DIRECTORY;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.casebridge.access.Requires;
import org.casebridge.assessments.Administering;
import org.casebridge.assessments.CutOffs;
import org.casebridge.assessments.Instruments;
import org.casebridge.assessments.Scoring;
import org.casebridge.assessments.Terms;
import org.casebridge.assessments.Wordings;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The library of instruments: what there is, for what, how long it takes, under which licence, and how it is scored; where an administrator moves
 * cut-offs and confirms terms. Holds nothing about clients.
 */
@Controller
@RequestMapping("/library")
class LibraryController {

    private final Instruments instruments;
    private final CutOffs cutOffs;
    private final Terms terms;
    private final Administering administering;
    private final Wordings wordings;
    private final Forms forms;
    private final Templates pages;

    LibraryController(Instruments instruments, CutOffs cutOffs, Terms terms, Administering administering, Wordings wordings, Forms forms, Templates pages) {
        this.instruments = instruments;
        this.cutOffs = cutOffs;
        this.terms = terms;
        this.administering = administering;
        this.wordings = wordings;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    @Requires(SEE_DIRECTORY)
    View list(@RequestParam(defaultValue = "") String find) {
        return Page.of(pages.assessmentsLibrary(instruments.about(find), find, Instruments.refused(find)));
    }

    @GetMapping("/{instrument}")
    @Requires(SEE_DIRECTORY)
    View show(@PathVariable String instrument) {
        instruments.get(instrument);
        return Page.of(page(instrument, moving(instrument), confirming(instrument), requiring(instrument), loading(instrument)));
    }

    @PostMapping("/{instrument}/cut-offs")
    @Requires(ADMINISTER)
    View move(@PathVariable String instrument, Form<MoveCutOffs> form) {
        instruments.get(instrument);
        var bounds = bounds(form, cutOffs.movable(instrument));
        boolean moved = !form.wrong() && form.did(() -> cutOffs.move(instrument, form.said().from(), bounds, form.said().reason()));
        return moved ? Page.at("/library/" + instrument) : Page.again(page(instrument, form, confirming(instrument), requiring(instrument), loading(instrument)));
    }

    @PostMapping("/{instrument}/terms")
    @Requires(ADMINISTER)
    View confirm(@PathVariable String instrument, Form<ConfirmTerms> form) {
        instruments.get(instrument);
        if (form.wrong()) {
            return Page.again(page(instrument, moving(instrument), form, requiring(instrument), loading(instrument)));
        }
        terms.confirm(instrument, form.said().textRead());
        return Page.at("/library/" + instrument);
    }

    @PostMapping("/{instrument}/workers")
    @Requires(ADMINISTER)
    View require(@PathVariable String instrument, Form<AskOnlyBy> form) {
        instruments.get(instrument);
        boolean set = !form.wrong() && form.did(() -> administering.require(instrument, form.said().anyOf() == null ? List.of() : form.said().anyOf(), form.said().training() == null ? "" : form.said().training()));
        return set ? Page.at("/library/" + instrument) : Page.again(page(instrument, moving(instrument), confirming(instrument), form, loading(instrument)));
    }

    @PostMapping("/{instrument}/words")
    @Requires(ADMINISTER)
    View load(@PathVariable String instrument, Form<LoadWords> form) {
        instruments.get(instrument);
        boolean loaded = !form.wrong() && form.did(() -> wordings.load(instrument, form.said().words()));
        return loaded ? Page.at("/library/" + instrument) : Page.again(page(instrument, moving(instrument), confirming(instrument), requiring(instrument), form));
    }

    @PostMapping("/{instrument}/words/withdrawal")
    @Requires(ADMINISTER)
    View withdraw(@PathVariable String instrument) {
        wordings.withdraw(instrument);
        return Page.at("/library/" + instrument);
    }

    /** One number for each band after the first; what is none is put beside its field. */
    private static List<Integer> bounds(Form<?> form, Scoring scoring) {
        var bounds = new ArrayList<Integer>();
        for (int i = 1; i < scoring.bands().size(); i++) {
            var said = form.value("bound-" + i).strip();
            if (said.matches("\\d{1,4}")) {
                bounds.add(Integer.valueOf(said));
            } else {
                form.refuse("bound-" + i, "Write a whole number from {least} to {most}.", scoring.lowest(), scoring.highest());
            }
        }
        return bounds;
    }

    private Form<MoveCutOffs> moving(String instrument) {
        return forms.open(MoveCutOffs.class, "/library/" + instrument + "/cut-offs");
    }

    private Form<ConfirmTerms> confirming(String instrument) {
        return forms.open(ConfirmTerms.class, "/library/" + instrument + "/terms");
    }

    private Form<AskOnlyBy> requiring(String instrument) {
        var known = administering.of(instrument).map(it -> Map.of("anyOf", it.anyOf().stream().map(Enum::name).toList(), "training", List.of(it.training()))).orElse(Map.of());
        return forms.open(AskOnlyBy.class, known, "/library/" + instrument + "/workers");
    }

    private Form<LoadWords> loading(String instrument) {
        return forms.open(LoadWords.class, "/library/" + instrument + "/words");
    }

    private JteModel page(String instrument, Form<MoveCutOffs> move, Form<ConfirmTerms> confirm, Form<AskOnlyBy> require, Form<LoadWords> load) {
        return pages.assessmentsInstrument(instruments.get(instrument), instruments.scoring(instrument).orElse(null), cutOffs.of(instrument), terms.of(instrument).orElse(null),
                administering.of(instrument).orElse(null), wordings.loaded(instrument).orElse(null), wordings.current(instrument).questions().size(), move, confirm, require, load);
    }
}
