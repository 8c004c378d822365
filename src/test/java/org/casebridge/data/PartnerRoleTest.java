package org.casebridge.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Reach;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.casebridge.directory.AddService;
import org.casebridge.directory.Partners;
import org.casebridge.directory.Services;
import org.casebridge.codes.NeedCategory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody could read who slips SQL into a page of a partner's or a client's: what was sent to them, and nothing else. */
@PageTest
class PartnerRoleTest {

    /** Besides the directory and what belongs to signing in. */
    private static final List<String> READABLE = List.of("access.account", "access.agency", "access.session", "clients.address", "clients.client", "clients.contact_point", "clients.identifier",
            "clients.person_name", "consent.consent", "consent.disclosure", "consent.label", "consent.revocation", "data.once", "referrals.message", "referrals.packed", "referrals.referral", "referrals.step", "sealing.keyset", "web.draft");

    @Autowired Town town;
    @Autowired Services services;
    @Autowired Partners partners;
    @Autowired Reach reach;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private Actor paul;

    @Test
    void a_partner_acts_through_a_role_that_may_read_these_tables_and_no_other() {
        sent("Amina Yusuf");
        assertThat(as(paul, "select current_user::text")).containsExactly("casebridge_partner");
        assertThat(as(paul, """
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'directory', 'accounts')
                  and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') order by 1
                """)).containsExactlyElementsOf(READABLE);
        for (var shut : new String[] {"access.reach", "access.custody", "caseload.case_file", "careplans.plan", "messaging.note", "tasks.task", "assessments.assessment", "audit.entry", "oversight.alert"}) {
            assertThatThrownBy(() -> as(paul, "select count(*)::text from " + shut)).as(shut).hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> as(paul, "select what::text from caseload.story")).hasStackTraceContaining("permission denied");
    }

    @Test
    void a_partner_whose_draft_is_sealed_may_look_for_the_newest_key_and_change_none() {
        sent("Amina Yusuf");
        assertThat(as(paul, "select name from sealing.keyset where length(wrapped) > 0 order by 1")).contains("tokens", "values");
        assertThatThrownBy(() -> as(paul, "update sealing.keyset set wrapped = wrapped returning name")).hasStackTraceContaining("permission denied");
    }

    @Test
    void of_those_tables_a_partner_finds_the_rows_of_what_was_sent_to_them() {
        var mine = sent("Amina Yusuf");
        var theirs = paul;
        var other = sent("Somebody Else");
        town.openCase("Never Sent");
        for (var table : READABLE.stream().filter(it -> it.startsWith("clients.") || it.startsWith("consent.") || it.startsWith("referrals.")).toList()) {
            var key = table.equals("clients.client") ? "id" : "client_id";
            assertThat(as(theirs, "select distinct " + key + "::text from " + table)).as(table).isSubsetOf(mine.text());
            assertThat(as(paul, "select distinct " + key + "::text from " + table)).as(table).isSubsetOf(other.text());
        }
        assertThat(as(theirs, "select client_id::text from referrals.referral")).containsExactly(mine.text());

        town.vera().run(() -> reach.take(theirs.account(), mine.value(), "referral"));
        assertThat(as(theirs, "select id::text from clients.client")).isEmpty();
        assertThat(as(theirs, "select id::text from referrals.referral")).isEmpty();
    }

    @Test
    void reach_of_another_kind_opens_nothing_to_a_partner() {
        var client = town.openCase("Never Sent").clientId();
        paul = town.account(Role.PARTNER, "Paul Meyer");
        town.vera().run(() -> reach.give(paul.account(), client.value(), "assigned", null));
        assertThat(as(paul, "select id::text from clients.client")).isEmpty();
    }

    @Test
    void a_partner_reads_and_answers_on_their_pages() {
        var client = sent("Amina Yusuf");
        var path = "/answers/" + client.text() + "/" + as(paul, "select id::text from referrals.referral").getFirst();
        assertThat(town.get(paul, "/answers")).hasStatusOk().bodyText().contains("Amina Yusuf");
        assertThat(town.get(paul, path)).hasStatusOk().bodyText().contains("Two adults");
        assertThat(town.post(paul, path, "next", "REJECTED")).hasStatus(422);
        assertThat(town.post(paul, path, "next", "ACCEPTED")).hasStatus3xxRedirection();
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Paul Meyer");
        for (var page : new String[] {"/account", "/account/authenticator", "/"}) {
            assertThat(town.get(paul, page).getResponse().getStatus()).as(page).isLessThan(400);
        }
        assertThat(town.post(paul, "/language", "language", "es", "page", "/answers").getResponse().getStatus()).isLessThan(500);
    }

    @Test
    void a_client_on_their_own_pages_is_met_by_a_role_that_reads_their_own_name_alone() {
        var own = town.openCase("Own Person").clientId();
        town.openCase("Another Person");
        var account = town.account(Role.PARTNER, "Own Person");
        town.vera().run(() -> reach.give(account.account(), own.value(), "portal", null));
        assertThat(portal(account, "select id::text from clients.client")).containsExactly(own.text());
        for (var shut : new String[] {"access.reach", "clients.address", "caseload.case_file", "referrals.referral", "consent.consent", "directory.organization", "audit.entry"}) {
            assertThatThrownBy(() -> portal(account, "select count(*)::text from " + shut)).as(shut).hasStackTraceContaining("permission denied");
        }
    }

    /** A referral of Rosa's to an organization for which a partner of its own answers. */
    private ClientId sent(String name) {
        var service = town.as(town.vera(), () -> services.add(AddService.of("Pantry " + UUID.randomUUID().toString().substring(0, 8), "Groceries", NeedCategory.FOOD, "555-0142")));
        var organization = town.as(town.rosa(), () -> services.line(service)).organization();
        paul = town.account(Role.PARTNER, "Paul Meyer");
        partners.link(paul.account(), organization);
        var client = town.openCase(name).clientId();
        assertThat(town.post(town.rosa(), "/clients/" + client.text() + "/referrals/new/" + service.text(), "need", "FOOD", "asked", "A box each week", "urgency", "ROUTINE", "shared", "Two adults", "reachBy", "by text",
                "agreedOn", Town.today().toString())).hasStatus3xxRedirection();
        return client;
    }

    private List<String> as(Actor who, String sql) {
        return who.act(() -> transaction.execute(_ -> db.sql(sql).query(String.class).list()));
    }

    private List<String> portal(Actor who, String sql) {
        return who.act(() -> transaction.execute(_ -> {
            db.sql("set local role casebridge_portal").update();
            return db.sql(sql).query(String.class).list();
        }));
    }
}
