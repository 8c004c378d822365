package org.casebridge.console;

import com.ibm.icu.text.MessageFormat;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Stopped;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.web.server.PortInUseException;

/** Turns what went wrong into a sentence for the operator; only what nobody foresaw is told with a trace, and in the log. */
final class Failures implements SpringBootExceptionReporter {

    private static final Pattern HANDED_ON = Pattern.compile("\\$\\{(casebridge\\.[\\w.-]+)");
    private static final Pattern NAME = Pattern.compile("\\{\\s*(\\w+)");

    /** True keeps Spring Boot from telling it too. */
    @Override
    public boolean reportException(Throwable failure) {
        return foreseen(failure).isPresent();
    }

    static Outcome outcome(Throwable failure, @Nullable PrintWriter trace) {
        if (trace != null) {
            failure.printStackTrace(trace);
        }
        return Outcome.refused(Problem.of(foreseen(failure)
                .orElse("Something unforeseen stopped this (%s). Try again with --verbose to see where.".formatted(failure))));
    }

    static Optional<String> foreseen(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var sentence = switch (cause) {
                case Stopped stopped -> stopped.getMessage();
                case Refused refused -> english(refused.sentence());
                case PortInUseException taken ->
                        "Port %d is in use by another program: stop that, or choose another port with CASEBRIDGE_PORT.".formatted(taken.getPort());
                case BindException setting -> "The setting %s has a value that cannot be used: see docs/settings.md.".formatted(name(setting));
                default -> null;
            };
            if (sentence != null) {
                return Optional.of(sentence);
            }
        }
        return Optional.empty();
    }

    /** Its name in docs/settings.md, which application.properties may hand on to Spring Boot's own. */
    private static String name(BindException setting) {
        var handedOn = HANDED_ON.matcher(String.valueOf(setting.getProperty() == null ? "" : setting.getProperty().getValue()));
        return handedOn.lookingAt() ? handedOn.group(1) : setting.getName().toString();
    }

    private static String english(Sentence sentence) {
        var names = new LinkedHashSet<String>();
        NAME.matcher(sentence.english()).results().forEach(it -> names.add(it.group(1)));
        var values = new HashMap<String, Object>();
        var value = sentence.values().iterator();
        for (var name : names) {
            if (value.hasNext()) {
                values.put(name, switch (value.next()) {
                    case Sentence inner -> english(inner);
                    case Worded choice -> choice.words();
                    case Number number -> number;
                    case Object plain -> plain.toString();
                });
            }
        }
        return new MessageFormat(sentence.english(), Locale.ENGLISH).format(values);
    }
}
