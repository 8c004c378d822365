package org.casebridge.clients.web;

import static org.casebridge.access.Permission.SEE_HIDDEN;

import casebridge.pages.Templates;
import java.util.Objects;
import java.util.function.Function;
import org.casebridge.access.Requires;
import org.casebridge.clients.AddressId;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.Households;
import org.casebridge.clients.IdentifierId;
import org.casebridge.clients.RevealPurpose;
import org.casebridge.clients.Reveals;
import org.casebridge.clients.Supports;
import org.casebridge.kernel.Id;
import org.casebridge.web.Form;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Shows a hidden number or address, once, in the answer to the form that asked for it; the page itself never holds it. */
@Controller
class HiddenController {

    private final Reveals reveals;
    private final Clients clients;
    private final ClientHeads heads;
    private final Households households;
    private final Supports supports;
    private final Templates pages;

    HiddenController(Reveals reveals, Clients clients, ClientHeads heads, Households households, Supports supports, Templates pages) {
        this.reveals = reveals;
        this.clients = clients;
        this.heads = heads;
        this.households = households;
        this.supports = supports;
        this.pages = pages;
    }

    @PostMapping("/clients/{client}/person/numbers/{number}/shown")
    @Requires(SEE_HIDDEN)
    View number(@PathVariable ClientId client, @PathVariable IdentifierId number, Form<ShowHidden> form) {
        return show(client, number, form, why -> reveals.number(client, number, why).value());
    }

    @PostMapping("/clients/{client}/person/addresses/{address}/shown")
    @Requires(SEE_HIDDEN)
    View address(@PathVariable ClientId client, @PathVariable AddressId address, Form<ShowHidden> form) {
        return show(client, address, form, why -> reveals.address(client, address, why).whole());
    }

    private View show(ClientId client, Id row, Form<ShowHidden> form, Function<RevealPurpose, String> reveal) {
        if (form.wrong()) {
            return Page.again(page(client, Unveiled.asked(row, form)));
        }
        return Page.of(page(client, Unveiled.shown(row, reveal.apply(Objects.requireNonNull(form.said().why())))));
    }

    private gg.jte.models.runtime.JteModel page(ClientId client, Unveiled unveiled) {
        var person = clients.get(client);
        return pages.clientsPerson(heads.of(person), person, HouseholdController.shown(households.of(client)), supports.of(client), unveiled);
    }
}
