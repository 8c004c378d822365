package org.casebridge.calendar.web;

import static org.casebridge.access.Permission.CHANGE_TEAM;
import static org.casebridge.access.Permission.SEE_MY_DAY;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.calendar.BroughtTimes;
import org.casebridge.calendar.Calendars;
import org.casebridge.calendar.Feeds;
import org.casebridge.kernel.FederalHoliday;
import org.casebridge.tasks.BusyTimes;
import org.casebridge.tasks.CalendarEntry;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.casebridge.workforce.AddLeave;
import org.casebridge.workforce.CloseDay;
import org.casebridge.workforce.SetWorkTime;
import org.casebridge.workforce.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** When one works and is away, times taken elsewhere, and the address for a calendar program; and when the agency is open. */
@Controller
class WorkTimeController {

    private static final String OWN = "/work-time";
    private static final String AGENCY = "/agency/work-time";

    private final WorkCalendar work;
    private final BroughtTimes brought;
    private final Feeds feeds;
    private final BusyTimes busy;
    private final Calendars calendars;
    private final Forms forms;
    private final Templates pages;

    WorkTimeController(WorkCalendar work, BroughtTimes brought, Feeds feeds, BusyTimes busy, Calendars calendars, Forms forms, Templates pages) {
        this.work = work;
        this.brought = brought;
        this.feeds = feeds;
        this.busy = busy;
        this.calendars = calendars;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping(OWN)
    @Requires(SEE_MY_DAY)
    View show() {
        return Page.of(own(hours(), leave(), file()));
    }

    @PostMapping(OWN)
    @Requires(SEE_MY_DAY)
    View set(Form<SetWorkTime> form) {
        return form.did(() -> work.setOwn(form.said())) ? Page.at(OWN) : Page.again(own(form, leave(), file()));
    }

    @PostMapping("/work-time/leave")
    @Requires(SEE_MY_DAY)
    View add(Form<AddLeave> form) {
        return form.did(() -> work.addLeave(form.said())) ? Page.at(OWN) : Page.again(own(hours(), form, file()));
    }

    @PostMapping("/work-time/leave/{leave}/ending")
    @Requires(SEE_MY_DAY)
    View end(@PathVariable UUID leave) {
        work.endLeave(leave);
        return Page.at(OWN);
    }

    @PostMapping("/work-time/files")
    @Requires(SEE_MY_DAY)
    View bring(Form<BringFile> form, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        var bytes = file == null ? new byte[0] : file.getBytes();
        return form.did(() -> brought.bring(form.said().name().strip(), bytes)) ? Page.at(OWN) : Page.again(own(hours(), leave(), form));
    }

    @PostMapping("/work-time/files/{file}/removal")
    @Requires(SEE_MY_DAY)
    View remove(@PathVariable UUID file) {
        brought.remove(file);
        return Page.at(OWN);
    }

    @GetMapping(AGENCY)
    @Requires(CHANGE_TEAM)
    View agency() {
        return Page.of(agency(forms.open(SetWorkTime.of(work.agencyTime()), AGENCY), closing()));
    }

    @PostMapping(AGENCY)
    @Requires(CHANGE_TEAM)
    View setAgency(Form<SetWorkTime> form) {
        return form.did(() -> work.setAgency(form.said())) ? Page.at(AGENCY) : Page.again(agency(form, closing()));
    }

    @PostMapping("/agency/work-time/holidays")
    @Requires(CHANGE_TEAM)
    View keep(@RequestParam(required = false) @Nullable Set<FederalHoliday> kept) {
        work.keep(kept == null ? Set.of() : kept);
        return Page.at(AGENCY);
    }

    @PostMapping("/agency/work-time/closed")
    @Requires(CHANGE_TEAM)
    View close(Form<CloseDay> form) {
        return form.did(() -> work.close(form.said())) ? Page.at(AGENCY) : Page.again(agency(forms.open(SetWorkTime.of(work.agencyTime()), AGENCY), form));
    }

    @PostMapping("/agency/work-time/closed/{day}/opening")
    @Requires(CHANGE_TEAM)
    View open(@PathVariable LocalDate day) {
        work.open(day);
        return Page.at(AGENCY);
    }

    private JteModel own(Form<SetWorkTime> hours, Form<AddLeave> leave, Form<BringFile> file) {
        var me = Actor.current();
        var leaves = work.leaves(me.account(), work.today(), work.today().plusYears(3));
        List<CalendarEntry> within = leaves.stream().flatMap(it -> busy.of(me.account(), it.fromOn().atStartOfDay(me.zone()).toInstant(), it.throughOn().plusDays(1).atStartOfDay(me.zone()).toInstant()).stream())
                .filter(it -> it.kind() != CalendarEntry.Kind.BUSY && it.move() != null).toList();
        Here.shows(within.stream().map(CalendarEntry::clientId).filter(java.util.Objects::nonNull).distinct().toList());
        return pages.calendarWorktime(work.time(me.account()), leaves, within, work.coming(), brought.own(), feeds.own().orElse(null), hours, leave, file);
    }

    private JteModel agency(Form<SetWorkTime> hours, Form<CloseDay> closing) {
        return pages.calendarAgency(work.coming(), work.keptOpen(), calendars.today().getYear(), hours, closing);
    }

    private Form<SetWorkTime> hours() {
        return forms.open(SetWorkTime.of(work.time(Actor.current().account())), OWN);
    }

    private Form<AddLeave> leave() {
        return forms.open(AddLeave.class, "/work-time/leave");
    }

    private Form<BringFile> file() {
        return forms.open(BringFile.class, "/work-time/files");
    }

    private Form<CloseDay> closing() {
        return forms.open(CloseDay.class, "/agency/work-time/closed");
    }
}
