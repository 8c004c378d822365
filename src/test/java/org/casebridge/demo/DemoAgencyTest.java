package org.casebridge.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.InetAddress;
import java.nio.file.Path;
import org.casebridge.access.Actor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo in a database of its own, as at the first start. */
@SpringBootTest(properties = {"casebridge.demo=true", "casebridge.demo-password=first one"})
@AutoConfigureMockMvc
@DirtiesContext
class DemoAgencyTest {

    @TempDir static Path folder;

    @Autowired MockMvcTester browser;
    @Autowired DemoAgency agency;
    @Autowired DemoPeople people;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired WebServerFactoryCustomizer<ConfigurableWebServerFactory> loopbackOnly;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry settings) {
        settings.add("casebridge.data", folder::toString);
    }

    @Test
    void everybody_signs_in_and_every_page_says_that_it_is_a_demo() {
        for (var person : DemoAgency.PEOPLE) {
            assertThat(browser.get().uri("/sign-in").cookie(signIn(person.username(), "first one"))).as(person.username())
                    .bodyText().contains(person.name(), person.role() == org.casebridge.access.Role.PARTNER ? "Partner agency" : "Eastside Family Services", "Demo: made-up people only");
        }
        assertThat(browser.get().uri("/sign-in")).bodyText().contains("Demo: made-up people only");
        assertThat(browser.get().uri("/sign-in").header("Accept-Language", "es")).bodyText().contains("Demostración: solo personas inventadas");
    }

    @Test
    void a_new_password_applies_at_the_next_start_and_the_old_one_does_not() {
        assertThat(again("second one").password()).isNull();
        assertThat(signIn("admin", "first one")).isNull();
        assertThat(signIn("admin", "second one")).isNotNull();

        again("first one");
        assertThat(signIn("admin", "first one")).isNotNull();
    }

    @Test
    void without_a_chosen_password_the_one_before_stays() {
        assertThat(again(null).password()).isNull();
        assertThat(signIn("privacy", "first one")).isNotNull();
    }

    @Test
    void while_the_demo_is_off_its_accounts_are_kept_out_and_their_sessions_end() {
        var session = signIn("partner", "first one");
        Actor.machine().run(agency::shut);
        assertThat(signIn("partner", "first one")).isNull();
        assertThat(browser.get().uri("/awake").cookie(session)).hasStatus(302);

        again("first one");
        assertThat(signIn("partner", "first one")).isNotNull();
    }

    @Test
    void made_up_people_are_at_every_stage_and_nobody_is_made_twice() {
        var before = count();
        assertThat(before).isEqualTo(16);
        Actor.machine().run(people::fill);
        assertThat(count()).isEqualTo(before);

        var rosa = signIn("manager", "first one");
        assertThat(browser.get().uri("/")).as("not signed in").hasStatus(302);
        assertThat(browser.get().uri("/").cookie(rosa)).bodyText().contains("Dolores Whitaker", "Rehab stay denied");
        assertThat(browser.get().uri("/advocacy").cookie(rosa)).bodyText().containsSubsequence("María Fernanda Ortiz Salinas", "Dolores Whitaker", "Kofi Mensah");
        assertThat(browser.get().uri("/team").cookie(rosa)).bodyText().contains("expires in 20 days", "lapsed on", "1 licence has lapsed");
        assertThat(browser.get().uri("/intakes").cookie(signIn("intake", "first one"))).bodyText().contains("Sunita", "Piotr Zawadzki");
        assertThat(browser.get().uri("/directory?words=pantry").cookie(rosa)).bodyText().contains("Corner Table Pantry");
        assertThat(browser.get().uri("/answers").cookie(signIn("partner", "first one"))).bodyText().contains("Lunch and company for older people");
        assertThat(browser.get().uri("/referrals").cookie(rosa)).bodyText().contains("Silver Bridge Center", "Legal Aid East");
    }

    @Test
    void a_plan_is_kept_with_levels_services_conferences_and_a_review() {
        var rosa = signIn("manager", "first one");
        var plan = "/clients/" + Actor.machine().act(() -> transaction.execute(_ -> db.sql("select id from clients.client where name = 'Kofi Mensah'").query(java.util.UUID.class).single())) + "/plan";
        assertThat(browser.get().uri(plan + "/review").cookie(rosa)).hasStatusOk().bodyText().contains("A home of my own", "Both goals go on");
        assertThat(browser.get().uri(plan + "/services").cookie(rosa)).hasStatusOk().bodyText().contains("City contract");
        assertThat(browser.get().uri(plan + "/conferences").cookie(rosa)).hasStatusOk().bodyText().contains("Held", "Planned", "Room 2");
        assertThat(browser.get().uri("/").cookie(signIn("supervisor", "first one"))).hasStatusOk().bodyText().contains("Case conference");
    }

    @Test
    void the_part_2_programmes_people_are_met_by_its_own_worker_alone() {
        assertThat(browser.get().uri("/clients").cookie(signIn("recovery", "first one"))).bodyText().contains("Calvin Beaumont", "Marisol Quintana", "Theo Vandenberg");
        for (var other : new String[] {"manager", "supervisor", "intake", "privacy"}) {
            assertThat(browser.get().uri("/clients?find=Beaumont").cookie(signIn(other, "first one"))).as(other).hasStatusOk().bodyText().doesNotContain("Calvin");
        }
    }

    @Test
    void those_close_to_them_and_the_services_are_told_as_real_ones_would_be() {
        var rosa = signIn("manager", "first one");
        assertThat(person("Dolores Whitaker", rosa)).contains("Joan Whitaker", "Decides on health care if they cannot");
        assertThat(person("María Fernanda Ortiz Salinas", rosa)).contains("Lucía", "Mateo", "Sofía", "Elena Ortiz Salinas");
        assertThat(browser.get().uri("/directory?words=shelter").cookie(rosa)).bodyText().contains("open all day and night");
    }

    private String person(String name, jakarta.servlet.http.Cookie who) {
        var id = Actor.machine().act(() -> transaction.execute(_ -> db.sql("select id from clients.client where name = ?").param(name).query(java.util.UUID.class).single()));
        return new String(browser.get().uri("/clients/" + id + "/person").cookie(who).exchange().getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void their_stories_reach_back_for_months() {
        var days = Actor.machine().act(() -> transaction.execute(_ -> db.sql("""
                select (now()::date - min(at)::date) from caseload.story s join clients.client c on c.id = s.client_id where c.name = 'Kofi Mensah'
                """).query(Integer.class).single()));
        assertThat(days).isBetween(116, 119);
    }

    private int count() {
        return Actor.machine().act(() -> transaction.execute(_ -> db.sql("select count(*) from clients.client").query(Integer.class).single()));
    }

    @Test
    void the_server_answers_on_the_loopback_address_only() {
        var server = new TomcatServletWebServerFactory();
        loopbackOnly.customize(server);
        assertThat(server.getAddress()).isEqualTo(InetAddress.getLoopbackAddress());
    }

    private DemoAgency.Opened again(@Nullable String password) {
        return Actor.machine().act(() -> agency.open(password));
    }

    private @Nullable Cookie signIn(String username, String password) {
        return browser.post().uri("/sign-in").with(csrf()).param("username", username).param("password", password)
                .exchange().getResponse().getCookie("casebridge");
    }
}
