import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server under test and the PostgreSQL that it uses: started, watched through /proc, stopped. */
final class Server implements AutoCloseable {

    /** Clock ticks a second, in which /proc counts; 100 on every Linux that Java runs on (USER_HZ). */
    private static final double TICKS = 100;

    private final Process process;
    private final Path cluster;
    final String address;

    private Server(Process process, Path cluster, String address) {
        this.process = process;
        this.cluster = cluster;
        this.address = address;
    }

    /** Waits until it answers at {@code alive}. */
    static Server start(List<String> command, Map<String, String> environment, Path cluster, int port, String alive, Path log) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        var server = new Server(builder.start(), cluster, "http://127.0.0.1:" + port);
        var until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!alive.isEmpty() && Browser.status(server.address + alive) != 200) {
            if (!server.process.isAlive() || System.nanoTime() > until) {
                server.close();
                throw new IllegalStateException("It did not start; see " + log);
            }
            Thread.sleep(200);
        }
        return server;
    }

    record Used(double server, double database) {

        Used since(Used before) {
            return new Used(server - before.server, database - before.database);
        }
    }

    /** CPU seconds so far, of the server and of all processes of the cluster, those that ended too. */
    Used used() throws IOException {
        var postmaster = Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst().strip();
        double database = ticks(postmaster, true);
        try (var all = Files.list(Path.of("/proc"))) {
            for (var one : all.filter(it -> it.getFileName().toString().matches("\\d+")).toList()) {
                try {
                    if (stat(one.getFileName().toString())[1].equals(postmaster)) {
                        database += ticks(one.getFileName().toString(), false);
                    }
                } catch (IOException gone) {
                    // It ended while we looked.
                }
            }
        }
        return new Used(ticks(String.valueOf(process.pid()), false) / TICKS, database / TICKS);
    }

    /** Resident memory in MiB: the largest so far. */
    long memory() throws IOException {
        var line = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream().filter(it -> it.startsWith("VmHWM")).findFirst().orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** The fields after the name: state, parent, … (proc_pid_stat(5)); user and system time are the 14th and 15th of all. */
    private static String[] stat(String pid) throws IOException {
        var text = Files.readString(Path.of("/proc", pid, "stat"));
        return text.substring(text.lastIndexOf(')') + 2).split(" ");
    }

    private static double ticks(String pid, boolean ended) throws IOException {
        var stat = stat(pid);
        double own = Double.parseDouble(stat[11]) + Double.parseDouble(stat[12]);
        return ended ? own + Double.parseDouble(stat[13]) + Double.parseDouble(stat[14]) : own;
    }
}
