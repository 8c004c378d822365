package org.casebridge.oversight.web;

import static org.casebridge.access.Permission.SEE_LOOKS;
import static org.casebridge.web.Say.say;

import casebridge.pages.Templates;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.oversight.Alert;
import org.casebridge.oversight.AlertId;
import org.casebridge.oversight.AlertLine;
import org.casebridge.oversight.Alerts;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Looks that need a reason, and what came of each. */
@Controller
class AlertController {

    private final Alerts alerts;
    private final Forms forms;
    private final Templates pages;

    AlertController(Alerts alerts, Forms forms, Templates pages) {
        this.alerts = alerts;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/alerts")
    @Requires(SEE_LOOKS)
    View list(@RequestParam(defaultValue = "false") boolean all, @RequestParam(required = false) @Nullable Instant before) {
        var lines = alerts.list(!all, before);
        shown(lines);
        return Page.of(pages.oversightAlerts(lines, all, before != null));
    }

    @GetMapping("/alerts/{alert}")
    @Requires(SEE_LOOKS)
    View show(@PathVariable AlertId alert) {
        return Page.of(pages.oversightAlert(line(alert), forms.open(ReviewAlert.class, action(alert)), states()));
    }

    @PostMapping("/alerts/{alert}/review")
    @Requires(SEE_LOOKS)
    View review(@PathVariable AlertId alert, Form<ReviewAlert> form) {
        if (!form.did(() -> alerts.review(alert, form.said().state(), form.said().words().strip()))) {
            var line = line(alert);
            if (line.alert().state() != Alert.State.OPEN) {
                throw Refused.conflict("This alert was reviewed already.");
            }
            return Page.again(pages.oversightAlert(line, form, states()));
        }
        return Page.at("/alerts");
    }

    private AlertLine line(AlertId alert) {
        var line = alerts.get(alert);
        shown(List.of(line));
        return line;
    }

    private static void shown(List<AlertLine> lines) {
        Here.shows(lines.stream().filter(it -> it.client() != null).map(it -> it.alert().subject()).filter(Objects::nonNull).distinct().map(ClientId::new).toList());
    }

    private static List<Option> states() {
        return Stream.of(Alert.State.EXPLAINED, Alert.State.FOLLOWED_UP).map(it -> new Option(it.name(), say(it))).toList();
    }

    private static String action(AlertId alert) {
        return "/alerts/" + alert.text() + "/review";
    }
}
