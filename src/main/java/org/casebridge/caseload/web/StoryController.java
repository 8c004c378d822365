package org.casebridge.caseload.web;

import static org.casebridge.access.Permission.SEE_CLIENTS;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.Requires;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.caseload.StoryPanel;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
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
    private final Templates pages;

    StoryController(Story story, ClientHeads heads, List<StoryPanel> panels, Templates pages) {
        this.story = story;
        this.heads = heads;
        this.panels = panels;
        this.pages = pages;
    }

    /** Read in one transaction: one moment, and one way to the database and back less for each panel. */
    @GetMapping("/clients/{client}")
    @Requires(SEE_CLIENTS)
    @Transactional(readOnly = true)
    View show(@PathVariable ClientId client, @RequestParam(required = false) @Nullable StoryKind kind,
              @RequestParam(required = false) @Nullable Instant before, @RequestParam(required = false) @Nullable UUID last) {
        var head = heads.of(client);
        var lines = story.of(client, kind, last == null ? null : before, last);
        List<JteModel> beside = panels.stream().map(it -> it.of(client)).flatMap(Optional::stream).toList();
        return Page.of(pages.caseloadStory(head, lines, kind, before != null, beside));
    }
}
