package org.casebridge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where Casebridge starts. */
@SpringBootApplication
public class Casebridge {

    static void main(String... args) {
        SpringApplication.run(Casebridge.class, args);
    }
}
