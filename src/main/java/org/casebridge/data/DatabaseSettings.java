package org.casebridge.data;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Which database: an embedded one in the folder {@code data}, or the server that {@code db.url} names. */
@ConfigurationProperties("casebridge")
record DatabaseSettings(@DefaultValue("data") String data, @DefaultValue Db db) {

    /** The login is the owner's; {@code durable} false trades safety for speed, for tests. */
    record Db(@Nullable String url, @Nullable String user, @Nullable String password, @DefaultValue("true") boolean durable) {}

    boolean embedded() {
        return db.url == null || db.url.isBlank();
    }
}
