package org.casebridge.oversight.web;

import static org.casebridge.access.Permission.SEE_LOOKS;

import casebridge.pages.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.audit.AuditLine;
import org.casebridge.audit.AuditLog;
import org.casebridge.audit.AuditProof;
import org.casebridge.clients.ClientId;
import org.casebridge.oversight.LogSearch;
import org.casebridge.web.Form;
import org.casebridge.web.Here;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The log: who, which client, when, what, allowed or refused. */
@Controller
class LogController {

    private static final int NAMED = 5;
    private static final SearchLog ALL = new SearchLog(null, null, null, null, null, null);

    private final LogSearch log;
    private final Accounts accounts;
    private final AuditProof proof;
    private final Templates pages;

    LogController(LogSearch log, Accounts accounts, AuditProof proof, Templates pages) {
        this.log = log;
        this.accounts = accounts;
        this.proof = proof;
        this.pages = pages;
    }

    @GetMapping("/audit")
    @Requires(SEE_LOOKS)
    View search(Form<SearchLog> form, @RequestParam(required = false) @Nullable Instant at, @RequestParam(defaultValue = "0") long id) {
        var said = form.wrong() ? ALL : form.said();
        var clients = log.clients(said.client());
        if (said.client() != null && !said.client().isBlank() && clients.isEmpty()) {
            form.refuse("client", "Nobody was found by this. Write a name, a birth date or a number, as in the search above.");
        }
        var found = form.wrong() ? List.<AuditLine>of() : log.page(said.query(clients, Actor.current().zone()), at, id);
        var shown = found.subList(0, Math.min(found.size(), AuditLog.PAGE));
        var names = log.names(shown.stream().flatMap(it -> it.clients().stream().limit(NAMED)).toList());
        Here.shows(names.keySet().stream().map(ClientId::new).toList());
        var page = pages.oversightLog(form, workers(), shown.stream().map(it -> line(it, names)).toList(), found.size() > shown.size(), at != null, said.address(), proof.standing());
        return form.wrong() ? Page.again(page) : Page.of(page);
    }

    /** A file of all that the search finds; the rows tell who looked at whom, so one shows a factor anew. */
    @GetMapping("/audit/file")
    @Requires(value = SEE_LOOKS, stepUp = true)
    View file(Form<SearchLog> form) {
        var said = form.wrong() ? ALL : form.said();
        var csv = log.csv(said.query(log.clients(said.client()), Actor.current().zone())).getBytes(StandardCharsets.UTF_8);
        return (_, _, response) -> write(response, csv);
    }

    private static void write(HttpServletResponse response, byte[] csv) throws java.io.IOException {
        response.setContentType("text/csv;charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        response.setContentLength(csv.length);
        response.getOutputStream().write(csv);
    }

    private List<Option> workers() {
        return accounts.colleagues().stream().map(it -> new Option(it.id().text(), it.name())).toList();
    }

    private static LogLine line(AuditLine row, Map<UUID, String> names) {
        var clients = row.clients();
        return new LogLine(row, clients.stream().limit(NAMED).map(it -> new LogLine.Person("/clients/" + it, names.getOrDefault(it, ""))).toList(), Math.max(0, clients.size() - NAMED));
    }
}
