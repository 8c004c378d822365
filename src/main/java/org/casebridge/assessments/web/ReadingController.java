package org.casebridge.assessments.web;

import static org.casebridge.access.Permission.SEE_ASSESSMENTS;

import casebridge.pages.Templates;
import java.util.List;
import java.util.Set;
import org.casebridge.access.Requires;
import org.casebridge.assessments.AssessmentId;
import org.casebridge.assessments.Result;
import org.casebridge.assessments.Results;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.consent.Disclosures;
import org.casebridge.consent.Outside;
import org.casebridge.consent.Part;
import org.casebridge.consent.Piece;
import org.casebridge.consent.Release;
import org.casebridge.consent.Released;
import org.casebridge.consent.Way;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Page;
import org.casebridge.web.Say;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A completed assessment beside an earlier one, and as a copy for the client in the client's own language. */
@Controller
@RequestMapping("/clients/{client}/assessments/{assessment}")
class ReadingController {

    private final Results results;
    private final Clients clients;
    private final ClientHeads heads;
    private final Disclosures disclosures;
    private final Templates pages;

    ReadingController(Results results, Clients clients, ClientHeads heads, Disclosures disclosures, Templates pages) {
        this.results = results;
        this.clients = clients;
        this.heads = heads;
        this.disclosures = disclosures;
        this.pages = pages;
    }

    /** Without {@code other}, beside the newest other one; back to the assessment while there is none. */
    @GetMapping("/beside")
    @Requires(SEE_ASSESSMENTS)
    View beside(@PathVariable ClientId client, @PathVariable AssessmentId assessment, @RequestParam(required = false) AssessmentId other) {
        var head = heads.of(client);
        var others = results.others(client, assessment);
        if (other == null && others.isEmpty()) {
            return Page.at("/clients/" + client.text() + "/assessments/" + assessment.text());
        }
        return Page.of(pages.assessmentsBeside(head, results.beside(client, assessment, other == null ? others.getFirst().assessment().id() : other), others));
    }

    /** To read and print. */
    @GetMapping("/copy")
    @Requires(SEE_ASSESSMENTS)
    View copy(@PathVariable ClientId client, @PathVariable AssessmentId assessment) {
        var result = completed(client, assessment);
        var language = Say.spoken(clients.get(client).about().languages());
        return Outside.page(release(client, result, Way.PRINT), language, pages.assessmentsCopy(clients.get(client).name(), result, result.line().assessment().path()));
    }

    /** The same on paper; a post, as a file leaves the house. */
    @PostMapping("/copy")
    @Requires(SEE_ASSESSMENTS)
    View file(@PathVariable ClientId client, @PathVariable AssessmentId assessment) {
        var result = completed(client, assessment);
        var language = Say.spoken(clients.get(client).about().languages());
        return Outside.paper(release(client, result, Way.PDF), language, pages.assessmentsCopy(clients.get(client).name(), result, null));
    }

    private Result completed(ClientId client, AssessmentId assessment) {
        heads.of(client);
        var result = results.get(client, assessment);
        if (result.line().assessment().draft()) {
            throw Refused.conflict("This is still a draft. A copy is made of what is completed.");
        }
        return result;
    }

    private Released release(ClientId client, Result result, Way way) {
        var one = result.line().assessment();
        var piece = Piece.of(Part.ASSESSMENTS, one.id().value(), one.about().assessedOn(), result.instrument().title().english(), List.of());
        return disclosures.release(client, Release.toClient(clients.get(client).name(), Set.of(Part.ASSESSMENTS), way), List.of(piece));
    }
}
