package org.casebridge.referrals.web;

import static org.casebridge.access.Permission.CHANGE_DIRECTORY;
import static org.casebridge.access.Permission.SEE_DIRECTORY;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Map;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.casebridge.kernel.WallClock;
import org.casebridge.referrals.Places;
import org.casebridge.referrals.RealityBoard;
import org.casebridge.referrals.Referrals;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What services really do, by when they agreed to answer, and their beds and slots. Nothing here is about any client. */
@Controller
class BoardController {

    private final RealityBoard board;
    private final Referrals referrals;
    private final Places places;
    private final Services services;
    private final Forms forms;
    private final Templates pages;

    BoardController(RealityBoard board, Referrals referrals, Places places, Services services, Forms forms, Templates pages) {
        this.board = board;
        this.referrals = referrals;
        this.places = places;
        this.services = services;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/referrals/board")
    @Requires(SEE_DIRECTORY)
    View board(@RequestParam(required = false) @Nullable NeedCategory need) {
        return Page.of(pages.referralsBoard(board.all().stream().filter(it -> need == null || it.need() == need).limit(200).toList(), need));
    }

    @GetMapping("/referrals/board/{service}")
    @Requires(SEE_DIRECTORY)
    View service(@PathVariable ServiceId service) {
        return Page.of(page(service, Map.of()));
    }

    @PostMapping("/referrals/board/{service}/level")
    @Requires(CHANGE_DIRECTORY)
    View agree(@PathVariable ServiceId service, Form<AgreeOnDays> form) {
        return form.did(() -> referrals.agree(service, form.said().workingDays())) ? Page.at(path(service)) : Page.again(page(service, Map.of(AgreeOnDays.class, form)));
    }

    @PostMapping("/referrals/board/{service}/beds")
    @Requires(CHANGE_DIRECTORY)
    View beds(@PathVariable ServiceId service, Form<AddBeds> form) {
        return form.did(() -> places.addBeds(service, form.said().called(), form.said().count())) ? Page.at(path(service)) : Page.again(page(service, Map.of(AddBeds.class, form)));
    }

    @PostMapping("/referrals/board/{service}/slots")
    @Requires(CHANGE_DIRECTORY)
    View slot(@PathVariable ServiceId service, Form<AddSlot> form) {
        return form.did(() -> places.addSlot(service, form.said().called(), WallClock.at(form.said().on(), form.said().at(), Actor.current().zone()))) ? Page.at(path(service))
                : Page.again(page(service, Map.of(AddSlot.class, form)));
    }

    @SuppressWarnings("unchecked")
    private JteModel page(ServiceId service, Map<Class<?>, Form<?>> wrong) {
        var path = path(service);
        var level = wrong.containsKey(AgreeOnDays.class) ? (Form<AgreeOnDays>) wrong.get(AgreeOnDays.class) : forms.open(new AgreeOnDays(referrals.level(service)), path + "/level");
        var beds = wrong.containsKey(AddBeds.class) ? (Form<AddBeds>) wrong.get(AddBeds.class) : forms.open(AddBeds.class, path + "/beds");
        var slot = wrong.containsKey(AddSlot.class) ? (Form<AddSlot>) wrong.get(AddSlot.class) : forms.open(AddSlot.class, path + "/slots");
        return pages.referralsReality(services.line(service), board.of(service), places.of(service), referrals.level(service), level, beds, slot, path);
    }

    private static String path(ServiceId service) {
        return "/referrals/board/" + service.text();
    }
}
