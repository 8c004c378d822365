package floor;

import floor.pages.StaticTemplates;
import floor.pages.Templates;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** What this stack can do at best: one list, one insert, no sign-in, no policy, no translation. */
@SpringBootApplication
public class Floor {

    static void main(String... arguments) {
        SpringApplication.run(Floor.class, arguments);
    }

    @Bean
    Templates templates() {
        return new StaticTemplates();
    }
}
