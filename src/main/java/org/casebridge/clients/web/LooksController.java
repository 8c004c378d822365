package org.casebridge.clients.web;

import static org.casebridge.access.Permission.SEE_LOOKS;

import casebridge.pages.Templates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.access.Requires;
import org.casebridge.audit.Looker;
import org.casebridge.audit.Looks;
import org.casebridge.clients.HiddenField;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.ClientTab;
import org.casebridge.kernel.Sentence;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * Who looked at a record, who can, and who changed it. It stands here because {@code audit}, which keeps the log, may not know clients. A page is
 * named by the tab it belongs to, so that this module knows none of those above.
 */
@Controller
class LooksController {

    /** Lines of a person and a day; enough for years of most records. */
    private static final int MOST = 500;

    private final Looks looks;
    private final ClientHeads heads;
    private final List<ClientTab> tabs;
    private final Templates pages;

    LooksController(Looks looks, ClientHeads heads, List<ClientTab> tabs, Templates pages) {
        this.looks = looks;
        this.heads = heads;
        this.tabs = tabs;
        this.pages = pages;
    }

    @Configuration(proxyBeanMethods = false)
    static class Tab {

        @Bean
        ClientTab looksTab() {
            return new ClientTab(90, "/looks", "Who looked", Permission.SEE_LOOKS);
        }
    }

    @GetMapping("/clients/{client}/looks")
    @Requires(SEE_LOOKS)
    View looked(@PathVariable ClientId client, @RequestParam(required = false) @Nullable Instant before) {
        var head = heads.of(client);
        var lines = looks.of(client.value(), before).stream().map(it -> new LookLine(it.at(), it.name(), it.role(), it.field().isEmpty() ? page(it.page(), it.others()) : Sentence.of("A hidden field, shown whole: {field}", HiddenField.words(it.field())))).toList();
        var people = before == null ? looks.lookers(client.value()) : List.<Looker>of();
        return Page.of(pages.clientsLooks(head, people, lines, before != null));
    }

    @GetMapping("/clients/{client}/looks/changes")
    @Requires(SEE_LOOKS)
    View changed(@PathVariable ClientId client, @RequestParam(required = false) @Nullable Instant before) {
        var head = heads.of(client);
        return Page.of(pages.clientsChanges(head, looks.changes(client.value(), before).stream().map(ChangeLine::of).toList(), before != null));
    }

    /** To read with the client or to give to them, in the language they read: {@code en} or {@code es}, else the officer's own. */
    @GetMapping("/clients/{client}/looks/told")
    @Requires(SEE_LOOKS)
    View told(@PathVariable ClientId client, @RequestParam(defaultValue = "") String language) {
        var lines = looks.told(client.value(), Actor.current().zone(), MOST).stream().map(it -> ToldLine.of(it, page -> page(page, 0))).filter(it -> !it.empty()).toList();
        var days = new LinkedHashMap<LocalDate, List<ToldLine>>();
        lines.forEach(it -> days.computeIfAbsent(it.day(), _ -> new ArrayList<>()).add(it));
        var page = pages.clientsTold(heads.of(client), days);
        return List.of("en", "es").contains(language) ? Page.in(Locale.forLanguageTag(language), page) : Page.of(page);
    }

    /** "/clients/{client}/advocacy/{issue}" is the tab Advocacy; a page of many is a list. */
    private Sentence page(String pattern, int others) {
        if (others > 0 || !pattern.startsWith("/clients/{client}")) {
            return Sentence.of("{count, plural, =0 {A list} one {A list with 1 other person} other {A list with # other people}}", others);
        }
        var rest = pattern.substring("/clients/{client}".length());
        var first = rest.isEmpty() ? "" : "/" + rest.split("/")[1];
        if (first.matches("/household|/supports")) {
            return first.equals("/supports") ? Sentence.of("People who support them") : Sentence.of("Household");
        }
        return tabs.stream().filter(it -> it.path().equals(first)).findFirst().map(it -> new Sentence(it.label(), List.of()))
                .orElseGet(() -> switch (first) {
                    case "/sharing" -> Sentence.of("What may be shared of the record");
                    case "/disclosures" -> Sentence.of("The account of what was shared");
                    case "/restriction" -> Sentence.of("Whether the record is restricted");
                    default -> Sentence.of("A page of the record: {address}", rest);
                });
    }
}
