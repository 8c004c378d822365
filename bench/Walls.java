import java.sql.DriverManager;
import java.util.Map;

/**
 * Takes the row policies, the labels of segments and the audit from a database that is thrown away afterwards, as its owner can: what they cost is the difference. Casebridge itself has no
 * switch for it, so none can be left on.
 */
final class Walls {

    private Walls() {}

    static void takeDown(Map<String, String> login) throws Exception {
        try (var owner = DriverManager.getConnection(login.get("address"), login.get("user"), login.get("password")); var statement = owner.createStatement()) {
            statement.execute("""
                    do $$
                    declare
                        it record;
                        tables integer := 0;
                    begin
                        for it in select distinct p.polrelid::regclass as place from pg_policy p where p.polname in ('reach', 'segment', 'custody') loop
                            execute format('alter table %s disable row level security', it.place);
                            tables := tables + 1;
                        end loop;
                        if tables < 10 then
                            raise exception 'no walls were found to take down';
                        end if;
                        for it in select t.tgrelid::regclass as place, t.tgname from pg_trigger t join pg_proc f on f.oid = t.tgfoid join pg_namespace n on n.oid = f.pronamespace
                                  where not t.tgisinternal and (n.nspname = 'audit' or n.nspname = 'access' and f.proname = 'label') and t.tgrelid <> 'audit.entry'::regclass loop
                            execute format('alter table %s disable trigger %I', it.place, it.tgname);
                        end loop;
                        create rule forget as on insert to audit.entry do instead nothing;
                    end $$
                    """);
        }
    }
}
