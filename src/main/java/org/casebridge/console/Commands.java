package org.casebridge.console;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands of {@code bin/casebridge}, as the main class lists them. */
public final class Commands {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int WRONG_USAGE = 2;

    private final IFactory factory;
    private final CommandLine root;

    private Commands(Class<?> application) {
        factory = new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return type == Console.class ? type.cast(new Console(application)) : CommandLine.defaultFactory().create(type);
            }
        };
        root = group("casebridge", "Case management for human services and health.");
        root.setParameterExceptionHandler((wrong, arguments) -> wrongUsage(wrong, List.of(arguments)));
        root.setExecutionExceptionHandler((failure, command, parsed) -> {
            var console = (Console) command.getCommandSpec().mixins().values().stream()
                    .map(CommandSpec::userObject).filter(Console.class::isInstance).findFirst().orElseThrow(() -> failure);
            return console.answer(Failures.outcome(failure, console.verbose ? command.getErr() : null));
        });
        add(Serve.class, RunDatabase.class);
    }

    /** The class is the one that Spring Boot starts from. */
    public static Commands of(Class<?> application) {
        return new Commands(application);
    }

    /** {@code casebridge seed}, say. */
    public Commands add(Class<?>... commands) {
        for (var command : commands) {
            root.addSubcommand(new CommandLine(command, factory));
        }
        return this;
    }

    /** {@code casebridge import clients}, {@code casebridge import directory}; several modules may add to one group. */
    public Commands group(String name, String description, Class<?>... commands) {
        if (!root.getSubcommands().containsKey(name)) {
            root.addSubcommand(group(name, description));
        }
        for (var command : commands) {
            root.getSubcommands().get(name).addSubcommand(new CommandLine(command, factory));
        }
        return this;
    }

    /** Returns the exit code. */
    public int run(String... arguments) {
        return root.execute(arguments);
    }

    /** Speaks there instead of on the terminal. */
    Commands to(PrintWriter out, PrintWriter err) {
        root.setOut(out);
        root.setErr(err);
        return this;
    }

    private CommandLine group(String name, String description) {
        var spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description);
        var line = new CommandLine(spec, factory);
        spec.addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
        return line;
    }

    private static int wrongUsage(ParameterException wrong, List<String> arguments) {
        var command = wrong.getCommandLine();
        var sentence = sentence(wrong);
        command.getErr().println(sentence);
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
        if (arguments.contains("--json")) {
            command.getOut().println(Console.json("usage", Outcome.refused(Problem.of(sentence))));
        }
        return WRONG_USAGE;
    }

    private static String sentence(ParameterException wrong) {
        var command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        return switch (wrong) {
            case UnmatchedArgumentException unknown when !unknown.isUnknownOption() && !wrong.getCommandLine().getSubcommands().isEmpty() ->
                    "There is no command '%s %s'.".formatted(command, unknown.getUnmatched().getFirst());
            case UnmatchedArgumentException unknown when !unknown.isUnknownOption() ->
                    "'%s' is more than %s takes.".formatted(unknown.getUnmatched().getFirst(), command);
            default -> wrong.getMessage() + ".";
        };
    }

    private static final class HelpOption {

        @CommandLine.Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this and stop.")
        boolean help;
    }
}
