package org.casebridge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import org.casebridge.kernel.Stopped;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.mock.web.MockServletContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A server with a way in that nobody guards does not start. */
class DoorCheckTest {

    @Controller
    static class Guarded {
        @Requires(Permission.SEE_CLIENTS)
        @GetMapping("/guarded")
        void page() {}
    }

    @Controller
    static class Planted {
        @GetMapping("/planted")
        void page() {}
    }

    static class PlantedJob {
        @Scheduled(fixedDelay = 1000)
        void run() {}
    }

    static class PlantedServlet extends HttpServlet {}

    @Test
    void a_handler_that_says_what_it_requires_lets_the_server_start() {
        assertThat(start(Guarded.class)).isTrue();
    }

    @Test
    void a_planted_handler_job_or_servlet_stops_the_start_and_is_named() {
        assertThatThrownBy(() -> start(Guarded.class, Planted.class)).isInstanceOf(Stopped.class).hasMessageContaining("/planted");
        assertThatThrownBy(() -> start(PlantedJob.class)).isInstanceOf(Stopped.class).hasMessageContaining("PlantedJob.run");
        assertThatThrownBy(() -> start(PlantedServlet.class)).isInstanceOf(Stopped.class).hasMessageContaining("servlet");
    }

    private static boolean start(Class<?>... beans) {
        try (var context = new GenericWebApplicationContext(new MockServletContext())) {
            for (var bean : beans) {
                context.registerBean(bean);
            }
            context.registerBean(RequestMappingHandlerMapping.class);
            context.registerBean(DoorCheck.class, () -> new DoorCheck(context));
            context.refresh();
            return true;
        }
    }
}
