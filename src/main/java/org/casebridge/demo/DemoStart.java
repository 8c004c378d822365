package org.casebridge.demo;

import java.io.PrintStream;
import org.casebridge.access.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Before the server answers, the demo agency is made or let in again; or kept out, when the demo is off. Commands do neither. */
@Component
@ConditionalOnWebApplication
class DemoStart implements SmartLifecycle {

    private final DemoSettings settings;
    private final DemoAgency agency;
    private final SeededAccounts seeded;
    private final DemoPeople people;
    private DemoAgency.@Nullable Opened opened;
    private boolean running;

    DemoStart(DemoSettings settings, DemoAgency agency, SeededAccounts seeded, DemoPeople people) {
        this.settings = settings;
        this.agency = agency;
        this.seeded = seeded;
        this.people = people;
    }

    @Override
    public void start() {
        Actor.machine().run(() -> {
            if (settings.demo()) {
                opened = agency.open(settings.choosesPassword() ? settings.demoPassword() : null);
                seeded.open();
                if (opened.there()) {
                    people.fill();
                }
            } else {
                agency.shut();
                seeded.shut();
            }
        });
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

    /** Web servers start in a much later phase. */
    @Override
    public int getPhase() {
        return 0;
    }

    @EventListener
    void tell(WebServerInitializedEvent started) {
        if (opened != null) {
            tell(System.out, started.getWebServer().getPort(), opened);
        }
    }

    private void tell(PrintStream out, int port, DemoAgency.Opened it) {
        if (!it.there()) {
            out.println("The demo is on, but this database has accounts of its own: no demo account was made.");
            return;
        }
        out.printf("The demo agency %s is at http://localhost:%d with these accounts:%n", DemoAgency.NAME, port);
        for (var person : DemoAgency.PEOPLE.subList(0, 6)) {
            out.printf("  %-12s %s, %s%n", person.username(), person.name(), person.role().words().toLowerCase());
        }
        out.println(it.password() != null
                ? "  Their password is " + it.password() + " (shown this once; CASEBRIDGE_DEMO_PASSWORD chooses another)."
                : settings.choosesPassword()
                        ? "  Their password is what CASEBRIDGE_DEMO_PASSWORD says."
                        : "  Their password is the one shown when they were made; CASEBRIDGE_DEMO_PASSWORD chooses another.");
    }
}
