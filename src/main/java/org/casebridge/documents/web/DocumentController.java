package org.casebridge.documents.web;

import static org.casebridge.access.Permission.ADD_DOCUMENTS;
import static org.casebridge.access.Permission.SEE_DOCUMENTS;
import static org.casebridge.web.Say.say;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.clients.ClientHead;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.ConsentId;
import org.casebridge.consent.Consents;
import org.casebridge.consent.ScopeWords;
import org.casebridge.documents.Document;
import org.casebridge.documents.DocumentId;
import org.casebridge.documents.Documents;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** The papers of a client's record. */
@Controller
class DocumentController {

    private final Documents documents;
    private final Consents consents;
    private final ClientHeads heads;
    private final Forms forms;
    private final Templates pages;

    DocumentController(Documents documents, Consents consents, ClientHeads heads, Forms forms, Templates pages) {
        this.documents = documents;
        this.consents = consents;
        this.heads = heads;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/clients/{client}/documents")
    @Requires(SEE_DOCUMENTS)
    View list(@PathVariable ClientId client, @RequestParam(required = false) @Nullable ConsentId consent) {
        var form = consent == null ? forms.open(AddDocument.class, at(client))
                : forms.open(AddDocument.class, Map.of("about", List.of(Document.About.CONSENT.name()), "consent", List.of(consent.text())), at(client));
        return Page.of(page(heads.of(client), client, form));
    }

    @PostMapping("/clients/{client}/documents")
    @Requires(ADD_DOCUMENTS)
    View add(@PathVariable ClientId client, Form<AddDocument> form, @RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        var head = heads.of(client);
        if (file == null || file.isEmpty() && String.valueOf(file.getOriginalFilename()).isBlank()) {
            form.refuse("file", "Choose a file.");
        }
        var bytes = file == null ? new byte[0] : file.getBytes();
        var name = file == null || file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var added = form.attempt(() -> documents.add(client, form.said().title() == null ? "" : form.said().title(), form.said().about(), form.said().consent(), name, bytes));
        return added == null ? Page.again(page(head, client, form)) : Page.at(form.said().consent() == null ? at(client) : "/clients/" + client.text() + "/consents/" + form.said().consent().text());
    }

    @GetMapping("/clients/{client}/documents/{document}")
    @Requires(SEE_DOCUMENTS)
    View show(@PathVariable ClientId client, @PathVariable DocumentId document) {
        return Page.of(pages.documentsShow(heads.of(client), documents.get(client, document), forms.open(StrikeDocument.class, at(client) + "/" + document.text() + "/striking")));
    }

    @GetMapping("/clients/{client}/documents/{document}/file")
    @Requires(SEE_DOCUMENTS)
    View file(@PathVariable ClientId client, @PathVariable DocumentId document) {
        heads.of(client);
        return new FileView(documents.get(client, document), documents.file(client, document));
    }

    @PostMapping("/clients/{client}/documents/{document}/striking")
    @Requires(ADD_DOCUMENTS)
    View strike(@PathVariable ClientId client, @PathVariable DocumentId document, Form<StrikeDocument> form) {
        var head = heads.of(client);
        return form.did(() -> documents.strike(client, document, form.said().reason().strip()))
                ? Page.at(at(client)) : Page.again(pages.documentsShow(head, documents.get(client, document), form));
    }

    private JteModel page(ClientHead head, ClientId client, Form<AddDocument> form) {
        var papers = Actor.current().may(ADD_DOCUMENTS) ? consents.of(client).stream()
                .map(it -> new Option(it.id().text(), say("{recipient}, signed on {day}", ScopeWords.recipient(it), it.signature().on()))).toList() : List.<Option>of();
        return pages.documentsList(head, documents.of(client), papers, form);
    }

    private static String at(ClientId client) {
        return "/clients/" + client.text() + "/documents";
    }
}
