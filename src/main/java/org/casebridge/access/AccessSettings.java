package org.casebridge.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long a session lasts: {@code idle} without use, {@code whole} in all. NIST SP 800-63B-4 asks for both. */
@ConfigurationProperties("casebridge.session")
record AccessSettings(@DefaultValue("15m") Duration idle, @DefaultValue("12h") Duration whole) {}
