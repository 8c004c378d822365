package org.casebridge.accounts;

import static org.casebridge.access.Permission.ADMINISTER;

import casebridge.pages.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.access.Role;
import org.casebridge.web.Form;
import org.casebridge.web.Forms;
import org.casebridge.web.Option;
import org.casebridge.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** Who may sign in at this agency: invite, give another role, disable, let in again. */
@Controller
class AccountsController {

    private final Accounts accounts;
    private final AccountDesk desk;
    private final Invitations invitations;
    private final Oidc oidc;
    private final ServerAddress address;
    private final Forms forms;
    private final Templates pages;

    AccountsController(Accounts accounts, AccountDesk desk, Invitations invitations, Oidc oidc, ServerAddress address, Forms forms, Templates pages) {
        this.accounts = accounts;
        this.desk = desk;
        this.invitations = invitations;
        this.oidc = oidc;
        this.address = address;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping("/accounts")
    @Requires(ADMINISTER)
    View list() {
        return Page.of(list(forms.open(InvitePerson.class, "/accounts")));
    }

    @PostMapping("/accounts")
    @Requires(value = ADMINISTER, stepUp = true)
    View invite(Form<InvitePerson> form, HttpServletRequest request) {
        var invited = form.attempt(() -> invitations.invite(form.said(), Actor.current().language().getLanguage()));
        return invited == null ? Page.again(list(form)) : Page.of(pages.accountsInvited(invited, address.of(request)));
    }

    @GetMapping("/accounts/{account}")
    @Requires(ADMINISTER)
    View show(@PathVariable AccountId account) {
        return Page.of(page(account, forms.open(new ChooseRole(desk.get(account).role()), "/accounts/" + account.text() + "/role")));
    }

    @PostMapping("/accounts/{account}/role")
    @Requires(value = ADMINISTER, stepUp = true)
    View role(@PathVariable AccountId account, Form<ChooseRole> form) {
        return form.did(() -> desk.setRole(account, form.said().role())) ? Page.at("/accounts/" + account.text()) : Page.again(page(account, form));
    }

    @PostMapping("/accounts/{account}/disabling")
    @Requires(value = ADMINISTER, stepUp = true)
    View disable(@PathVariable AccountId account) {
        desk.disable(account);
        return Page.at("/accounts/" + account.text());
    }

    @PostMapping("/accounts/{account}/admission")
    @Requires(value = ADMINISTER, stepUp = true)
    View admit(@PathVariable AccountId account) {
        desk.admit(account);
        return Page.at("/accounts/" + account.text());
    }

    @PostMapping("/accounts/{account}/invitation")
    @Requires(value = ADMINISTER, stepUp = true)
    View again(@PathVariable AccountId account, HttpServletRequest request) {
        return Page.of(pages.accountsInvited(desk.again(account), address.of(request)));
    }

    private JteModel list(Form<InvitePerson> form) {
        return pages.accountsList(accounts.everybody(), oidc.linked(), form, roles());
    }

    private JteModel page(AccountId id, Form<ChooseRole> form) {
        var account = desk.get(id);
        return pages.accountsShow(account, form, roles(), desk.restingOn(id), invitations.pending(id).orElse(null), account.id().equals(Actor.current().account()));
    }

    private static List<Option> roles() {
        return Option.of(Arrays.stream(Role.values()).filter(Role::signsIn).toArray(Role[]::new));
    }
}
