import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The plan's page with 12 goals, 60 interventions and 10 versions, and its PDF. A part of bin/bench, and a run of its own: {@code java -cp "target/app/lib/*" bench/PlanPages.java} after bin/bench has built
 * Casebridge, with 1,000 clients in target/bench-plans, which is thrown away.
 */
final class PlanPages {

    static final String PAGE = "A plan of 12 goals, 60 interventions, 10 versions";
    private static final int GOALS = 12;
    private static final int STEPS = 5;
    private static final int VERSIONS = 10;
    private static final String PASSWORD = "measured by bin/bench";

    private PlanPages() {}

    /** The page of one such plan for each of these workers. */
    static List<Page> of(String address, List<String> workers, String password) throws Exception {
        var asked = new ArrayList<Page.Request>();
        for (var worker : workers) {
            var browser = Browser.signIn(address, worker, password);
            asked.add(new Page.Request(large(browser), browser.cookie(), ""));
        }
        return List.of(new Page(PAGE, "floor's list", Double.POSITIVE_INFINITY, asked));
    }

    /** Makes a plan as people do, form by form, and returns its address. */
    private static String large(Browser browser) throws Exception {
        var client = Browser.all(browser.get("/clients"), "href=\"(/clients/[0-9a-f-]{36})\"").getFirst();
        var plan = client + "/plan";
        var csrf = browser.csrf(plan);
        browser.post(browser.get(plan).contains("action=\"" + plan + "/changes\"") ? plan + "/changes" : plan, Browser.form(Map.of("_csrf", csrf, "_once", UUID.randomUUID().toString())));
        for (int version = 1; version <= VERSIONS; version++) {
            if (version > 1) {
                browser.sent(plan + "/changes", Browser.form(Map.of("_csrf", csrf, "_once", UUID.randomUUID().toString())));
            }
            for (int goal = 0; version == 1 && goal < GOALS; goal++) {
                var fields = Browser.fields(browser.get(plan + "/draft/goals/new"), plan + "/draft/goals");
                fields.putAll(Map.of("words", "I want goal number " + goal + " to come true for me", "whose", "CLIENT", "domain", "HOUSING", "priority", "MEDIUM", "measure", "It is so within half a year", "why", "It matters to all of us"));
                for (int step = 0; step < STEPS; step++) {
                    fields.putAll(Map.of("steps[" + step + "].what", "Step " + step + " of goal " + goal, "steps[" + step + "].party", "STAFF", "steps[" + step + "].units", "2", "steps[" + step + "].unit", "VISIT",
                            "steps[" + step + "].per", "MONTH"));
                }
                fields.put("resources[0].what", "A paper for goal " + goal);
                fields.put("_once", UUID.randomUUID().toString());
                browser.sent(plan + "/draft/goals", Browser.form(fields));
            }
            var agreement = new LinkedHashMap<>(Browser.fields(browser.get(plan + "/draft/agreement"), plan + "/draft/agreement"));
            agreement.putAll(Map.of("how", "IN_PERSON", "copy", "PRINT", "signature", "TYPED", "signedName", "Somebody", "reason", "Version " + version, "_once", UUID.randomUUID().toString()));
            browser.sent(plan + "/draft/agreement", Browser.form(agreement));
        }
        return plan;
    }

    /** Milliseconds of each of twenty PDF files in a row. */
    private static List<Double> papers(Browser browser, String plan) throws Exception {
        var print = Browser.all(browser.get(plan), "href=\"(" + plan + "/versions/[0-9a-f-]{36})/print\"").getFirst() + "/print";
        var csrf = browser.csrf(plan);
        var took = new ArrayList<Double>();
        for (int i = 0; i < 20; i++) {
            long began = System.nanoTime();
            if (browser.post(print, Browser.form(Map.of("_csrf", csrf, "_once", UUID.randomUUID().toString()))) != 200) {
                throw new IllegalStateException(print);
            }
            took.add((System.nanoTime() - began) / 1e6);
        }
        return took;
    }

    static void main(String... arguments) throws Exception {
        var work = Path.of("target", "bench-plans").toAbsolutePath();
        var data = work.resolve("data");
        Files.createDirectories(work);
        int port = Integer.parseInt(System.getenv().getOrDefault("CASEBRIDGE_BENCH_PORT", "8119"));
        var environment = new HashMap<>(Map.of("CASEBRIDGE_DATA", data.toString(), "CASEBRIDGE_DB_URL", ""));
        var seed = new ProcessBuilder(java("512m", "seed", "--clients", "1000")).redirectErrorStream(true).redirectOutput(work.resolve("seed.log").toFile());
        seed.environment().putAll(environment);
        if (seed.start().waitFor() != 0) {
            throw new IllegalStateException(Files.readString(work.resolve("seed.log")));
        }
        environment.putAll(Map.of("CASEBRIDGE_DEMO", "true", "CASEBRIDGE_DEMO_PASSWORD", PASSWORD, "CASEBRIDGE_PORT", String.valueOf(port), "CASEBRIDGE_SESSION_IDLE", "2h", "CASEBRIDGE_MFA_REQUIRED", "false"));
        try (var server = Server.start(java("512m", "serve"), environment, data.resolve("postgres"), port, "/alive", work.resolve("serve.log"))) {
            var workers = List.of("worker1", "worker3");
            var page = of(server.address, workers, PASSWORD).getFirst();
            for (int round = 0; round < 3; round++) {
                Measured.of("1,000 clients", server, page, 8, 6, work);
            }
            for (int users : List.of(1, 8)) {
                var one = Measured.of("1,000 clients", server, page, users, 10, work);
                System.out.printf("%s, %d at once: %.0f a second, %.2f ms CPU, p50 %.1f ms, p95 %.1f ms, failed %d%n", page.name(), users, one.rate(), one.cpu(), one.p50(), one.p95(), one.failed());
            }
            var browser = Browser.signIn(server.address, workers.getFirst(), PASSWORD);
            papers(browser, page.requests().getFirst().path());
            long before = server.memory();
            var took = papers(browser, page.requests().getFirst().path());
            long after = server.memory();
            System.out.printf("PDF: mean %.0f ms, slowest %.0f ms, of twenty in a row; memory %d before, %d after%n", took.stream().mapToDouble(it -> it).average().orElse(0), took.stream().mapToDouble(it -> it).max().orElse(0), before, after);
        }
    }

    private static List<String> java(String heap, String... arguments) {
        var command = new ArrayList<>(List.of(System.getenv("JAVA_HOME") + "/bin/java", "-Xmx" + heap, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-jar", "target/app/casebridge.jar"));
        command.addAll(List.of(arguments));
        return command;
    }
}
