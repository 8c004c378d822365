package org.casebridge.console;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** Casebridge as processes of their own on a data folder of their own, empty at first; closing stops those that still run. */
public final class Processes implements AutoCloseable {

    private final Path data;
    private final List<Process> started = new ArrayList<>();

    /** {@code folder} lies within the tests' output. */
    public Processes(String folder) throws IOException {
        data = Path.of("target", folder).toAbsolutePath();
        FileSystemUtils.deleteRecursively(data.resolve("postgres"));
    }

    public Path data() {
        return data;
    }

    /** A command of Casebridge, with these settings by their environment names and none of whoever runs the tests. */
    public Process start(String command, int port, Map<String, String> settings) throws IOException {
        var builder = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m", "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "org.casebridge.Casebridge", command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(it -> it.startsWith("CASEBRIDGE_"));
        builder.environment().putAll(Map.of("CASEBRIDGE_DATA", data.toString(), "CASEBRIDGE_PORT", Integer.toString(port)));
        builder.environment().putAll(settings);
        var process = builder.start();
        started.add(process);
        return process;
    }

    /** Reads what a process says up to the line that begins so, or to its end, and returns that line, or else all of it. What it says later is read and dropped, so that it never waits for a reader. */
    public static String lastLine(Process process, String beginning) throws IOException {
        var reader = process.inputReader();
        var said = new StringBuilder();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            if (line.startsWith(beginning)) {
                Thread.ofVirtual().start(() -> reader.lines().forEach(_ -> { }));
                return line;
            }
        }
        return said.toString();
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        for (var process : started) {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }
}
