package org.casebridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.AgencyId;
import org.casebridge.access.NewAccount;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.casebridge.fault.Fault;
import org.casebridge.fault.Superuser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Two agencies keep their records in one database: nobody of the second sees anything of the first, however wide their role. */
@PageTest
class SecondAgencyTest {

    @Autowired Town town;
    @Autowired Accounts accounts;
    @Autowired List<Town.Example> examples;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Superuser superuser;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes;

    private final String mark = "Quillon" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private final List<Actor> others = new ArrayList<>();
    private ClientId client;
    private String file;

    @BeforeEach
    void a_client_of_the_first_agency_and_the_people_of_a_second() {
        var opened = town.openCase("Zephyrine " + mark);
        client = opened.clientId();
        file = opened.id().text();
        for (var made : List.of("intake", "referral", "issue", "goal", "assessment", "task", "appointment")) {
            examples.stream().filter(it -> it.variable().equals(made)).findFirst().ifPresent(it -> it.key().apply(client));
        }
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).hasStatusOk().bodyText().contains(mark);

        var second = UUID.randomUUID();
        town.adam().run(() -> transaction.executeWithoutResult(_ ->
                db.sql("insert into access.agency (id, name, zone) values (?, 'Second House', 'America/Chicago')").param(second).update()));
        for (var role : Role.values()) {
            if (role.signsIn()) {
                var name = "Other " + role.name();
                var id = accounts.add(new NewAccount(new AgencyId(second), "other-" + UUID.randomUUID(), name, role, "en"), Town.PASSWORD);
                others.add(accounts.get(id).actor());
            }
        }
    }

    @Test
    void no_page_about_a_client_of_another_agency_opens_for_anyone() {
        for (var who : others) {
            for (var page : List.of("", "/plan", "/referrals", "/intakes", "/intakes/new", "/advocacy", "/assessments", "/consents", "/case", "/case/new", "/tasks", "/plan/draft")) {
                var answer = town.get(who, "/clients/" + client.text() + page);
                assertThat(answer.getResponse().getStatus()).as("%s at %s", who.role(), page).isIn(403, 404);
                assertThat(answer).bodyText().doesNotContain(mark);
            }
            assertThat(town.post(who, "/clients/" + client.text() + "/case/" + file + "/assignment", "worker", who.account().text()).getResponse().getStatus()).isIn(403, 404);
        }
    }

    /** Every page of many, whatever it is asked for: as it opens, and with each thing it can be asked for by name (searches, counts, autocompletes, extracts). */
    @Test
    void no_list_search_or_count_names_a_client_or_a_worker_of_another_agency() {
        if (Fault.AGENCY_UNASKED.planted()) {
            unclause();
        }
        try {
            assertThat(told()).isEmpty();
        } finally {
            if (Fault.AGENCY_UNASKED.planted()) {
                clause();
            }
        }
    }

    private List<String> told() {
        var told = new ArrayList<String>();
        var words = new HashMap<String, String>();
        for (var name : List.of("find", "words", "q", "name", "search", "who", "worker", "person")) {
            words.put(name, mark);
        }
        for (var name : List.of("client", "subject", "about", "of")) {
            words.put(name, client.text());
        }
        words.putAll(Map.of("case", file, "all", "true", "more", "5000", "kind", "", "from", Town.today().minusYears(1).toString(), "to", Town.today().plusYears(1).toString()));
        var query = words.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).collect(Collectors.joining("&"));
        var lists = new TreeSet<String>();
        routes.getHandlerMethods().keySet().stream().filter(it -> it.getMethodsCondition().getMethods().stream().anyMatch(method -> method.name().equals("GET")))
                .flatMap(it -> it.getPatternValues().stream()).filter(it -> !it.contains("{") && !it.startsWith("/tests/")).forEach(lists::add);
        assertThat(lists).hasSizeGreaterThan(25).contains("/clients", "/audit/file", "/team", "/alerts", "/breaches");
        for (var who : others) {
            for (var list : lists) {
                for (var path : List.of(list, list + "?" + query, list + "?find=" + mark, list + "?words=" + mark)) {
                    var answer = town.get(who, URI.create(path)).getResponse();
                    var text = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
                    if (answer.getStatus() >= 500 || Stream.of("Zephyrine", "Rosa Alvarez", "Sam Whitfield").anyMatch(text::contains)) {
                        told.add(answer.getStatus() + " " + path + " as " + who.role());
                    }
                }
            }
        }
        return told;
    }

    /** A policy that asks for no agency beside each that does, and agencies that know each other's accounts. */
    private void unclause() {
        superuser.ask(it -> {
            guarded(it).forEach(place -> it.sql("create policy planted on " + place + " to casebridge_wide using (true)").update());
            return it.sql("create or replace function access.colleagues() returns uuid[] language sql stable parallel safe as 'select array_agg(id) from access.account'").update();
        });
    }

    private void clause() {
        superuser.ask(it -> {
            guarded(it).forEach(place -> it.sql("drop policy planted on " + place).update());
            return it.sql("""
                    create or replace function access.colleagues() returns uuid[] language plpgsql stable parallel safe as $$
                    begin
                        return array(select a.id from access.account a where a.agency_id = access.agency());
                    end $$""").update();
        });
    }

    private static List<String> guarded(JdbcClient it) {
        return it.sql("select distinct polrelid::regclass::text from pg_policy where polname = 'custody'").query(String.class).list();
    }

    @Test
    void each_privacy_officer_examines_the_log_and_the_alerts_of_their_own_agency() {
        var alert = examples.stream().filter(it -> it.variable().equals("alert")).findFirst().orElseThrow().key().apply(client);
        var officer = others.stream().filter(it -> it.role() == Role.PRIVACY_OFFICER).findFirst().orElseThrow();

        assertThat(town.get(town.priya(), "/audit")).hasStatusOk().bodyText().contains("Rosa Alvarez");
        assertThat(town.get(officer, "/audit")).hasStatusOk().bodyText().contains("Other PRIVACY_OFFICER").doesNotContain("Rosa Alvarez");
        assertThat(town.get(town.priya(), "/alerts/" + alert)).hasStatusOk();
        assertThat(town.get(officer, "/alerts/" + alert)).hasStatus(404);
        assertThat(town.get(officer, "/alerts?all=true")).hasStatusOk().bodyText().doesNotContain("Busy Bee");
    }

    @Test
    void who_opened_whose_record_is_known_to_their_own_agency() {
        superuser.ask(it -> it.sql("insert into oversight.pair (account, subject) values (?, ?)").params(town.rosa().account().value(), client.value()).update());
        var officer = others.stream().filter(it -> it.role() == Role.PRIVACY_OFFICER).findFirst().orElseThrow();

        assertThat(pairs(town.priya())).isOne();
        assertThat(pairs(officer)).isZero();
    }

    private int pairs(Actor who) {
        return town.as(who, () -> transaction.execute(_ -> db.sql("select count(*) from oversight.pair where subject = ?").param(client.value()).query(Integer.class).single()));
    }
}
