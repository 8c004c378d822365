package org.casebridge.console;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What every command has: {@code --help}, {@code --json}, {@code --verbose}, a way to the application, and a way to answer. */
public final class Console {

    /** More than these in one JSON line help no machine; all are on the error output, one a line. */
    private static final int PROBLEMS_IN_JSON = 1000;

    private final Class<?> application;

    @Spec(Spec.Target.MIXEE)
    @Nullable CommandSpec command;

    @Option(names = "--json", description = "End with one line of JSON for machines.")
    boolean json;

    @Option(names = "--verbose", description = "Show what happens inside, and where it went wrong.")
    boolean verbose;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this and stop.")
    boolean help;

    Console(Class<?> application) {
        this.application = application;
    }

    /**
     * Starts the application without its web server, on the running database or one started for this, and lets the work use one
     * of its beans. Prints the outcome when all has stopped again, and returns the exit code.
     */
    public <T> int use(Class<T> bean, Function<T, Outcome> work) {
        return answer(outcome(bean, work));
    }

    /** Progress of long work; silent unless a person watches. */
    public Progress progress(String doing) {
        return new Progress(doing, err(), watched());
    }

    /** Says how it ended: the sentence on the output, problems on the error output, and with {@code --json} all in a last line. */
    public int answer(Outcome outcome) {
        outcome.problems().forEach(err()::println);
        if (!outcome.sentence().isEmpty()) {
            out().println(outcome.sentence());
        }
        if (json) {
            out().println(json(outcome.ended(), outcome));
        }
        return outcome.code();
    }

    ConfigurableApplicationContext start(WebApplicationType type) {
        var server = type == WebApplicationType.SERVLET;
        return new SpringApplicationBuilder(application).web(type).lazyInitialization(!server)
                .bannerMode(Banner.Mode.OFF).logStartupInfo(verbose)
                .run(verbose ? new String[] {"--logging.level.root=info"} : server ? new String[0] : new String[] {"--logging.threshold.console=error"});
    }

    PrintWriter out() {
        return Objects.requireNonNull(command).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(command).commandLine().getErr();
    }

    private <T> Outcome outcome(Class<T> bean, Function<T, Outcome> work) {
        try (var running = start(WebApplicationType.NONE)) {
            return work.apply(running.getBean(bean));
        } catch (RuntimeException failure) {
            return Failures.outcome(failure, verbose ? err() : null);
        }
    }

    private static boolean watched() {
        return System.console() != null && System.console().isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }

    static String json(String ended, Outcome outcome) {
        var line = new LinkedHashMap<String, Object>();
        line.put("outcome", ended);
        line.putAll(JsonMapper.shared().convertValue(outcome.facts(), new TypeReference<Map<String, Object>>() {}));
        line.put("refused", outcome.problems().size());
        line.put("problems", outcome.problems().stream().limit(PROBLEMS_IN_JSON).toList());
        return JsonMapper.shared().writeValueAsString(line);
    }
}
