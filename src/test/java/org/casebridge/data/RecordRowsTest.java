package org.casebridge.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.AccountId;
import org.casebridge.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PageTest
class RecordRowsTest {

    record Everything(AccountId accountId, Role role, Instant at, LocalDate on, @Nullable LocalTime startsAt, String words, int count, Long many, boolean yes, BigDecimal amount, List<String> tags) {}

    @Autowired Town town;
    @Autowired JdbcClient db;

    @Test
    void a_row_becomes_a_record_whatever_its_components_are() {
        var key = UUID.randomUUID();
        var read = town.as(town.rosa(), () -> db.sql("""
                select :key as account_id, 'INTAKE' as role, timestamptz '2026-11-24 00:30:00+00' as at, date '2026-11-23' as "on", null::time as starts_at, 'words' as words,
                       7::bigint as count, 8 as many, true as yes, 1.50 as amount, array['a', 'b'] as tags, 'not asked for' as besides
                """).param("key", key).query(Everything.class).single());
        assertThat(read).isEqualTo(new Everything(new AccountId(key), Role.INTAKE, Instant.parse("2026-11-24T00:30:00Z"), LocalDate.of(2026, 11, 23), null, "words", 7, 8L, true,
                new BigDecimal("1.50"), List.of("a", "b")));
    }

    @Test
    void an_id_alone_takes_the_only_column() {
        var key = UUID.randomUUID();
        assertThat(town.as(town.rosa(), () -> db.sql("select ? as account_id").param(key).query(AccountId.class).single())).isEqualTo(new AccountId(key));
    }

    @Test
    void a_missing_column_and_an_unknown_word_are_said_by_name() {
        assertThatThrownBy(() -> town.as(town.rosa(), () -> db.sql("select 1 as count").query(Everything.class).list())).hasMessageContaining("accountId");
        record Playing(Role role) {}
        assertThatThrownBy(() -> town.as(town.rosa(), () -> db.sql("select 'JUGGLER' as role").query(Playing.class).list())).hasMessageContaining("JUGGLER");
        record Counted(int count) {}
        assertThatThrownBy(() -> town.as(town.rosa(), () -> db.sql("select null::int as count").query(Counted.class).list())).hasMessageContaining("count");
    }
}
