package org.casebridge.tasks.web;

import static org.casebridge.access.Permission.DO_TASKS;
import static org.casebridge.access.Permission.SEE_TASKS;

import casebridge.pages.Templates;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.tasks.Appointments;
import org.casebridge.tasks.TaskId;
import org.casebridge.tasks.TaskLine;
import org.casebridge.tasks.Tasks;
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
import org.springframework.web.servlet.View;

/** Tasks about a client, on their tab, and one's own. A task about a client is found under the client's address only. */
@Controller
class TaskController {

    private final Tasks tasks;
    private final Appointments appointments;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;
    private final Clock clock;

    TaskController(Tasks tasks, Appointments appointments, ClientHeads heads, Forms forms, Templates pages, Clock clock) {
        this.tasks = tasks;
        this.appointments = appointments;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/clients/{client}/tasks")
    @Requires(SEE_TASKS)
    View of(@PathVariable ClientId client) {
        return Page.of(pages.tasksClient(heads.of(client), tasks.of(client), appointments.of(client), forms.open(AddTask.class, list(client)), owners(client), now()));
    }

    @PostMapping("/clients/{client}/tasks")
    @Requires(DO_TASKS)
    View add(@PathVariable ClientId client, Form<AddTask> form) {
        var head = heads.of(client);
        if (!form.did(() -> tasks.add(client, form.said().said()))) {
            return Page.again(pages.tasksClient(head, tasks.of(client), appointments.of(client), form, owners(client), now()));
        }
        return Page.at(list(client));
    }

    @GetMapping("/tasks")
    @Requires(SEE_TASKS)
    View own() {
        return Page.of(pages.tasksOwn(shown(tasks.own()), forms.open(AddTask.class, "/tasks"), now()));
    }

    @PostMapping("/tasks")
    @Requires(DO_TASKS)
    View addOwn(Form<AddTask> form) {
        if (!form.did(() -> tasks.add(null, form.said().said()))) {
            return Page.again(pages.tasksOwn(shown(tasks.own()), form, now()));
        }
        return Page.at("/tasks");
    }

    @GetMapping({"/tasks/{task}", "/clients/{client}/tasks/{task}"})
    @Requires(SEE_TASKS)
    View show(@PathVariable(required = false) @Nullable ClientId client, @PathVariable TaskId task) {
        var line = tasks.line(client, task);
        return Page.of(page(client, task, forms.open(AddTask.of(line), line.path()), forms.open(GiveReason.class, line.path() + "/exemption")));
    }

    @PostMapping({"/tasks/{task}", "/clients/{client}/tasks/{task}"})
    @Requires(DO_TASKS)
    View change(@PathVariable(required = false) @Nullable ClientId client, @PathVariable TaskId task, Form<AddTask> form) {
        if (!form.did(() -> tasks.change(client, task, form.said().said()))) {
            return Page.again(page(client, task, form, forms.open(GiveReason.class, "")));
        }
        return Page.at(list(client));
    }

    @PostMapping({"/tasks/{task}/done", "/clients/{client}/tasks/{task}/done"})
    @Requires(DO_TASKS)
    View finish(@PathVariable(required = false) @Nullable ClientId client, @PathVariable TaskId task) {
        tasks.finish(client, task);
        return Page.at(list(client));
    }

    @PostMapping({"/tasks/{task}/exemption", "/clients/{client}/tasks/{task}/exemption"})
    @Requires(DO_TASKS)
    View exempt(@PathVariable(required = false) @Nullable ClientId client, @PathVariable TaskId task, Form<GiveReason> form) {
        if (!form.did(() -> tasks.exempt(client, task, form.said().reason()))) {
            var line = tasks.line(client, task);
            return Page.again(page(client, task, forms.open(AddTask.of(line), line.path()), form));
        }
        return Page.at(list(client));
    }

    @PostMapping({"/tasks/{task}/reopening", "/clients/{client}/tasks/{task}/reopening"})
    @Requires(DO_TASKS)
    View reopen(@PathVariable(required = false) @Nullable ClientId client, @PathVariable TaskId task) {
        tasks.reopen(client, task);
        return Page.at(list(client));
    }

    private gg.jte.models.runtime.JteModel page(@Nullable ClientId client, TaskId task, Form<AddTask> form, Form<GiveReason> exemption) {
        return pages.tasksOne(client == null ? null : heads.of(client), tasks.line(client, task), form, exemption, client == null ? null : owners(client), now());
    }

    private List<Option> owners(ClientId client) {
        return tasks.owners(client).stream().filter(it -> !it.id().equals(Actor.current().account())).map(it -> new Option(it.id().text(), it.name())).toList();
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(Actor.current().zone()));
    }

    private static String list(@Nullable ClientId client) {
        return client == null ? "/tasks" : "/clients/" + client.text() + "/tasks";
    }

    /** All of one's tasks; those about clients name them. */
    private static List<TaskLine> shown(List<TaskLine> own) {
        Here.shows(own.stream().map(TaskLine::clientId).filter(Objects::nonNull).distinct().toList());
        return own;
    }
}
