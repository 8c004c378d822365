package org.casebridge.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Whether the demo agency is there, and the password of all its accounts; without one a random password is made and printed once. */
@ConfigurationProperties("casebridge")
record DemoSettings(boolean demo, @Nullable String demoPassword) {

    boolean choosesPassword() {
        return demoPassword != null && !demoPassword.isBlank();
    }
}
