import java.nio.file.Path;
import java.util.regex.Pattern;

/** What one load showed: requests a second, milliseconds at the percentiles, CPU milliseconds a request of server and database. */
record Measured(String where, Page page, int users, double rate, double p50, double p95, double p99, double server, double database, long failed) {

    private static final Pattern LINE = Pattern.compile("measured (\\d+) (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    double cpu() {
        return server + database;
    }

    static Measured of(String where, Server server, Page page, int users, int seconds, Path work) throws Exception {
        var requests = work.resolve("requests");
        page.write(requests);
        var before = server.used();
        var wrk = new ProcessBuilder("wrk", "-t1", "-c" + users, "-d" + seconds + "s", "--timeout", "30s", "-s", "bench/load.lua", server.address, "--", requests.toString(),
                String.valueOf(System.nanoTime() % 1000)).redirectErrorStream(true).start();
        var said = new String(wrk.getInputStream().readAllBytes());
        wrk.waitFor();
        var used = server.used().since(before);
        var line = LINE.matcher(said);
        if (!line.find()) {
            throw new IllegalStateException(said);
        }
        long count = Math.max(1, Long.parseLong(line.group(1)));
        return new Measured(where, page, users, count * 1e6 / Long.parseLong(line.group(2)), millis(line.group(3)), millis(line.group(4)), millis(line.group(5)),
                used.server() * 1000 / count, used.database() * 1000 / count, Long.parseLong(line.group(6)));
    }

    private static double millis(String micros) {
        return Long.parseLong(micros) / 1000.0;
    }
}
