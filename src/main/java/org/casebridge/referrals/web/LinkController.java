package org.casebridge.referrals.web;

import static org.casebridge.access.Permission.ANYONE;
import static org.casebridge.access.Permission.SEND_REFERRALS;

import casebridge.pages.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.function.Consumer;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.access.Role;
import org.casebridge.accounts.ServerAddress;
import org.casebridge.clients.ClientHeads;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.Outside;
import org.casebridge.directory.ServiceId;
import org.casebridge.directory.Services;
import org.casebridge.referrals.Answers;
import org.casebridge.referrals.Links;
import org.casebridge.referrals.ReferralId;
import org.casebridge.referrals.Referrals;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Here;
import org.casebridge.web.Page;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Where an organization without an account answers one referral: a code, one page, one form. And where a worker makes the link. */
@Controller
class LinkController {

    private final Links links;
    private final Answers answers;
    private final Referrals referrals;
    private final Services services;
    private final Accounts accounts;
    private final ClientHeads heads;
    private final ServerAddress address;
    private final Forms forms;
    private final Templates pages;

    LinkController(Links links, Answers answers, Referrals referrals, Services services, Accounts accounts, ClientHeads heads, ServerAddress address, Forms forms, Templates pages) {
        this.links = links;
        this.answers = answers;
        this.referrals = referrals;
        this.services = services;
        this.accounts = accounts;
        this.heads = heads;
        this.address = address;
        this.forms = forms;
        this.pages = pages;
    }

    /** Link and code are shown now and never again. */
    @PostMapping("/clients/{client}/referrals/{referral}/link")
    @Requires(SEND_REFERRALS)
    View make(@PathVariable ClientId client, @PathVariable ReferralId referral, HttpServletRequest request) {
        var sent = referrals.get(client, referral);
        var made = links.make(client, referral);
        var line = services.line(new ServiceId(sent.serviceId()));
        return Page.of(pages.referralsLinkmade(heads.of(client), sent, made, address.of(request) + made.path(), line.email(), line.phone()));
    }

    @PostMapping("/clients/{client}/referrals/{referral}/link/ending")
    @Requires(SEND_REFERRALS)
    View end(@PathVariable ClientId client, @PathVariable ReferralId referral) {
        links.end(client, referral);
        return Page.at(ReferralSheets.path(client, referral));
    }

    @GetMapping("/link/{link}")
    @Requires(ANYONE)
    Outside show(@PathVariable String link) {
        return holder() ? sheet(link, forms.open(AnswerByLink.class, path(link)), forms.open(WriteMessage.class, path(link) + "/messages"), HttpStatus.OK)
                : door(link, forms.open(OpenLink.class, path(link) + "/code"), HttpStatus.OK);
    }

    @PostMapping("/link/{link}/code")
    @Requires(ANYONE)
    Outside open(@PathVariable String link, Form<OpenLink> form, HttpServletRequest request, HttpServletResponse response) {
        var opened = form.attempt(() -> links.open(link, form.said().code()));
        if (opened == null || opened.pass() == null) {
            if (opened != null && !opened.locked()) {
                form.refuse("code", "That is not the code. Ask whoever sent you the link to tell it again.");
            }
            return door(link, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(LinkFilter.COOKIE, opened.pass()).path("/link/").httpOnly(true).sameSite("Lax").secure(request.isSecure())
                .maxAge(Links.OPEN_FOR).build().toString());
        return Outside.at(path(link));
    }

    @PostMapping("/link/{link}/answer")
    @Requires(ANYONE)
    Outside answer(@PathVariable String link, Form<AnswerByLink> form) {
        return held(link, form, mine -> answers.answer(mine.clientId(), mine.referralId(), form.said().next(), form.said().cause(), form.said().why(), form.said().name().strip()),
                () -> sheet(link, form, forms.open(WriteMessage.class, path(link) + "/messages"), HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/link/{link}/messages")
    @Requires(ANYONE)
    Outside ask(@PathVariable String link, Form<WriteMessage> form) {
        return held(link, form, mine -> answers.ask(mine.clientId(), mine.referralId(), form.said().message(), form.said().signed()),
                () -> sheet(link, forms.open(AnswerByLink.class, path(link)), form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private Outside held(String link, Form<?> form, Consumer<Links.Linked> deed, java.util.function.Supplier<Outside> again) {
        if (!holder()) {
            return door(link, forms.open(OpenLink.class, path(link) + "/code"), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return form.did(() -> deed.accept(links.mine())) ? Outside.at(path(link)) : again.get();
    }

    private static boolean holder() {
        return Actor.ifAny().filter(it -> it.role() == Role.LINK).isPresent();
    }

    private Outside sheet(String link, Form<AnswerByLink> form, Form<WriteMessage> ask, HttpStatus status) {
        var mine = links.mine();
        var read = answers.read(mine.clientId(), mine.referralId());
        Here.shows(List.of(mine.clientId()));
        var asks = accounts.get(read.referral().worker());
        return Outside.rows(List.of(read.released()), status, _ -> pages.referralsLink(read, asks.name(), asks.agencyName(), ReferralSheets.answers(read.referral()), form, ask, path(link)));
    }

    /** Nothing about anybody, before the code. */
    private Outside door(String link, Form<OpenLink> form, HttpStatus status) {
        boolean open = links.open(link);
        return Outside.rows(List.of(), status, _ -> pages.referralsLinkdoor(form, open, path(link) + "/code"));
    }

    private static String path(String link) {
        return "/link/" + link;
    }
}
