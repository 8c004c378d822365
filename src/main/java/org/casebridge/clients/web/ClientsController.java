package org.casebridge.clients.web;

import static org.casebridge.access.Permission.SEE_CLIENTS;

import casebridge.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.ClientSearch;
import org.casebridge.clients.FoundClient;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The people one works with, and the search box of every page. */
@Controller
class ClientsController {

    private static final int QUICK = 8;

    private final ClientSearch search;
    private final Templates pages;

    ClientsController(ClientSearch search, Templates pages) {
        this.search = search;
        this.pages = pages;
    }

    /** With {@code quick}, only the list below the search box, as somebody types. A character that PostgreSQL cannot hold is told, not searched for. */
    @GetMapping("/clients")
    @Requires(SEE_CLIENTS)
    View list(HttpServletRequest request, @RequestParam(defaultValue = "") String quick,
              @RequestParam(required = false) @Nullable String after, @RequestParam(required = false) @Nullable ClientId last) {
        var typed = Objects.requireNonNullElse(request.getParameter("find"), "");
        var find = typed.replace("\0", "").strip();
        if (find.length() < typed.strip().length()) {
            return Page.again(quick.isEmpty() ? pages.clientsList(find, List.of(), false, false, true) : pages.clientsQuick(find, List.of(), false));
        }
        if (!quick.isEmpty()) {
            var found = shown(search.find(find, QUICK), QUICK);
            return Page.of(pages.clientsQuick(find, found.clients(), found.more()));
        }
        if (find.isBlank()) {
            var mine = shown(search.mine(after, last), ClientSearch.PAGE);
            return Page.of(pages.clientsList("", mine.clients(), mine.more(), last != null, false));
        }
        var found = shown(search.find(find, ClientSearch.PAGE), ClientSearch.PAGE);
        return Page.of(pages.clientsList(find, found.clients(), found.more(), false, false));
    }

    private record Shown(List<FoundClient> clients, boolean more) {}

    private static Shown shown(List<FoundClient> found, int most) {
        var clients = found.size() > most ? found.subList(0, most) : found;
        Here.shows(clients.stream().map(it -> it.line().id()).toList());
        return new Shown(clients, found.size() > most);
    }
}
