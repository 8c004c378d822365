package org.casebridge.clients.web;

import static org.casebridge.access.Permission.CHANGE_CLIENTS;
import static org.casebridge.access.Permission.SEE_CLIENTS;

import casebridge.pages.Templates;
import java.util.Objects;
import org.casebridge.access.Requires;
import org.casebridge.clients.Client;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.Households;
import org.casebridge.clients.Supports;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** What is known of a person, and the forms to change it. */
@Controller
class PersonController {

    private final Clients clients;
    private final ClientHeads heads;
    private final Households households;
    private final Supports supports;
    private final Forms forms;
    private final Templates pages;

    PersonController(Clients clients, ClientHeads heads, Households households, Supports supports, Forms forms, Templates pages) {
        this.clients = clients;
        this.heads = heads;
        this.households = households;
        this.supports = supports;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/clients/{client}/person")
    @Requires(SEE_CLIENTS)
    View show(@PathVariable ClientId client) {
        var person = clients.get(client);
        return Page.of(pages.clientsPerson(heads.of(person), person, HouseholdController.shown(households.of(client)), supports.of(client), Unveiled.nothing()));
    }

    @GetMapping("/clients/{client}/person/who")
    @Requires(CHANGE_CLIENTS)
    View who(@PathVariable ClientId client) {
        var person = clients.get(client);
        return Page.of(pages.clientsChangewho(heads.of(person), forms.open(new ChangeWho(Who.of(person), person.version()), path(client, "who"))));
    }

    @PostMapping("/clients/{client}/person/who")
    @Requires(CHANGE_CLIENTS)
    View changeWho(@PathVariable ClientId client, Form<ChangeWho> form) {
        var person = clients.get(client);
        if (!form.wrong()) {
            var who = Objects.requireNonNull(form.said().who());
            form.attempt(() -> clients.describe(client, Objects.requireNonNull(form.said().version()), who.saidNames(), who.about()));
        }
        return form.wrong() ? Page.again(pages.clientsChangewho(heads.of(person), current(form, person))) : saved(client);
    }

    @GetMapping("/clients/{client}/person/how")
    @Requires(CHANGE_CLIENTS)
    View how(@PathVariable ClientId client) {
        var person = clients.get(client);
        return Page.of(pages.clientsChangehow(heads.of(person), forms.open(new ChangeHow(How.of(person), person.version()), path(client, "how"))));
    }

    @PostMapping("/clients/{client}/person/how")
    @Requires(CHANGE_CLIENTS)
    View changeHow(@PathVariable ClientId client, Form<ChangeHow> form) {
        var person = clients.get(client);
        if (!form.wrong()) {
            var how = Objects.requireNonNull(form.said().how());
            how.check(form);
            form.attempt(() -> clients.reach(client, Objects.requireNonNull(form.said().version()), how.contact(), how.points(), how.addresses(person.addresses())));
        }
        return form.wrong() ? Page.again(pages.clientsChangehow(heads.of(person), current(form, person))) : saved(client);
    }

    @GetMapping("/clients/{client}/person/numbers")
    @Requires(CHANGE_CLIENTS)
    View numbers(@PathVariable ClientId client) {
        var person = clients.get(client);
        return Page.of(pages.clientsChangenumbers(heads.of(person), forms.open(ChangeNumbers.of(person), path(client, "numbers"))));
    }

    @PostMapping("/clients/{client}/person/numbers")
    @Requires(CHANGE_CLIENTS)
    View changeNumbers(@PathVariable ClientId client, Form<ChangeNumbers> form) {
        var person = clients.get(client);
        if (!form.wrong()) {
            var numbers = form.said().said(person.identifiers(), form);
            form.attempt(() -> clients.identify(client, Objects.requireNonNull(form.said().version()), numbers));
        }
        return form.wrong() ? Page.again(pages.clientsChangenumbers(heads.of(person), current(form, person))) : saved(client);
    }

    /** After a conflict was shown, the form is about the record as it is now: saving again means it. */
    private static <T> Form<T> current(Form<T> form, Client person) {
        return form.general() == null ? form : form.with("version", String.valueOf(person.version()));
    }

    private static String path(ClientId client, String part) {
        return "/clients/" + client.text() + "/person/" + part;
    }

    private static View saved(ClientId client) {
        return Page.at("/clients/" + client.text() + "/person");
    }
}
