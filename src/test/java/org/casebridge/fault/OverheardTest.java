package org.casebridge.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** That all the tests' traffic is listened to, and that what gets out is heard. */
@PageTest
class OverheardTest {

    @Autowired Town town;
    @Autowired Canaries canaries;
    @Autowired Overheard overheard;
    @Autowired MockMvcTester browser;

    /** Lists, searches and days of people who may not meet them; with the fault planted, without the row policies. */
    @Test
    void those_whom_nobody_may_meet_are_in_no_list_search_or_day() {
        for (var who : List.of(town.rosa(), town.vera(), town.ines(), town.sam())) {
            for (var path : List.of("/clients", "/clients?find=Quorra", "/clients?find=Hesper", "/clients?find=Faron", "/?more=5000", "/tasks", "/team", "/intakes?more=5000", "/referrals")) {
                town.cookie(who);
                int before = overheard.answers();
                int status = Fault.LISTS_UNWALLED.planted() ? Fault.POLICIES_BYPASSED.<Integer, RuntimeException>during(() -> status(who, path)) : status(who, path);
                assertThat(status).as(path).isLessThan(500);
                assertThat(overheard.answers()).as("listened to " + path).isEqualTo(before + 1);
            }
        }
    }

    @Test
    void they_are_there_and_their_own_worker_meets_them() {
        town.cookie(town.rosa());
        assertThat(town.get(canaries.worker().actor(), "/clients/" + canaries.patient().text())).hasStatusOk().bodyText().contains("Quorra ");
        assertThat(town.get(canaries.worker().actor(), "/?more=5000")).bodyText().contains("Ask Wj");
    }

    private int status(Actor who, String path) {
        return browser.get().uri(path).cookie(town.cookie(who)).requestAttr(Overheard.ANYWAY, true).exchange().getResponse().getStatus();
    }
}
