package org.casebridge.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody gains who can slip SQL into a query of the application: nothing. */
@PageTest
class SealedContextTest {

    @Autowired Town town;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void a_context_that_names_somebody_else_is_refused() {
        var client = town.openCase("Nadia Haddad").clientId();
        assertThat(as(town.rosa(), () -> seen(client.value()))).isOne();
        assertThatThrownBy(() -> as(town.sam(), () -> {
            set("casebridge.actor", town.rosa().account().text());
            return seen(client.value());
        })).hasStackTraceContaining("not sealed");
    }

    @Test
    void a_context_taken_from_another_connection_is_refused() {
        var client = town.openCase("Nadia Haddad").clientId();
        as(town.rosa(), () -> {
            var taken = db.sql("select current_setting('casebridge.seal')").query(String.class).single();
            assertThatThrownBy(() -> as(town.sam(), () -> {
                set("casebridge.actor", town.rosa().account().text());
                set("casebridge.seal", taken);
                return seen(client.value());
            })).hasStackTraceContaining("not sealed");
            return seen(client.value());
        });
    }

    @Test
    void a_context_that_has_run_out_or_widens_itself_is_refused() {
        for (var bent : new String[] {"regexp_replace(current_setting('casebridge.seal'), ' [0-9]+ ', ' 9999999999 ')", "replace(current_setting('casebridge.seal'), 'narrow', 'wide')", "''"}) {
            assertThatThrownBy(() -> as(town.rosa(), () -> {
                db.sql("select set_config('casebridge.seal', " + bent + ", true)").query(String.class).single();
                return db.sql("select count(*) from clients.client").query(Integer.class).single();
            })).as(bent).hasStackTraceContaining("not sealed");
        }
    }

    @Test
    void stepping_into_the_wide_role_shows_no_more_than_before() {
        town.openCase("Nadia Haddad");
        var own = as(town.sam(), this::all);
        var stepped = as(town.sam(), () -> {
            db.sql("set local role casebridge_wide").update();
            return all();
        });
        assertThat(stepped).isEqualTo(own);
        assertThat(as(town.vera(), this::all)).isGreaterThan(own);
    }

    @Test
    void the_key_can_be_read_by_no_query() {
        assertThatThrownBy(() -> as(town.vera(), () -> db.sql("select inner_pad from access.context_key").query(byte[].class).single())).hasStackTraceContaining("permission denied");
    }

    @Test
    void no_function_believes_the_settings_themselves() {
        assertThat(as(town.rosa(), () -> db.sql("""
                select n.nspname || '.' || f.proname from pg_proc f join pg_namespace n on n.oid = f.pronamespace
                where n.nspname not in ('pg_catalog', 'information_schema') and f.proname not in ('acting', 'wide', 'check_context')
                  and (f.prosrc like '%current_setting(''role'')%' or f.prosrc like '%current_setting(''casebridge.actor''%')
                """).query(String.class).list())).isEmpty();
    }

    private void set(String name, String value) {
        db.sql("select set_config(?, ?, true)").params(name, value).query(String.class).single();
    }

    private int all() {
        return db.sql("select count(*) from clients.client").query(Integer.class).single();
    }

    private int seen(java.util.UUID client) {
        return db.sql("select count(*) from clients.client where id = ?").param(client).query(Integer.class).single();
    }

    /** In a transaction, and so a connection, of its own. */
    private <T> T as(Actor who, Supplier<T> work) {
        var alone = new TransactionTemplate(transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
        return who.act(() -> alone.execute(_ -> work.get()));
    }
}
