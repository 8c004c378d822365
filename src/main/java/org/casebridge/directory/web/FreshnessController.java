package org.casebridge.directory.web;

import static org.casebridge.access.Permission.CHANGE_DIRECTORY;

import casebridge.pages.Templates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebridge.access.Requires;
import org.casebridge.codes.NeedCategory;
import org.casebridge.directory.Freshness;
import org.casebridge.directory.ServiceId;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** What of the directory is to be checked again, and how long capacity is believed. */
@Controller
class FreshnessController {

    private static final String AT = "/directory/freshness";

    private final Freshness freshness;
    private final Forms forms;
    private final Templates pages;

    FreshnessController(Freshness freshness, Forms forms, Templates pages) {
        this.freshness = freshness;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping(AT)
    @Requires(CHANGE_DIRECTORY)
    View show() {
        Map<String, List<String>> now = freshness.decay().entrySet().stream().collect(Collectors.toMap(it -> "days[" + it.getKey().name() + "]", it -> List.of(String.valueOf(it.getValue()))));
        return Page.of(pages.directoryFreshness(freshness.due(), forms.open(SetDecay.class, now, AT)));
    }

    @PostMapping(AT)
    @Requires(CHANGE_DIRECTORY)
    View decay(Form<SetDecay> form) {
        return form.did(() -> freshness.decay(form.said().set())) ? Page.at(AT) : Page.again(pages.directoryFreshness(freshness.due(), form));
    }

    @PostMapping("/directory/services/{service}/check")
    @Requires(CHANGE_DIRECTORY)
    View check(@PathVariable ServiceId service) {
        freshness.check(service);
        return Page.at("/directory/services/" + service.text());
    }

    /** Days by kind of service; what is left blank is usual. */
    record SetDecay(@Nullable Map<NeedCategory, @Nullable Integer> days) {

        Map<NeedCategory, Integer> set() {
            var set = new LinkedHashMap<NeedCategory, Integer>();
            if (days != null) {
                days.forEach((need, many) -> {
                    if (many != null) {
                        set.put(need, many);
                    }
                });
            }
            return set;
        }
    }
}
