package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

/** A link is handed over whole, so that nobody has to put it together. */
@PageTest
class InvitationAddressPagesTest {

    @Autowired Town town;

    @Test
    void the_link_stands_with_the_address_that_the_administrator_used() {
        var username = "noor-" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(town.post(town.adam(), "/accounts", "name", "Noor Haddad", "username", username, "role", "CASE_MANAGER")).hasStatusOk()
                .bodyText().containsPattern("class=\"secret\">http://localhost/invitation/[A-Za-z0-9_-]{43}<");
    }

    @Test
    void the_setting_comes_before_the_request() {
        var request = new MockHttpServletRequest();
        request.setScheme("https");
        request.setServerName("10.0.0.7");
        request.setServerPort(8443);

        assertThat(new ServerAddress("").of(request)).isEqualTo("https://10.0.0.7:8443");
        var said = new ServerAddress(" https://cases.example.org/house/ ");
        assertThat(said.of(request)).isEqualTo("https://cases.example.org/house");
        assertThat(said.origin(request)).isEqualTo("https://cases.example.org");
        assertThat(said.host(request)).isEqualTo("cases.example.org");
        request.setServerPort(443);
        assertThat(new ServerAddress("").of(request)).isEqualTo("https://10.0.0.7");
    }
}
