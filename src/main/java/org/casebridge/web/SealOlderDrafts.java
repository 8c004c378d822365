package org.casebridge.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.casebridge.sealing.Sealed;
import org.casebridge.sealing.SealedColumn;
import org.casebridge.sealing.Unsealed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Seals drafts from before they were sealed. */
@Component
class SealOlderDrafts implements Unsealed {

    private final Sealed sealed;

    SealOlderDrafts(Sealed sealed) {
        this.sealed = sealed;
    }

    @Configuration(proxyBeanMethods = false)
    static class Columns {

        @Bean
        SealedColumn sealedDrafts() {
            return new SealedColumn(Drafts.TABLE, Drafts.COLUMN, "account_id || '/' || place", "id");
        }
    }

    @Override
    public String table() { return Drafts.TABLE; }

    @Override
    public long left(Connection owner) throws SQLException {
        try (var rows = owner.createStatement().executeQuery("select count(*) from web.draft where said is not null")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public int sealSome(Connection owner, int most) throws SQLException {
        int done = 0;
        try (var read = owner.prepareStatement("select id, account_id, place, said::text from web.draft where said is not null limit ? for update");
                var write = owner.prepareStatement("update web.draft set said = null, sealed = ? where id = ?")) {
            read.setInt(1, most);
            try (var rows = read.executeQuery()) {
                while (rows.next()) {
                    write.setBytes(1, sealed.seal(rows.getString(4), Drafts.TABLE, Drafts.COLUMN, Drafts.place(rows.getObject(2, UUID.class), rows.getString(3))));
                    write.setObject(2, rows.getObject(1, UUID.class));
                    done += write.executeUpdate();
                }
            }
        }
        return done;
    }

    @Override
    public void done(Connection owner) {}
}
