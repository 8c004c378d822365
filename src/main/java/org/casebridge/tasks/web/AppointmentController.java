package org.casebridge.tasks.web;

import static org.casebridge.access.Permission.DO_TASKS;
import static org.casebridge.access.Permission.SEE_TASKS;

import casebridge.pages.Templates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.tasks.Appointment;
import org.casebridge.tasks.AppointmentId;
import org.casebridge.tasks.AppointmentLine;
import org.casebridge.tasks.Appointments;
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

/** Appointments, about a client or not: made, listed, changed, cancelled. */
@Controller
class AppointmentController {

    private final Appointments appointments;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    AppointmentController(Appointments appointments, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.appointments = appointments;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    /** The acting person's, from today on for four weeks. */
    @GetMapping("/appointments")
    @Requires(SEE_TASKS)
    View list() {
        var today = LocalDate.now(clock.withZone(Actor.current().zone()));
        var own = appointments.own(today, today.plusDays(28));
        Here.shows(own.stream().map(AppointmentLine::clientId).filter(Objects::nonNull).distinct().toList());
        return Page.of(pages.tasksAppointments(own));
    }

    /** With the day, the time and the minutes of the place in a calendar from where one comes. */
    @GetMapping({"/appointments/new", "/clients/{client}/appointments/new"})
    @Requires(DO_TASKS)
    View open(@PathVariable(required = false) @Nullable ClientId client, @RequestParam(required = false) @Nullable LocalDate on, @RequestParam(required = false) @Nullable LocalTime at) {
        var known = new HashMap<String, List<String>>();
        if (on != null) {
            known.put("on", List.of(on.toString()));
        }
        if (at != null) {
            known.put("at", List.of(at.toString()));
        }
        return Page.of(pages.tasksMakeappointment(client == null ? null : heads.of(client), forms.open(MakeAppointment.class, known, list(client))));
    }

    @PostMapping({"/appointments", "/clients/{client}/appointments"})
    @Requires(DO_TASKS)
    View add(@PathVariable(required = false) @Nullable ClientId client, Form<MakeAppointment> form) {
        var head = client == null ? null : heads.of(client);
        if (!form.did(() -> add(client, form.said()))) {
            return Page.again(pages.tasksMakeappointment(head, form));
        }
        return Page.at(client == null ? "/" : "/clients/" + client.text() + "/tasks");
    }

    @GetMapping({"/appointments/{appointment}", "/clients/{client}/appointments/{appointment}"})
    @Requires(SEE_TASKS)
    View show(@PathVariable(required = false) @Nullable ClientId client, @PathVariable AppointmentId appointment) {
        var line = appointments.line(client, appointment);
        return Page.of(pages.tasksAppointment(client == null ? null : heads.of(client), line, forms.open(GiveReason.class, line.path() + "/cancellation")));
    }

    @PostMapping({"/appointments/{appointment}/cancellation", "/clients/{client}/appointments/{appointment}/cancellation"})
    @Requires(DO_TASKS)
    View cancel(@PathVariable(required = false) @Nullable ClientId client, @PathVariable AppointmentId appointment, Form<GiveReason> form) {
        if (!form.did(() -> appointments.cancel(client, appointment, form.said().reason()))) {
            return Page.again(pages.tasksAppointment(client == null ? null : heads.of(client), appointments.line(client, appointment), form));
        }
        return Page.at(client == null ? "/" : "/clients/" + client.text() + "/tasks");
    }

    @GetMapping({"/appointments/{appointment}/change", "/clients/{client}/appointments/{appointment}/change"})
    @Requires(DO_TASKS)
    View known(@PathVariable(required = false) @Nullable ClientId client, @PathVariable AppointmentId appointment) {
        var it = appointments.get(client, appointment);
        var begins = it.startsAt().atZone(Actor.current().zone());
        var known = new ChangeAppointment(it.title(), begins.toLocalDate(), begins.toLocalTime(), it.minutes(), it.withWhom(), it.place(), it.withClient(), null, it.version());
        return Page.of(changePage(client, appointment, forms.open(known, list(client) + "/" + appointment.text())));
    }

    @PostMapping({"/appointments/{appointment}", "/clients/{client}/appointments/{appointment}"})
    @Requires(DO_TASKS)
    View change(@PathVariable(required = false) @Nullable ClientId client, @PathVariable AppointmentId appointment, Form<ChangeAppointment> form) {
        return form.did(() -> change(client, appointment, form.said())) ? Page.at(list(client) + "/" + appointment.text()) : Page.again(changePage(client, appointment, form));
    }

    private AppointmentId add(@Nullable ClientId client, MakeAppointment said) {
        return appointments.add(client, said(said.title(), said.minutes(), said.withWhom(), said.place(), said.withClient()), said.on(), said.at(), Boolean.TRUE.equals(said.despite()));
    }

    private void change(@Nullable ClientId client, AppointmentId id, ChangeAppointment said) {
        appointments.change(client, id, said(said.title(), said.minutes(), said.withWhom(), said.place(), said.withClient()), said.on(), said.at(), Boolean.TRUE.equals(said.despite()), said.version());
    }

    private static Appointment.Said said(String title, int minutes, @Nullable String withWhom, @Nullable String place, @Nullable Boolean withClient) {
        return new Appointment.Said(title, Instant.EPOCH, minutes, withWhom == null ? "" : withWhom, place == null ? "" : place, Boolean.TRUE.equals(withClient));
    }

    private gg.jte.models.runtime.JteModel changePage(@Nullable ClientId client, AppointmentId id, Form<ChangeAppointment> form) {
        return pages.tasksChangeappointment(client == null ? null : heads.of(client), appointments.line(client, id), form);
    }

    private static String list(@Nullable ClientId client) {
        return (client == null ? "" : "/clients/" + client.text()) + "/appointments";
    }
}
