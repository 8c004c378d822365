package org.casebridge.production;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.casebridge.kernel.Stopped;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** With {@code CASEBRIDGE_PROFILE=production} the server does not open its port while anything of {@link Insecurity} is true; all of it is said at once. */
@Component
@ConditionalOnWebApplication
class Production implements SmartLifecycle {

    private final Survey survey;
    private boolean running;

    Production(Survey survey) {
        this.survey = survey;
    }

    static List<String> refusals(Standing standing, Insecurity... looked) {
        return Arrays.stream(looked).filter(it -> it.of(standing)).map(Insecurity::sentence).toList();
    }

    @Override
    public void start() {
        if (survey.production()) {
            var refusals = refusals(survey.take(), Insecurity.values());
            if (!refusals.isEmpty()) {
                throw new Stopped("Casebridge does not start for production:\n" + refusals.stream().map(it -> "- " + it).collect(Collectors.joining("\n")));
            }
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before anything else starts: the demo, the sealer, the web server. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
