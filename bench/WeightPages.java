import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The weights of every worker of the agency, reckoned anew: what measuring the minutes of a point asks for. Not under load, the quickest of three; each tells the whole request. */
final class WeightPages {

    private static final double AIM = 5;
    private static final int TIMES = 3;

    private WeightPages() {}

    /** Seconds. */
    static double whole(String address, String password) throws Exception {
        var supervisor = Browser.signIn(address, "supervisor1", password);
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TIMES; i++) {
            var form = Browser.first(supervisor.get("/weights"), "(?s)<form[^>]*action=\"/weights/measurement\".*?</form>");
            var body = "_csrf=" + value(form, "_csrf") + "&_once=" + value(form, "_once");
            long since = System.nanoTime();
            int status = supervisor.post("/weights/measurement", body);
            if (status != 303 && status != 422) {
                throw new IllegalStateException("/weights/measurement answered " + status);
            }
            best = Math.min(best, (System.nanoTime() - since) / 1e9);
        }
        return best;
    }

    private static String value(String form, String name) {
        return URLEncoder.encode(Browser.attribute(Browser.first(form, "<input[^>]*name=\"" + name + "\"[^>]*>"), "value"), StandardCharsets.UTF_8);
    }

    static String text(Map<String, Double> seconds) {
        var text = new StringBuilder("\n| weights of all workers reckoned anew | seconds | aim (idle machine) |\n|---|---:|---|\n");
        new TreeMap<>(seconds).forEach((where, it) -> text.append("| %s | %.2f | %s |\n".formatted(where, it, Report.verdict(it, AIM))));
        return text.toString();
    }
}
