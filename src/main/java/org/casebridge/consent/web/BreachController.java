package org.casebridge.consent.web;

import static org.casebridge.access.Permission.KEEP_BREACHES;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Map;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientSearch;
import org.casebridge.clients.FoundClient;
import org.casebridge.consent.Breach;
import org.casebridge.consent.BreachForms.AddPerson;
import org.casebridge.consent.BreachForms.AssessBreach;
import org.casebridge.consent.BreachForms.CountOthers;
import org.casebridge.consent.BreachForms.NoteTelling;
import org.casebridge.consent.BreachForms.Probability;
import org.casebridge.consent.BreachForms.RegisterBreach;
import org.casebridge.consent.BreachId;
import org.casebridge.consent.Breaches;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The privacy officer's register of breaches: what happened, what is due, who is touched, who was told. */
@Controller
class BreachController {

    private final Breaches breaches;
    private final ClientSearch search;
    private final Forms forms;
    private final Templates pages;
    private final ConsentStart starts;

    BreachController(Breaches breaches, ClientSearch search, Forms forms, Templates pages, ConsentStart starts) {
        this.breaches = breaches;
        this.search = search;
        this.forms = forms;
        this.pages = pages;
        this.starts = starts;
    }

    @GetMapping("/breaches")
    @Requires(KEEP_BREACHES)
    View list() {
        return Page.of(pages.consentBreaches(breaches.all(), starts.today()));
    }

    @GetMapping("/breaches/new")
    @Requires(KEEP_BREACHES)
    View blank() {
        return Page.of(pages.consentBreachnew(forms.open(RegisterBreach.class, Map.of("discoveredOn", List.of(starts.today().toString())), "/breaches")));
    }

    @PostMapping("/breaches")
    @Requires(KEEP_BREACHES)
    View register(Form<RegisterBreach> form) {
        var id = form.attempt(() -> breaches.register(form.said()));
        return id == null ? Page.again(pages.consentBreachnew(form)) : Page.at("/breaches/" + id.text());
    }

    @GetMapping("/breaches/{breach}")
    @Requires(KEEP_BREACHES)
    View show(@PathVariable BreachId breach, @RequestParam(defaultValue = "") String find) {
        return Page.of(page(breach, find, null, null, null, null));
    }

    @PostMapping("/breaches/{breach}/assessment")
    @Requires(KEEP_BREACHES)
    View assess(@PathVariable BreachId breach, Form<AssessBreach> form) {
        return form.did(() -> breaches.assess(breach, form.said())) ? at(breach) : Page.again(page(breach, "", form, null, null, null));
    }

    @PostMapping("/breaches/{breach}/persons")
    @Requires(KEEP_BREACHES)
    View add(@PathVariable BreachId breach, Form<AddPerson> form, @RequestParam(defaultValue = "") String find) {
        return form.did(() -> breaches.add(breach, form.said().person(), form.said().livesIn())) ? at(breach) : Page.again(page(breach, find, null, form, null, null));
    }

    @PostMapping("/breaches/{breach}/others")
    @Requires(KEEP_BREACHES)
    View count(@PathVariable BreachId breach, Form<CountOthers> form) {
        return form.did(() -> breaches.count(breach, form.said().countedIn(), form.said().others())) ? at(breach) : Page.again(page(breach, "", null, null, form, null));
    }

    @PostMapping("/breaches/{breach}/telling")
    @Requires(KEEP_BREACHES)
    View told(@PathVariable BreachId breach, Form<NoteTelling> form) {
        return form.did(() -> breaches.told(breach, form.said())) ? at(breach) : Page.again(page(breach, "", null, null, null, form));
    }

    /** The page, with one of its four forms as it came back. */
    private JteModel page(BreachId id, String find, @Nullable Form<AssessBreach> assess, @Nullable Form<AddPerson> person, @Nullable Form<CountOthers> others, @Nullable Form<NoteTelling> told) {
        var breach = breaches.get(id);
        List<FoundClient> found = find.isBlank() ? List.of() : search.find(find, 10);
        Here.shows(java.util.stream.Stream.concat(breach.persons().stream().map(Breach.Person::clientId), found.stream().map(it -> it.line().id())).distinct().toList());
        return pages.consentBreach(breach, starts.today(), find, found, assess == null ? forms.open(AssessBreach.class, known(breach), breach.path() + "/assessment") : assess,
                person == null ? forms.open(AddPerson.class, breach.path() + "/persons") : person, others == null ? forms.open(CountOthers.class, breach.path() + "/others") : others,
                told == null ? forms.open(NoteTelling.class, breach.path() + "/telling") : told);
    }

    private static Map<String, List<String>> known(Breach breach) {
        var it = breach.assessment();
        return it.low() == null ? Map.of() : Map.of("nature", List.of(it.nature()), "recipient", List.of(it.recipient()), "acquired", List.of(it.acquired()), "mitigated", List.of(it.mitigated()),
                "probability", List.of((it.low() ? Probability.LOW : Probability.NOT_LOW).name()));
    }

    private static View at(BreachId id) {
        return Page.at("/breaches/" + id.text());
    }
}
