package org.casebridge.data;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.casebridge.access.Role;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;

/**
 * Seals what PostgreSQL is told about who acts, so that a setting slipped into a query gains nothing: HMAC-SHA256 (RFC 2104) with a key made from the password of the application's login.
 * Every node makes the same key; the owner of the tables lays it down at each start where only {@code access.check_context} reads it.
 */
@Component
class ContextKey extends BaseCallback {

    /** How long a context may be used to begin a transaction; the clocks of node and database may differ by nearly as much. */
    private static final int SECONDS = 300;
    private static final int BLOCK = 64;

    private final byte[] key;

    ContextKey(Database database) {
        key = mac(database.application().password().getBytes(StandardCharsets.UTF_8), "acting context of Casebridge");
    }

    /** The seal on the context of this connection: how far the role reaches, the second it runs out, and the code. Nobody (a blank account) is sealed too, as no actor's name may be wiped out. */
    String seal(String account, @Nullable Role role, Connection connection) throws SQLException {
        var reach = role == null ? "narrow" : role.wide() ? "wide" : role == Role.PARTNER || role == Role.LINK ? "outside" : "narrow";
        var expiry = System.currentTimeMillis() / 1000 + SECONDS;
        var said = "%s %s %d %d".formatted(account, reach, connection.unwrap(PGConnection.class).getBackendPID(), expiry);
        return reach + " " + expiry + " " + HexFormat.of().formatHex(mac(key, said));
    }

    @Override
    public boolean supports(Event event, @Nullable Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        try (var statement = context.getConnection().prepareStatement("""
                insert into access.context_key (inner_pad, outer_pad) values (?, ?)
                on conflict (one) do update set inner_pad = excluded.inner_pad, outer_pad = excluded.outer_pad
                """)) {
            statement.setBytes(1, pad(0x36));
            statement.setBytes(2, pad(0x5c));
            statement.execute();
        } catch (SQLException problem) {
            throw new IllegalStateException("The key of the acting context could not be laid down", problem);
        }
    }

    private byte[] pad(int with) {
        var pad = Arrays.copyOf(key, BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            pad[i] ^= (byte) with;
        }
        return pad;
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
