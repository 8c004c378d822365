package org.casebridge.caseload.web;

import static org.casebridge.access.Permission.SEE_CLIENTS;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.casebridge.access.Requires;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.caseload.StoryLine;
import org.casebridge.caseload.StoryPanel;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.data.Together;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The client page: their story, newest first, beside what matters now. */
@Controller
class StoryController {

    private final Story story;
    private final ClientHeads heads;
    private final List<StoryPanel> panels;
    private final Together together;
    private final Templates pages;

    StoryController(Story story, ClientHeads heads, List<StoryPanel> panels, Together together, Templates pages) {
        this.story = story;
        this.heads = heads;
        this.panels = panels;
        this.together = together;
        this.pages = pages;
    }

    /** Read in one transaction, and asked in one way to the database and back. */
    @GetMapping("/clients/{client}")
    @Requires(SEE_CLIENTS)
    @Transactional(readOnly = true)
    View show(@PathVariable ClientId client, @RequestParam(required = false) @Nullable StoryKind kind,
              @RequestParam(required = false) @Nullable Instant before, @RequestParam(required = false) @Nullable UUID last) {
        var questions = together.questions();
        var head = heads.of(questions, client);
        Supplier<List<StoryLine>> lines = kind == null && last == null ? story.newest(questions, client) : () -> story.of(client, kind, last == null ? null : before, last);
        var beside = panels.stream().map(it -> it.of(client, questions)).toList();
        questions.ask();
        var known = head.get();
        List<JteModel> cards = beside.stream().map(Supplier::get).flatMap(Optional::stream).toList();
        return Page.of(pages.caseloadStory(known, lines.get(), kind, before != null, cards));
    }
}
