package org.casebridge.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Role;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PageTest
class AccountingPagesTest {

    @Autowired Town town;
    @Autowired Disclosures disclosures;
    @Autowired Consents consents;
    @Autowired Labels labels;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private Actor noor;
    private ClientId client;

    @BeforeEach
    void amina() {
        noor = town.account(Role.CASE_MANAGER, "Noor Haddad");
        client = town.as(noor, () -> town.clients().add(NewClient.of(PersonName.read("Amina Yusuf"), About.unknown())));
    }

    @Test
    void the_account_tells_what_the_law_wants_told_and_says_why_the_rest_is_left_out() throws Exception {
        release(Basis.PUBLIC_HEALTH, "Health Department", "Reportable disease, 105 CMR 300", 0);
        release(Basis.COURT_ORDER, "Old Court", "Order 1", 365 * 6 + 10);
        release(Basis.OVERSIGHT, "State Inspector", "Audit 9", 365 * 5);
        release(Basis.TPO, "City Hospital", "", 0);
        noor.run(() -> consents.record(client, ConsentExamples.consent("Harbor House", Set.of(DataClass.GENERAL), Purpose.SERVICES)));
        release(Basis.CONSENT, "Harbor House", "", 0);

        var page = town.get(noor, path()).getResponse().getContentAsString();
        var within = page.substring(page.indexOf("Account of what was shared"), page.indexOf("Also left, outside the account"));
        var beyond = page.substring(page.indexOf("Also left, outside the account"));
        assertThat(within).contains("Health Department, 1 Main Street", "105 CMR 300", "State Inspector", "45 CFR 164.528: six years").doesNotContain("Harbor House").doesNotContain("City Hospital");
        assertThat(beyond).contains("City Hospital", "45 CFR 164.528(a)(1)(i)", "Harbor House", "45 CFR 164.528(a)(1)(iv)");
        assertThat(page).doesNotContain("Old Court");

        var answer = town.post(noor, path() + "/copy");
        assertThat(answer).hasStatusOk();
        try (var pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Health Department", "105 CMR 300", "State Inspector").doesNotContain("City Hospital").doesNotContain("Harbor House");
        }
        assertThat(town.get(noor, path())).bodyText().contains("The client received it (45 CFR 164.528(a)(1)(ii))");
    }

    @Test
    void substance_use_records_shared_by_consent_are_in_it_for_three_years() throws Exception {
        noor.run(() -> labels.mark(client, client.value(), Set.of(DataClass.PART2)));
        noor.run(() -> consents.record(client, ConsentExamples.consent("Recovery House", Set.of(DataClass.PART2), Purpose.TREATMENT)));
        release(Basis.CONSENT, "Recovery House", "", 365 * 2);
        noor.run(() -> consents.record(client, ConsentExamples.consent("Former House", Set.of(DataClass.PART2), Purpose.TREATMENT)));
        release(Basis.CONSENT, "Former House", "", 365 * 4);

        var page = town.get(noor, path()).getResponse().getContentAsString();
        assertThat(page.substring(0, page.indexOf("Also left, outside the account"))).contains("Recovery House", "42 CFR 2.25").doesNotContain("Former House");
        assertThat(page).contains("Longer ago than the account reaches");
    }

    @Test
    void what_an_agency_asked_to_keep_quiet_waits_until_its_day() throws Exception {
        for (var wrong : List.of(quiet(Basis.PUBLIC_HEALTH, "Their letter", 10), quiet(Basis.LAW_ENFORCEMENT, "", 31))) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> noor.run(() -> disclosures.release(client, wrong))).hasMessageContaining("45 CFR 164.528(a)(2)");
        }
        noor.run(() -> disclosures.release(client, quiet(Basis.LAW_ENFORCEMENT, "Their letter of today", 200)));
        var quiet = quiet(Basis.LAW_ENFORCEMENT, "", 20);
        noor.run(() -> disclosures.release(client, quiet));
        assertThat(town.get(noor, path())).bodyText().contains("An agency asked that the client not be told yet");
        try (var pdf = Loader.loadPDF(town.post(noor, path() + "/copy").getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Nothing was shared that this account must tell of").doesNotContain("Fraud Unit");
        }
        assertThat(town.get(noor, "/clients/" + client.text())).bodyText().doesNotContain("Fraud Unit");
    }

    @Test
    void the_same_again_is_one_line_with_the_first_and_the_last_day() {
        for (int days : List.of(30, 20, 10)) {
            release(Basis.PUBLIC_HEALTH, "Health Department", "105 CMR 300", days);
        }
        assertThat(town.get(noor, path())).bodyText().containsOnlyOnce("Health Department, 1 Main Street").contains("3 times from");
    }

    @Test
    void nobody_takes_a_row_out_of_the_account() {
        release(Basis.PUBLIC_HEALTH, "Health Department", "105 CMR 300", 0);
        for (var who : List.of(noor, town.vera(), town.priya())) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> who.run(() -> transaction.executeWithoutResult(_ ->
                    db.sql("delete from consent.disclosure where client_id = ?").param(client.value()).update()))).hasStackTraceContaining("permission denied");
        }
        assertThat(town.post(town.sam(), path() + "/copy")).hasStatus(404);
        assertThat(town.post(town.paul(), path() + "/copy")).hasStatus(403);
    }

    private static Release quiet(Basis basis, String request, int days) {
        return new Release(new Recipient(Recipient.Kind.ORGANIZATION, null, "Fraud Unit", "9 Law Street", Recipient.Standing.OTHER), Purpose.LEGAL, "", basis, "18 U.S.C. 1347", request,
                Set.of(Part.PERSON), Way.ELSEWHERE, ConsentExamples.TODAY.plusDays(days));
    }

    private void release(Basis basis, String to, String authority, int daysAgo) {
        var standing = basis == Basis.TPO ? Recipient.Standing.PROVIDER : Recipient.Standing.OTHER;
        var purpose = basis == Basis.CONSENT && !to.equals("Harbor House") || basis == Basis.TPO ? Purpose.TREATMENT : basis == Basis.CONSENT ? Purpose.SERVICES : Purpose.OTHER;
        var id = noor.act(() -> disclosures.release(client, new Release(new Recipient(Recipient.Kind.ORGANIZATION, null, to, "1 Main Street", standing), purpose, "", basis, authority, "",
                Set.of(Part.PERSON), Way.ELSEWHERE, null))).id();
        noor.run(() -> transaction.executeWithoutResult(_ -> db.sql("update consent.disclosure set at = at - make_interval(days => ?) where id = ?").params(daysAgo, id.value()).update()));
    }

    private String path() {
        return "/clients/" + client.text() + "/disclosures";
    }
}
