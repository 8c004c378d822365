package org.casebridge.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.access.Requires;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.HouseholdRole;
import org.casebridge.clients.Households;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** S4: no answer holds anybody's name without a row that says who looked at whom. */
@PageTest
class EveryLookTest {

    @Autowired Town town;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Households households;
    @Autowired RequestMappingHandlerMapping routes;
    @Autowired List<Town.Example> examples;

    @Test
    void every_page_that_names_somebody_leaves_one_row_that_names_them() {
        Map<String, Function<ClientId, String>> keys = new HashMap<>();
        examples.forEach(it -> keys.put(it.variable(), it.key()));
        var unnoted = new ArrayList<String>();
        int named = 0;
        for (var path : paths()) {
            for (var role : new Role[] {Role.CASE_MANAGER, Role.SUPERVISOR, Role.PRIVACY_OFFICER}) {
                if (!role.permissions().contains(path.required)) {
                    continue;
                }
                var who = role == Role.CASE_MANAGER ? town.rosa() : role == Role.SUPERVISOR ? town.vera() : town.priya();
                var client = town.openCase("Marked Person " + UUID.randomUUID().toString().substring(0, 8)).clientId();
                var partner = town.client("Marked Partner " + UUID.randomUUID().toString().substring(0, 8));
                town.rosa().run(() -> households.join(client, partner, HouseholdRole.PARTNER));
                town.post(town.rosa(), "/clients/" + client.text() + "/appointments", "title", "Visit", "on", Town.today().plusDays(1).toString(), "at", "10:00", "minutes", "30");
                var address = path.pattern;
                for (var variable : keys.keySet()) {
                    address = address.contains("{" + variable + "}") ? address.replace("{" + variable + "}", keys.get(variable).apply(client)) : address;
                }
                long before = last();
                var answer = town.get(who, address);
                for (var one : List.of(client, partner)) {
                    if (text(answer).contains(name(one))) {
                        named++;
                        if (rows(before, who, one) != 1) {
                            unnoted.add(rows(before, who, one) + " rows: " + address + " as " + role);
                        }
                    }
                }
            }
        }
        assertThat(unnoted).isEmpty();
        assertThat(named).isGreaterThan(20);
    }

    @Test
    void as_many_rows_as_answers_that_hold_a_record() {
        var mine = town.openCase("Counted " + word()).clientId();
        var name = name(mine);
        var seen = 0;
        long before = last();
        var requests = List.of("/clients/" + mine.text(), "/clients?find=" + name.replace(" ", "+"), "/clients?quick=yes&find=" + name.replace(" ", "+"), "/", "/tasks",
                "/directory", "/team", "/clients/" + UUID.randomUUID(), "/clients/" + mine.text() + "/looks");
        for (int i = 0; i < 90; i++) {
            seen += text(town.get(i % 3 == 2 ? town.sam() : town.rosa(), requests.get(i % requests.size()))).contains(name) ? 1 : 0;
        }
        seen += text(town.post(town.rosa(), "/clients/" + mine.text() + "/contacts", "with", "CLIENT")).contains(name) ? 1 : 0;

        assertThat(rows(before, town.rosa(), mine)).isEqualTo(seen).isGreaterThan(20);
        assertThat(rows(before, town.sam(), mine)).isZero();
    }

    /** A name that nobody else has, of letters only: digits in a search are looked for among numbers. */
    private static String word() {
        return UUID.randomUUID().toString().replace("-", "").chars().mapToObj(it -> String.valueOf((char) ('a' + Character.digit(it, 16)))).collect(java.util.stream.Collectors.joining());
    }

    private String name(ClientId client) {
        return town.as(town.rosa(), () -> town.clients().get(client).name());
    }

    private record Route(String pattern, org.casebridge.access.Permission required) {}

    private List<Route> paths() {
        return routes.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().hasMethodAnnotation(Requires.class) && it.getKey().getMethodsCondition().getMethods().stream().allMatch(m -> m.name().equals("GET")))
                .flatMap(it -> it.getKey().getPatternValues().stream().map(p -> new Route(p, it.getValue().getMethodAnnotation(Requires.class).value())))
                .filter(it -> !it.pattern.equals("/error")).toList();
    }

    private long last() {
        return town.as(town.priya(), () -> transaction.execute(_ -> db.sql("select coalesce(max(id), 0) from audit.entry").query(Long.class).single()));
    }

    private int rows(long after, Actor who, ClientId client) {
        return town.as(town.priya(), () -> transaction.execute(_ -> db.sql("""
                select count(*) from audit.entry where id > ? and kind = 'LOOK' and actor = ? and (client = ? or others @> array[?::uuid])
                """).params(after, who.account().value(), client.value(), client.value()).query(Integer.class).single()));
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
