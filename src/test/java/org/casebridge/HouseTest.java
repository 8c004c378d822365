package org.casebridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.casebridge.access.Requires;
import org.casebridge.access.Role;
import org.casebridge.clients.ClientId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is true of everything in the house, so that nobody can forget it. */
@PageTest
class HouseTest {

    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired RequestMappingHandlerMapping routes;
    @Autowired Town town;
    @Autowired List<Town.Example> examples;

    /** What is only derived from watched tables need not be watched itself, and its table says so. */
    @Test
    void every_table_about_a_client_is_guarded_and_watched() {
        var bare = transaction.execute(_ -> db.sql("""
                select c.oid::regclass::text from pg_class c
                where c.relkind in ('r', 'p') and c.relnamespace not in ('access'::regnamespace, 'audit'::regnamespace)
                  and (c.oid = 'clients.client'::regclass or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'client_id'))
                  and not (c.relrowsecurity
                           and (select count(*) from pg_policy where polrelid = c.oid) >= 2
                           and (exists (select from pg_trigger where tgrelid = c.oid and tgname = 'audit') or obj_description(c.oid) = 'derived'))
                """).query(String.class).list());
        assertThat(bare).isEmpty();
    }

    @Test
    void every_view_is_read_with_the_rights_of_who_reads_it() {
        var open = transaction.execute(_ -> db.sql("""
                select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'v' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                  and not coalesce(array_to_string(c.reloptions, ',') like '%security_invoker=true%', false)
                """).query(String.class).list());
        assertThat(open).isEmpty();
    }

    @Test
    void the_application_is_neither_owner_nor_superuser() {
        var row = transaction.execute(_ -> db.sql("""
                select r.rolsuper or r.rolbypassrls or exists (
                    select from pg_class c where c.relowner = r.oid and c.relkind = 'r') as mighty
                from pg_roles r where r.rolname = current_user
                """).query(Boolean.class).single());
        assertThat(row).isFalse();
    }

    @Test
    void reading_about_clients_with_nobody_acting_fails_loudly() {
        town.client("Somebody There");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> transaction.execute(_ -> db.sql("select count(*) from clients.client").query(Integer.class).single()))
                .hasMessageContaining("Nobody is acting");
    }

    @Test
    void every_handler_says_what_it_requires() {
        assertThat(ours()).isNotEmpty().allMatch(it -> it.getValue().hasMethodAnnotation(Requires.class));
    }

    @Test
    void every_page_renders() {
        Map<String, Function<ClientId, String>> keys = new HashMap<>();
        examples.forEach(it -> keys.put(it.variable(), it.key()));
        var broken = new ArrayList<String>();
        for (var route : ours()) {
            if (!route.getKey().getMethodsCondition().getMethods().stream().allMatch(it -> it.name().equals("GET"))) {
                continue;
            }
            var permission = route.getValue().getMethodAnnotation(Requires.class).value();
            var role = Arrays.stream(new Role[] {Role.CASE_MANAGER, Role.SUPERVISOR, Role.INTAKE, Role.ADMINISTRATOR, Role.PRIVACY_OFFICER, Role.PARTNER})
                    .filter(it -> it.permissions().contains(permission)).findFirst().orElseThrow();
            var who = role == Role.CASE_MANAGER ? town.rosa() : town.person(role, role.words());
            for (var pattern : route.getKey().getPatternValues()) {
                if (pattern.equals("/error")) {
                    continue;
                }
                var path = pattern;
                var client = pattern.contains("{client}") ? town.openCase("Example Person").clientId() : null;
                for (var variable : pattern.replaceAll("[^{]*\\{(\\w+)}[^{]*", "$1 ").strip().split(" ")) {
                    if (pattern.contains("{")) {
                        assertThat(keys).as("an example for {%s} of %s", variable, pattern).containsKey(variable);
                        path = path.replace("{" + variable + "}", keys.get(variable).apply(client));
                    }
                }
                var answer = town.get(who, path);
                var response = answer.getResponse();
                var away = String.valueOf(response.getRedirectedUrl());
                if (response.getStatus() >= 400 || away.startsWith("/sign-in")) {
                    broken.add(response.getStatus() + " " + path + " as " + role);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_address_about_a_client_names_the_client() {
        assertThat(ours()).flatMap(it -> it.getKey().getPatternValues())
                .filteredOn(it -> it.startsWith("/clients/{"))
                .allMatch(it -> it.startsWith("/clients/{client}"));
    }

    @Test
    void every_setting_is_documented() throws Exception {
        var documented = Files.readString(Path.of("docs/settings.md"));
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var missing = new ArrayList<String>();
        for (var found : scanner.findCandidateComponents("org.casebridge")) {
            var type = Class.forName(found.getBeanClassName());
            for (var component : type.getRecordComponents()) {
                var name = type.getAnnotation(ConfigurationProperties.class).value() + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
                if (!documented.contains("`" + name)) {
                    missing.add(name);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_source_file_is_longer_than_300_lines() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(it -> it.toString().endsWith(".java") || it.toString().endsWith(".jte")).toList())
                    .allSatisfy(it -> assertThat(Files.readAllLines(it).size()).as(it.toString()).isLessThanOrEqualTo(300));
        }
    }

    /** The tests run in a zone where most of the day is the agency's tomorrow, so that whoever asks the machine is wrong at once. */
    @Test
    void nobody_asks_the_machine_what_day_it_is() throws IOException {
        assertThat(java.time.ZoneId.systemDefault()).isNotEqualTo(Town.ZONE);
        try (var files = Files.walk(Path.of("src"))) {
            assertThat(files.filter(it -> it.toString().endsWith(".java") || it.toString().endsWith(".jte")).toList())
                    .allSatisfy(it -> assertThat(Files.readString(it)).as("%s: ask Town.today(), or the Clock with the agency's zone", it)
                            .doesNotContainPattern("Local(Date|Time|DateTime)\\.now\\(\\)|ZonedDateTime\\.now\\(\\)|ZoneId\\.systemDefault\\(\\)(?!\\)\\.isNotEqualTo)"));
        }
    }

    private List<Map.Entry<RequestMappingInfo, HandlerMethod>> ours() {
        return routes.getHandlerMethods().entrySet().stream().filter(it -> it.getValue().getBeanType().getName().startsWith("org.casebridge")).toList();
    }
}
