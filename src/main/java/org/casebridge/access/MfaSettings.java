package org.casebridge.access;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Whether everybody needs a second factor; unless it is said, they do, except in the demo. */
@ConfigurationProperties("casebridge.mfa")
record MfaSettings(@Nullable Boolean required) {}
