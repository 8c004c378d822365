package org.casebridge.console;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The server, until it is stopped. */
@Command(name = "serve", description = "Run the server until it is stopped (Ctrl-C).")
final class Serve implements Callable<Integer> {

    @Mixin Console console;

    @Override
    public Integer call() throws InterruptedException {
        var closed = new CountDownLatch(1);
        var server = console.start(WebApplicationType.SERVLET);
        server.addApplicationListener((ApplicationListener<ContextClosedEvent>) _ -> closed.countDown());
        console.out().println("Casebridge is ready at http://localhost:%s".formatted(server.getEnvironment().getProperty("local.server.port")));
        closed.await();
        return Commands.DONE;
    }
}
