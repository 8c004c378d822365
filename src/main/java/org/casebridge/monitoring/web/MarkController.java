package org.casebridge.monitoring.web;

import static org.casebridge.access.Permission.RECORD_CONTACTS;
import static org.casebridge.access.Permission.SEE_CONTACTS;

import casebridge.pages.Templates;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.monitoring.MarkId;
import org.casebridge.monitoring.Marks;
import org.casebridge.monitoring.Radar;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** A client's alerts, flags and acuity. */
@Controller
class MarkController {

    private final Marks marks;
    private final Radar radar;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    MarkController(Marks marks, Radar radar, ClientHeads heads, Forms forms, Templates pages) {
        this.marks = marks;
        this.radar = radar;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/clients/{client}/marks")
    @Requires(SEE_CONTACTS)
    View list(@PathVariable ClientId client) {
        return Page.of(page(client, null, null, null, null));
    }

    @PostMapping("/clients/{client}/marks")
    @Requires(RECORD_CONTACTS)
    View raise(@PathVariable ClientId client, Form<RadarForms.RaiseMark> form) {
        return form.did(() -> {
            heads.of(client);
            var said = form.said();
            marks.raise(client, said.kind(), said.about(), said.priority(), said.words(), said.expiresOn());
        }) ? Page.at(path(client)) : Page.again(page(client, form, null, null, null));
    }

    @PostMapping("/clients/{client}/marks/{mark}/ending")
    @Requires(RECORD_CONTACTS)
    View end(@PathVariable ClientId client, @PathVariable MarkId mark, Form<RadarForms.EndMark> form) {
        return form.did(() -> marks.end(client, mark, form.said().reason())) ? Page.at(path(client)) : Page.again(page(client, null, null, mark, form));
    }

    @PostMapping("/clients/{client}/acuity")
    @Requires(RECORD_CONTACTS)
    View judge(@PathVariable ClientId client, Form<RadarForms.JudgeAcuity> form) {
        return form.did(() -> {
            heads.of(client);
            radar.judge(client, form.said().level(), form.said().words());
        }) ? Page.at(path(client)) : Page.again(page(client, null, form, null, null));
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, @Nullable Form<RadarForms.RaiseMark> raise, @Nullable Form<RadarForms.JudgeAcuity> acuity, @Nullable MarkId ended,
                                                  @Nullable Form<RadarForms.EndMark> ending) {
        return pages.monitoringMarks(heads.of(client), marks.of(client), radar.acuity(client).orElse(null), radar.today(),
                raise != null ? raise : forms.open(RadarForms.RaiseMark.class, path(client)),
                acuity != null ? acuity : forms.open(RadarForms.JudgeAcuity.class, "/clients/" + client.text() + "/acuity"),
                ended == null ? "" : ended.text(), ending != null ? ending : forms.open(RadarForms.EndMark.class, path(client) + "/ending"));
    }

    private static String path(ClientId client) {
        return "/clients/" + client.text() + "/marks";
    }
}
