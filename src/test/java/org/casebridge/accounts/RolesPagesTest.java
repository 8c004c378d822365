package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Accounts;
import org.casebridge.access.Permission;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class RolesPagesTest {

    @Autowired Town town;
    @Autowired Accounts accounts;

    /** As many ticks as the one table has, each named for a narrow screen by its role, and every permission in words. */
    @Test
    void the_page_says_all_that_the_table_says_and_nothing_else() throws Exception {
        var page = town.get(town.adam(), "/roles").getResponse().getContentAsString();

        for (var permission : Permission.values()) {
            var row = page.substring(page.indexOf(permission.words() + "</th>"));
            row = row.substring(0, row.indexOf("</tr>"));
            for (var role : Role.values()) {
                assertThat(row.contains("data-label=\"" + role.words() + "\"")).as("%s may %s", role, permission).isEqualTo(role.permissions().contains(permission));
            }
        }
        assertThat(Arrays.stream(Role.values()).mapToInt(it -> it.permissions().size()).sum()).isEqualTo(page.split("bi-check-lg").length - 1);
    }

    @Test
    void whoever_manages_accounts_and_the_privacy_officer_may_read_it_and_nobody_else() {
        assertThat(town.get(town.adam(), "/roles")).hasStatusOk();
        assertThat(town.get(town.priya(), "/roles")).hasStatusOk().bodyText().contains("href=\"/roles\"");
        for (var other : new org.casebridge.access.Actor[] {town.rosa(), town.ines(), town.vera(), town.paul()}) {
            assertThat(town.get(other, "/roles")).hasStatus(403);
        }
        assertThat(town.get(town.rosa(), "/clients")).bodyText().doesNotContain("href=\"/roles\"");
    }

    @Test
    void it_is_read_in_spanish_too() {
        var priya = town.account(Role.PRIVACY_OFFICER, "Priya Nair");
        accounts.speak(priya.account(), "es");
        assertThat(town.get(priya, "/roles")).hasStatusOk().bodyText().contains("Lo que puede cada función", "Dar un caso a otra persona del equipo");
    }
}
