package org.casebridge.monitoring.web;

import static org.casebridge.access.Permission.RECORD_CONTACTS;

import casebridge.pages.Templates;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.caseload.CaseLine;
import org.casebridge.clients.ClientHeads;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.WallClock;
import org.casebridge.messaging.Contact;
import org.casebridge.messaging.Mode;
import org.casebridge.messaging.Note;
import org.casebridge.monitoring.ContactEntry;
import org.casebridge.monitoring.GroupSessions;
import org.casebridge.monitoring.Monitoring;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** A note from anywhere, and one for a whole group: about people of one's own caseload. */
@Controller
class QuickNoteController {

    private final Monitoring monitoring;
    private final GroupSessions groups;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    QuickNoteController(Monitoring monitoring, GroupSessions groups, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.monitoring = monitoring;
        this.groups = groups;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/note")
    @Requires(RECORD_CONTACTS)
    View open() {
        return Page.of(page(forms.open(QuickNote.class, Map.of("mode", List.of("PHONE"), "direction", List.of("OUTGOING"), "outcome", List.of("REACHED"), "sign", List.of("true")), "/note")));
    }

    @PostMapping("/note")
    @Requires(RECORD_CONTACTS)
    View record(Form<QuickNote> form) {
        if (!form.did(() -> record(form.said()))) {
            return Page.again(page(form));
        }
        return Page.at(Boolean.TRUE.equals(form.said().again()) ? "/note" : "/clients/" + form.said().about().text());
    }

    private void record(QuickNote said) {
        if (groups.people().stream().noneMatch(it -> it.clientId().equals(said.about()))) {
            throw Refused.invalid("Choose one of your own people; about others, begin on their page.").at("about");
        }
        heads.of(said.about());
        var around = new Contact.Around(null, "", Contact.Interpreted.NONE, "", "", said.despite() == null || said.despite().isBlank() ? null : said.despite().strip(), null);
        monitoring.record(said.about(), ContactEntry.of(new Contact.Said(clock.instant(), said.mode(), said.direction(), Contact.Party.CLIENT, "", null, said.outcome(), around), Note.Written.free(said.words()),
                Boolean.TRUE.equals(said.sign()), List.of(), null));
    }

    @GetMapping("/sessions/new")
    @Requires(RECORD_CONTACTS)
    View group() {
        var now = clock.instant().atZone(Actor.current().zone());
        var known = new LinkedHashMap<String, List<String>>(Map.of("on", List.of(now.toLocalDate().toString()), "at", List.of(now.toLocalTime().withSecond(0).withNano(0).toString()), "sign", List.of("true")));
        return Page.of(session(forms.open(GroupSession.class, known, "/sessions")));
    }

    @PostMapping("/sessions")
    @Requires(RECORD_CONTACTS)
    View group(Form<GroupSession> form) {
        return form.did(() -> group(form.said())) ? Page.at("/radar") : Page.again(session(form));
    }

    private void group(GroupSession said) {
        var people = said.people() == null ? List.<GroupSessions.Of>of() : said.people().stream().filter(it -> it != null && it.client() != null && it.attendance() != null)
                .map(it -> new GroupSessions.Of(it.client(), it.attendance() == GroupSession.Attendance.CAME, it.words() == null ? "" : it.words().strip())).toList();
        groups.record(WallClock.at(said.on(), said.at(), Actor.current().zone()), said.minutes(), said.place() == null ? "" : said.place().strip(), said.words().strip(), people, Boolean.TRUE.equals(said.sign()));
    }

    private gg.jte.models.runtime.JteModel page(Form<QuickNote> form) {
        var people = people();
        return pages.monitoringQuicknote(form, people, List.of(Mode.values()).stream().filter(it -> it != Mode.GROUP).toList());
    }

    private gg.jte.models.runtime.JteModel session(Form<GroupSession> form) {
        return pages.monitoringGroup(form, people());
    }

    private List<CaseLine> people() {
        var people = groups.people();
        Here.shows(people.stream().map(CaseLine::clientId).toList());
        return people;
    }
}
