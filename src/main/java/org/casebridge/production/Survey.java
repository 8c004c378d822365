package org.casebridge.production;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.casebridge.kernel.Stopped;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Looks at this installation as it stands. */
@Component
class Survey {

    private static final String PRODUCTION = "production";

    private final ConfigurableEnvironment settings;
    private final DataSource database;
    private final ObjectProvider<Flyway> migrations;
    private final PasswordEncoder passwords;

    Survey(ConfigurableEnvironment settings, DataSource database, ObjectProvider<Flyway> migrations, PasswordEncoder passwords) {
        this.settings = settings;
        this.database = database;
        this.migrations = migrations;
        this.passwords = passwords;
    }

    /** Refuses a profile that there is not, so that a slip of the pen does not open the house. */
    boolean production() {
        var profile = settings.getProperty("casebridge.profile", "").strip();
        if (!profile.isEmpty() && !profile.equals(PRODUCTION)) {
            throw new Stopped("CASEBRIDGE_PROFILE is “%s”; there is only “production”, or leave it out.".formatted(profile));
        }
        return profile.equals(PRODUCTION);
    }

    Standing take() {
        try (var connection = database.getConnection()) {
            return new Standing(settings, look(connection), new Standing.OfMachine(root(), ManagementFactory.getRuntimeMXBean().getInputArguments(), libraries(), Survey::othersRead));
        } catch (SQLException problem) {
            throw new Stopped("The database cannot be looked at: " + problem.getMessage(), problem);
        }
    }

    /** As the login of this connection sees it. */
    Standing.OfDatabase look(Connection connection) throws SQLException {
        var user = """
                n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                """;
        return new Standing.OfDatabase(
                !list(connection, "select rolname from pg_roles where rolname in (current_user, session_user) and (rolsuper or rolbypassrls)").isEmpty(),
                list(connection, "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and pg_has_role(session_user, c.relowner, 'usage') and " + user),
                list(connection, """
                        select c.oid::regclass::text from pg_class c
                        where exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'label')
                          and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and 'casebridge_app'::regrole = any (p.polroles)))
                        """),
                list(connection, "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and "
                        + "not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false) and " + user),
                Duration.ofMillis(Long.parseLong(list(connection, "select (extract(epoch from clock_timestamp()) * 1000)::bigint::text").getFirst()) - System.currentTimeMillis()),
                migrations.stream().mapToInt(it -> it.info().pending().length).sum(),
                !list(connection, "select 'demo' where exists (select from demo.account) or exists (select from demo.seed)").isEmpty(),
                String.valueOf(passwords.encode("how a password would be kept")));
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private static boolean root() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException elsewhere) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static Set<String> libraries() {
        return Stream.of("org.springframework.boot.devtools.restart.Restarter", "org.springframework.boot.actuate.endpoint.annotation.Endpoint")
                .filter(it -> ClassUtils.isPresent(it, Survey.class.getClassLoader())).collect(Collectors.toSet());
    }

    /** Where the file system keeps no such rights, or there is no such file, nobody else is known to read it. */
    private static boolean othersRead(Path file) {
        try {
            var rights = Files.getPosixFilePermissions(file);
            return rights.contains(PosixFilePermission.GROUP_READ) || rights.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException none) {
            return false;
        }
    }
}
