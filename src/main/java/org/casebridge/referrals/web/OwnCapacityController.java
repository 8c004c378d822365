package org.casebridge.referrals.web;

import static org.casebridge.access.Permission.ANSWER_REFERRALS;

import casebridge.pages.Templates;
import java.util.List;
import org.casebridge.access.Requires;
import org.casebridge.consent.Outside;
import org.casebridge.directory.ServiceId;
import org.casebridge.referrals.OwnCapacity;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a partner says whether its own services have room. Nothing here is about any client. */
@Controller
class OwnCapacityController {

    private final OwnCapacity capacity;
    private final Forms forms;
    private final Templates pages;

    OwnCapacityController(OwnCapacity capacity, Forms forms, Templates pages) {
        this.capacity = capacity;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/answers/services")
    @Requires(ANSWER_REFERRALS)
    Outside mine() {
        return page(forms.open(TellCapacity.class, "/answers/services"), HttpStatus.OK);
    }

    @PostMapping("/answers/services/{service}/capacity")
    @Requires(ANSWER_REFERRALS)
    Outside say(@PathVariable ServiceId service, Form<TellCapacity> form) {
        capacity.refuseOthers(service);
        return form.did(() -> capacity.say(service, form.said().capacity())) ? Outside.at("/answers/services") : page(form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Outside page(Form<TellCapacity> form, HttpStatus status) {
        var lines = capacity.mine();
        return Outside.rows(List.of(), status, _ -> pages.referralsCapacity(lines, form));
    }
}
