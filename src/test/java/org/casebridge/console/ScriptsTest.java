package org.casebridge.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands in bin/ on machines that lack something: a PATH with the basic tools, and with stand-ins that say how they were called. */
class ScriptsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir Path machine;

    private record Ended(int code, String said) {}

    @BeforeEach
    void a_bare_machine() throws IOException {
        for (var tool : List.of("bash", "cat", "chmod", "dirname", "env", "find", "grep", "head", "id", "mkdir", "readlink", "rm", "sed", "stat", "touch")) {
            for (var folder : List.of("/usr/bin", "/bin")) {
                if (Files.isExecutable(Path.of(folder, tool)) && !Files.exists(machine.resolve(tool))) {
                    Files.createSymbolicLink(machine.resolve(tool), Path.of(folder, tool));
                }
            }
        }
    }

    @Test
    void without_a_jdk_or_maven_one_sentence_says_what_to_install() throws Exception {
        assertThat(run("bin/dev")).isEqualTo(new Ended(1, "Casebridge is built with Maven: install it (on Debian: apt install maven).\n"));
        assertThat(run("bash", "-c", ". bin/common.sh; jdk_candidates() { echo /nowhere; }; need_jdk"))
                .isEqualTo(new Ended(1, "Casebridge needs a JDK 25: install one (openjdk-25-jdk or Temurin 25), or name its folder with JAVA_HOME.\n"));
    }

    @Test
    void continuous_integration_installs_a_browser_where_there_is_none() throws Exception {
        standIn("mvn", "echo \"mvn $* in $CASEBRIDGE_CHROMIUM\"");
        standIn("apt-get", "echo \"$*\" >> " + machine + "/installed; case \"$*\" in *install*) echo '#!/bin/bash' > " + machine + "/chromium; chmod +x " + machine + "/chromium ;; esac");
        standIn("sudo", "while [ \"${1#-}\" != \"$1\" ]; do shift; done; exec \"$@\"");
        standIn("true", "exit 0");

        assertThat(run(".ci/run")).isEqualTo(new Ended(0, "Installing Chromium for the browser stories...\nmvn --batch-mode --no-transfer-progress test in " + machine + "/chromium\n"));
        assertThat(Files.readString(machine.resolve("installed"))).contains("update", "install -y --no-install-recommends chromium");
        assertThat(run(".ci/run").said()).as("with a browser").doesNotContain("Installing");
    }

    @Test
    void a_browser_that_cannot_be_installed_is_one_sentence_too() throws Exception {
        standIn("mvn", "exit 0");
        standIn("sudo", "exit 1");
        standIn("apt-get", "exit 100");

        assertThat(run("bin/test")).satisfies(it -> {
            assertThat(it.code()).isEqualTo(1);
            assertThat(it.said().lines().toList().getLast()).contains("Chromium", "install it");
        });
    }

    private void standIn(String name, String script) throws IOException {
        Files.writeString(machine.resolve(name), "#!/bin/bash\n" + script + "\n");
        assertThat(machine.resolve(name).toFile().setExecutable(true)).isTrue();
    }

    private Ended run(String... command) throws Exception {
        var builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", machine.toString());
        builder.environment().put("HOME", machine.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Ended(process.exitValue(), said);
    }
}
