package org.casebridge.accounts;

import java.util.UUID;
import org.casebridge.Town;
import org.casebridge.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountsExamples {

    @Bean
    Town.Example account(Town town) {
        return new Town.Example("account", () -> town.account(Role.CASE_MANAGER, "Noor Haddad").account().text());
    }

    @Bean
    Town.Example invitation(Town town, Invitations invitations) {
        return new Town.Example("invitation", () -> town.adam().act(() -> invitations.invite(new InvitePerson("Noor Haddad", "noor-" + UUID.randomUUID(), Role.CASE_MANAGER), "en"))
                .path().substring("/invitation/".length()));
    }
}
