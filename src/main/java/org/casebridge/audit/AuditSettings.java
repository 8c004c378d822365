package org.casebridge.audit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code key}: the file of the key that seals the audit, or the key itself as PEM; {@code anchor}: the file that each seal is appended to. Both are made in the data folder when
 * they are not named. {@code every}: how long from seal to seal.
 */
@ConfigurationProperties("casebridge.audit")
record AuditSettings(@Nullable String key, @Nullable String anchor, @DefaultValue("1s") Duration every) {}
