package org.casebridge.sealing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the key that opens the keyset comes from: {@code key}, 32 bytes in Base64, or {@code keyFile}, a file with the same that only its owner reads. Without either a key is
 * made in the data folder.
 */
@ConfigurationProperties("casebridge.sealing")
record SealingSettings(@Nullable String key, @Nullable String keyFile) {}
