package org.casebridge.tasks.web;

import static org.casebridge.access.Permission.ANSWER_REFERRALS;
import static org.casebridge.access.Permission.SEE_MY_DAY;
import static org.casebridge.access.Permission.SEE_TEAM;
import static org.casebridge.access.Permission.SIGNED_IN;

import casebridge.pages.Templates;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.tasks.Day;
import org.casebridge.tasks.Ground;
import org.casebridge.tasks.MyDay;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The start page: who needs one first, and why; the same on paper. */
@Controller
class MyDayController {

    /** How many needs stand on the page before one asks for more. */
    private static final int SHOWN = 10;

    private final MyDay days;
    private final Forms forms;
    private final Templates pages;

    MyDayController(MyDay days, Forms forms, Templates pages) {
        this.days = days;
        this.forms = forms;
        this.pages = pages;
    }

    /** Whoever has no tasks here starts on the page that is theirs. */
    @GetMapping("/")
    @Requires(SIGNED_IN)
    View show(@RequestParam(defaultValue = "NEEDED") Day.Order order, @RequestParam(required = false) Ground.@Nullable Lane lane, @RequestParam(defaultValue = "0") int more) {
        var me = Actor.current();
        if (!me.may(SEE_MY_DAY)) {
            return Page.at(me.may(ANSWER_REFERRALS) && !me.may(SEE_TEAM) ? "/answers" : "/team");
        }
        var shown = SHOWN + Math.clamp(more, 0, 10_000);
        var day = days.of(order, shown);
        Here.shows(day.clients(day.in(lane).stream().limit(shown).toList()));
        return Page.of(pages.tasksMyday(day, order, lane, shown, forms.open(AddTask.class, "/tasks")));
    }

    /** The whole list with its sums, to print. */
    @GetMapping("/worklist")
    @Requires(SEE_MY_DAY)
    View print() {
        var day = days.of(Day.Order.NEEDED, 0);
        Here.shows(day.clients(day.needs()));
        return Page.of(pages.tasksWorklist(day));
    }
}
