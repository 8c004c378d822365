package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Where everybody needs a second factor. */
@PageTest
@TestPropertySource(properties = "casebridge.mfa.required=true")
class EnrolmentPagesTest {

    @Autowired MockMvcTester browser;
    @Autowired Town town;
    @Autowired Accounts accounts;

    @Test
    void nothing_opens_before_a_second_factor_is_set_up_and_then_all_does() throws Exception {
        var noor = accounts.get(town.account(Role.CASE_MANAGER, "Noor Haddad").account());
        var visitor = new Visitor(browser, "192.0.2.51");
        visitor.signIn(noor.username(), Town.PASSWORD);

        assertThat(visitor.get("/clients")).hasStatus(303).hasRedirectedUrl("/account");
        assertThat(visitor.post("/tasks", "title", "Call")).hasStatus(303).hasRedirectedUrl("/account");
        assertThat(visitor.get("/account")).hasStatusOk().bodyText().contains("Before you go on");

        var seed = visitor.setUpAuthenticator().getFirst();
        visitor.later(java.time.Duration.ofMinutes(1));
        assertThat(visitor.signIn(noor.username(), Town.PASSWORD)).hasRedirectedUrl("/sign-in/code?next=%2F");
        visitor.post("/sign-in/code", "code", visitor.code(seed));
        assertThat(visitor.get("/clients")).hasStatusOk();
        assertThat(visitor.post("/account/authenticator/removal").getResponse().getStatus()).as("the only second factor stays").isEqualTo(409);
    }
}
