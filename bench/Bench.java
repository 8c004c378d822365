import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Measures Casebridge against its floor, as bin/bench says. Runs from the project's folder; nothing here is part of Casebridge. */
final class Bench {

    private static final int WORKERS = 12;
    private static final int WARMING = 6;
    private static final List<Integer> USERS = List.of(1, 8);
    private static final String PASSWORD = "measured by bin/bench";

    private final boolean quick;
    private final Path work = Path.of("target", "bench").toAbsolutePath();
    private final Path data = work.resolve("data");
    private final int port = Integer.parseInt(System.getenv().getOrDefault("CASEBRIDGE_BENCH_PORT", "8188"));
    private final List<Measured> measured = new ArrayList<>();
    private final Map<String, Long> memory = new HashMap<>();
    private final Map<String, Double> weights = new HashMap<>();
    private final List<String> seeds = new ArrayList<>();

    private Bench(boolean quick) {
        this.quick = quick;
    }

    static void main(String... arguments) throws Exception {
        var bench = new Bench(List.of(arguments).contains("--quick"));
        bench.run();
        var report = new Report(bench.measured, bench.memory, bench.seeds, bench.sizes()).text() + new Engines(bench.measured, bench.engine()).text() + RadarPages.text(bench.measured) + WeightPages.text(bench.weights);
        Files.writeString(Path.of("target", "bench.md"), report);
        System.out.println(report);
    }

    /** On one core, as {@link Questions} prints it. */
    private List<Double> engine() throws Exception {
        say("The questionnaire engine alone");
        var run = new ProcessBuilder(System.getenv("JAVA_HOME") + "/bin/java", "-XX:ActiveProcessorCount=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp", "target/app/casebridge.jar:target/app/lib/*", "bench/Questions.java")
                .redirectErrorStream(true).start();
        var said = new String(run.getInputStream().readAllBytes());
        return said.lines().filter(it -> it.startsWith("engine ")).findFirst().map(it -> java.util.Arrays.stream(it.split(" ")).skip(1).map(Double::valueOf).toList()).orElseThrow(() -> new IllegalStateException(said));
    }

    private List<Integer> sizes() {
        return List.of(1_000, quick ? 10_000 : 100_000);
    }

    private void run() throws Exception {
        Files.createDirectories(work);
        seed(sizes().getFirst());
        floor();
        withDatabase(RadarPages::team);
        casebridge(sizes().getFirst());
        seed(sizes().getLast() - sizes().getFirst());
        withDatabase(RadarPages::team);
        casebridge(sizes().getLast());
        withDatabase(Walls::takeDown);
        measureCasebridge(sizes().getLast(), Report.OPEN);
    }

    private void seed(int clients) throws Exception {
        say("Seeding %,d clients", clients);
        var log = work.resolve("seed.log");
        var seed = new ProcessBuilder(java("1g", "seed", "--clients", String.valueOf(clients), "--json")).redirectErrorStream(true).redirectOutput(log.toFile());
        seed.environment().putAll(environment());
        if (seed.start().waitFor() != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
        seeds.add(Files.readAllLines(log).stream().filter(it -> it.contains("came in with")).findFirst().orElse("?"));
    }

    private void floor() throws Exception {
        say("The floor");
        withDatabase(login -> {
            var environment = Map.of("SPRING_DATASOURCE_URL", login.get("address"), "SPRING_DATASOURCE_USERNAME", login.get("user"),
                    "SPRING_DATASOURCE_PASSWORD", login.get("password"), "SERVER_PORT", String.valueOf(port));
            var command = List.of(System.getenv("JAVA_HOME") + "/bin/java", "-Xmx512m", "-XX:+UseSerialGC", "-jar", "bench/floor/target/floor.jar");
            try (var server = Server.start(command, environment, data.resolve("postgres"), port, "/items", work.resolve("floor.log"))) {
                measure("floor", server, Page.ofFloor());
            }
        });
    }

    private interface Work {

        void with(Map<String, String> login) throws Exception;
    }

    /** The embedded PostgreSQL with nobody on it, and the login of its owner. */
    private void withDatabase(Work doing) throws Exception {
        var log = work.resolve("database.log");
        Files.deleteIfExists(log);
        var holder = new ProcessBuilder(java("128m", "database", "--json")).redirectErrorStream(true).redirectOutput(log.toFile());
        holder.environment().putAll(environment());
        var database = holder.start();
        try {
            var login = new HashMap<String, String>();
            while (login.isEmpty()) {
                Thread.sleep(300);
                Files.readAllLines(log).stream().filter(it -> it.startsWith("{\"outcome\":\"done\"")).forEach(it -> {
                    for (var name : List.of("address", "user", "password")) {
                        login.put(name, it.replaceAll(".*\"" + name + "\":\"([^\"]*)\".*", "$1"));
                    }
                });
            }
            login.compute("address", (_, address) -> "jdbc:" + address);
            doing.with(login);
        } finally {
            database.destroy();
            database.waitFor();
        }
    }

    private void casebridge(int clients) throws Exception {
        measureCasebridge(clients, "%,d clients".formatted(clients));
    }

    private void measureCasebridge(int clients, String where) throws Exception {
        say("Casebridge with %s", where);
        var environment = new HashMap<>(environment());
        environment.putAll(Map.of("CASEBRIDGE_DEMO", "true", "CASEBRIDGE_DEMO_PASSWORD", PASSWORD, "CASEBRIDGE_PORT", String.valueOf(port), "CASEBRIDGE_SESSION_IDLE", "2h", "CASEBRIDGE_MFA_REQUIRED", "false"));
        try (var server = Server.start(java("512m", "serve"), environment, data.resolve("postgres"), port, "/alive", work.resolve("serve.log"))) {
            var workers = IntStream.rangeClosed(1, WORKERS).map(it -> Math.max(1, it * (clients / 90) / WORKERS)).distinct().mapToObj(it -> "worker" + it).toList();
            var pages = new ArrayList<>(Page.ofCasebridge(server.address, workers, PASSWORD));
            pages.addAll(PlanPages.of(server.address, workers.subList(0, Math.min(2, workers.size())), PASSWORD));
            pages.addAll(FormPages.of(server.address, workers, PASSWORD));
            pages.addAll(RadarPages.of(server.address, PASSWORD));
            weights.put(where, WeightPages.whole(server.address, PASSWORD));
            say("%s, weights of all workers: %.2f s", where, weights.get(where));
            measure(where, server, pages);
        }
    }

    /** What is only read comes first, with the people's records as they were seeded; then what writes, of which a load leaves more on a few of them than a year of work does. */
    private void measure(String where, Server server, List<Page> pages) throws Exception {
        for (boolean writes : List.of(false, true)) {
            load(where, server, pages.stream().filter(it -> it.writes() == writes).toList());
        }
        memory.put(where, server.memory());
    }

    /** Warms everything up first, until another round costs less than a tenth less: the compiler and the caches of the database are done with most of their work by then. */
    private void load(String where, Server server, List<Page> pages) throws Exception {
        for (var page : pages) {
            page.check(server.address);
            double before = Double.MAX_VALUE;
            for (int round = 0; round < WARMING; round++) {
                var cpu = Measured.of(where, server, page, 8, quick ? 6 : 12, work).cpu();
                if (cpu > before * 0.9) {
                    break;
                }
                before = cpu;
            }
        }
        for (var page : pages) {
            for (var users : USERS) {
                var one = Measured.of(where, server, page, users, quick ? 4 : 12, work);
                measured.add(one);
                say("%s, %s, %d at once: %.0f a second, %.2f ms CPU, p95 %.1f ms%s", where, page.name(), users, one.rate(), one.cpu(), one.p95(), one.failed() > 0 ? ", FAILED " + one.failed() : "");
            }
            page.check(server.address);
        }
    }

    private Map<String, String> environment() {
        return Map.of("CASEBRIDGE_DATA", data.toString(), "CASEBRIDGE_DB_URL", "");
    }

    private static List<String> java(String heap, String... arguments) {
        var command = new ArrayList<>(List.of(System.getenv("JAVA_HOME") + "/bin/java", "-Xmx" + heap, "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-jar", "target/app/casebridge.jar"));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void say(String words, Object... values) {
        System.err.println(words.formatted(values));
    }
}
