import java.sql.DriverManager;
import java.util.List;
import java.util.Map;

/** The radar of one supervisor whose team are the first 40 case managers, and that supervisor's My day. */
final class RadarPages {

    static final String RADAR = "Radar of a team of 40";
    static final String DAY = "My day of its supervisor";

    private static final double AIM = 100;

    private RadarPages() {}

    /** Puts the team together, as its owner can: the seed gives every supervisor some twelve workers. */
    static void team(Map<String, String> login) throws Exception {
        try (var owner = DriverManager.getConnection(login.get("address"), login.get("user"), login.get("password")); var statement = owner.createStatement()) {
            statement.execute("""
                    update workforce.worker set supervisor = (select id from access.account where username = 'supervisor1')
                    where id in (select id from access.account where username in (select 'worker' || n from generate_series(1, 40) n))
                    """);
            statement.execute("""
                    update workforce.worker set supervisor = (select id from access.account where username = 'supervisor2')
                    where supervisor = (select id from access.account where username = 'supervisor1')
                      and id not in (select id from access.account where username in (select 'worker' || n from generate_series(1, 40) n))
                    """);
        }
    }

    static List<Page> of(String address, String password) throws Exception {
        var supervisor = Browser.signIn(address, "supervisor1", password);
        return List.of(new Page(RADAR, "floor's list", Double.POSITIVE_INFINITY, List.of(new Page.Request("/radar", supervisor.cookie(), ""))),
                new Page(DAY, "floor's list", Double.POSITIVE_INFINITY, List.of(new Page.Request("/", supervisor.cookie(), ""))));
    }

    static String text(List<Measured> measured) {
        var text = new StringBuilder("\n| supervision | where | users | p95 ms | aim (p95 ms, idle machine) |\n|---|---|---:|---:|---|\n");
        measured.stream().filter(it -> it.page().name().equals(RADAR) || it.page().name().equals(DAY)).forEach(it -> text.append("| %s | %s | %d | %.1f | %s |\n"
                .formatted(it.page().name(), it.where(), it.users(), it.p95(), Report.verdict(it.p95(), it.users() == 1 ? AIM : Double.POSITIVE_INFINITY))));
        return text.toString();
    }
}
