package org.casebridge;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.casebridge.access.AccountId;
import org.casebridge.access.Accounts;
import org.casebridge.access.Actor;
import org.casebridge.access.AgencyId;
import org.casebridge.access.NewAccount;
import org.casebridge.access.Role;
import org.casebridge.caseload.CaseFile;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.caseload.ProgramId;
import org.casebridge.caseload.Programs;
import org.casebridge.clients.About;
import org.casebridge.clients.ClientId;
import org.casebridge.clients.Clients;
import org.casebridge.clients.NewClient;
import org.casebridge.clients.PersonName;
import org.casebridge.data.Together;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.Need;
import org.casebridge.tasks.NeedSource;
import org.casebridge.workforce.ChangeWorker;
import org.casebridge.workforce.Workers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * The people every test knows. Rosa is a case manager; Sam is another, who cannot reach Rosa's clients; Ines takes intakes; Vera
 * supervises; Priya is the privacy officer; Adam administers; Paul works at a partner agency. Each test makes its own clients.
 */
@Component
@Lazy
public class Town {

    /** The agency's time zone: what is today for its workers. */
    public static final java.time.ZoneId ZONE = java.time.ZoneId.of("America/New_York");

    public static final String PASSWORD = "a long enough phrase";

    private final Accounts accounts;
    private final Programs programs;
    private final CaseFiles cases;
    private final Clients clients;
    private final Workers workers;
    private final Together together;
    private final ObjectProvider<MockMvcTester> browser;
    private final ObjectProvider<org.casebridge.fault.Canaries> canaries;
    private final Map<Role, Actor> people = new HashMap<>();
    private final Map<AccountId, SignedIn> cookies = new HashMap<>();
    private Actor sam;
    private ProgramId program;

    Town(Accounts accounts, Programs programs, CaseFiles cases, Clients clients, Workers workers, Together together, ObjectProvider<MockMvcTester> browser,
         ObjectProvider<org.casebridge.fault.Canaries> canaries) {
        this.accounts = accounts;
        this.programs = programs;
        this.cases = cases;
        this.clients = clients;
        this.workers = workers;
        this.together = together;
        this.browser = browser;
        this.canaries = canaries;
    }

    /** What day it is for the agency's workers, whatever the machine's own zone says. */
    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    public Actor rosa() { return person(Role.CASE_MANAGER, "Rosa Alvarez"); }

    public Actor ines() { return person(Role.INTAKE, "Ines Duarte"); }

    public Actor vera() { return person(Role.SUPERVISOR, "Vera Lindqvist"); }

    public Actor priya() { return person(Role.PRIVACY_OFFICER, "Priya Nair"); }

    public Actor adam() { return person(Role.ADMINISTRATOR, "Adam Osei"); }

    public Actor paul() { return person(Role.PARTNER, "Paul Meyer"); }

    public synchronized Actor sam() {
        if (sam == null) {
            sam = account(Role.CASE_MANAGER, "Sam Whitfield");
        }
        return sam;
    }

    public synchronized Actor person(Role role, String name) {
        return people.computeIfAbsent(role, _ -> account(role, name));
    }

    public Actor account(Role role, String name) {
        var username = name.split(" ")[0].toLowerCase() + "-" + UUID.randomUUID().toString().substring(0, 8);
        var fresh = new NewAccount(AgencyId.FIRST, username, name, role, "en");
        // Whoever acts just now may not be one who invites people.
        var id = Actor.ifAny().isPresent() ? Actor.machine().act(() -> accounts.add(fresh, PASSWORD)) : accounts.add(fresh, PASSWORD);
        return accounts.get(id).actor();
    }

    /** Lets the one supervise the other. */
    public void supervises(Actor supervisor, Actor worker) {
        adam().run(() -> {
            var known = workers.get(worker.account());
            workers.change(worker.account(), new ChangeWorker(known.languages(), known.degree(), known.studied(), supervisor.account(), known.version()));
        });
    }

    public synchronized ProgramId program() {
        if (program == null) {
            program = rosa().act(() -> programs.add("Eastside " + UUID.randomUUID().toString().substring(0, 6), 14));
        }
        return program;
    }

    /** A client whom Rosa can reach, without a case. */
    public ClientId client(String name) {
        return client(NewClient.of(PersonName.read(name), About.unknown()));
    }

    public ClientId client(NewClient said) {
        return rosa().act(() -> clients.add(said));
    }

    /** A client with an open case of Rosa's. */
    public CaseFile openCase(String name) {
        var client = client(name);
        var program = program();
        return rosa().act(() -> cases.open(client, program, rosa().account(), today().minusDays(30)));
    }

    /** A client with an open case of another worker's. */
    public ClientId openCase(Actor worker, String name) {
        var client = client(name);
        var program = program();
        rosa().run(() -> cases.open(client, program, worker.account(), today().minusDays(30)));
        return client;
    }

    /** Lets it be on record that the client speaks this language and no other. */
    public void speaks(ClientId client, String language) {
        rosa().run(() -> {
            var person = clients.get(client);
            var it = person.about();
            clients.describe(client, person.version(), person.names(), new About(it.bornOn(), it.bornEstimated(), it.sex(), it.gender(), it.pronouns(),
                    List.of(language), it.interpreter(), it.races(), it.ethnicity(), it.culture(), it.deceased(), it.deceasedOn()));
        });
    }

    /** What a source has to say about somebody's day, asked alone. */
    public List<Need> needs(NeedSource source, Mine mine) {
        return together.alone(it -> source.ask(it, mine));
    }

    public Clients clients() {
        return clients;
    }

    /** An address that is encoded already. */
    public MvcTestResult get(Actor who, java.net.URI address) {
        return kept(who, browser.getObject().get().uri(address).cookie(cookie(who)).exchange());
    }

    public MvcTestResult get(Actor who, String path, Object... parts) {
        return kept(who, browser.getObject().get().uri(path, parts).cookie(cookie(who)).exchange());
    }

    /** Fields are name, value, name, value; a name may come again. */
    public MvcTestResult post(Actor who, String path, String... fields) {
        var request = browser.getObject().method(HttpMethod.POST).uri(path).cookie(cookie(who)).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i], fields[i + 1]);
        }
        return kept(who, request.exchange());
    }

    public <T> T as(Actor who, Supplier<T> work) {
        return who.act(work::get);
    }

    /** Signs in by the form, again when the password was shown more than four minutes ago: who was just asked for a factor is asked for none (five minutes). */
    public synchronized jakarta.servlet.http.Cookie cookie(Actor who) {
        canaries.getObject().begin(this);
        var known = cookies.get(who.account());
        if (known == null || System.nanoTime() - known.since > java.time.Duration.ofMinutes(4).toNanos()) {
            known = new SignedIn(java.util.Objects.requireNonNull(browser.getObject().post().uri("/sign-in").with(csrf())
                    .param("username", accounts.get(who.account()).username()).param("password", PASSWORD)
                    .exchange().getResponse().getCookie("casebridge"), () -> who.name() + " could not sign in"), System.nanoTime());
            cookies.put(who.account(), known);
        }
        return known.cookie;
    }

    /** As a browser does: whoever showed a factor goes on under a new cookie. */
    public synchronized MvcTestResult kept(Actor who, MvcTestResult answer) {
        var fresh = answer.getResponse().getCookie("casebridge");
        if (fresh != null) {
            cookies.remove(who.account());
            if (fresh.getMaxAge() > 0) {
                cookies.put(who.account(), new SignedIn(fresh, System.nanoTime()));
            }
        }
        return answer;
    }

    private record SignedIn(jakarta.servlet.http.Cookie cookie, long since) {}

    /**
     * What one page needs so that it can be shown: the name of a variable of its address, and how to make a key for it. A key about a
     * client ({@code /clients/{client}/plan/goals/{goal}}) is made for that client. Offered as a bean beside a module's tests.
     */
    public record Example(String variable, Function<ClientId, String> key) {

        public Example(String variable, Supplier<String> key) {
            this(variable, _ -> key.get());
        }
    }
}
