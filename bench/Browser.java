import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One signed-in person's browser: reads pages as they are and sends forms as they stand there. */
final class Browser {

    private static final Pattern INPUT = Pattern.compile("<(?:input|textarea|select)\\b[^>]*>");

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();

    Browser(String address) {
        this.address = address;
    }

    static Browser signIn(String address, String username, String password) throws Exception {
        var browser = new Browser(address);
        var csrf = attribute(first(browser.get("/sign-in"), "<input[^>]*name=\"_csrf\"[^>]*>"), "value");
        var answer = browser.send(HttpRequest.newBuilder(URI.create(address + "/sign-in")).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(Map.of("_csrf", csrf, "username", username, "password", password)))).build());
        if (answer.statusCode() != 303 || answer.headers().firstValue("Location").orElse("").contains("refused")) {
            throw new IllegalStateException(username + " could not sign in: " + answer.statusCode());
        }
        return browser;
    }

    String get(String path) throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(address + path)).build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    /** Returns the status. */
    int post(String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build()).statusCode();
    }

    /** Where the answer leads; refuses when it is not accepted. */
    String sent(String path, String body) throws Exception {
        return led(path, send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(body)).build()));
    }

    String upload(String path, String field, String name, String content) throws Exception {
        var line = "--casebridge-bench";
        var body = line + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf(path) + "\r\n" + line + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/json\r\n\r\n" + content + "\r\n" + line + "--\r\n";
        return led(path, send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", "multipart/form-data; boundary=casebridge-bench").POST(HttpRequest.BodyPublishers.ofString(body)).build()));
    }

    /** The forgery token of a page. */
    String csrf(String path) throws Exception {
        return attribute(first(get(path), "<input[^>]*name=\"_csrf\"[^>]*>"), "value");
    }

    private String led(String path, HttpResponse<String> answer) {
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return URI.create(address).resolve(answer.headers().firstValue("Location").orElseThrow()).getRawPath();
    }

    String cookie() {
        return cookies.getCookieStore().getCookies().stream().map(it -> it.getName() + "=" + it.getValue()).collect(Collectors.joining("; "));
    }

    /** The fields of the form that is sent to {@code action}, as the page fills them: hidden ones, values, chosen ones. */
    static Map<String, String> fields(String page, String action) {
        var form = first(page, "(?s)<form method=\"post\" action=\"" + Pattern.quote(action) + "\" class=\"sheet\".*?</form>");
        var fields = new LinkedHashMap<String, String>();
        INPUT.matcher(form).results().map(it -> it.group()).forEach(it -> {
            var name = attribute(it, "name");
            var choice = it.contains("type=\"radio\"") || it.contains("type=\"checkbox\"");
            if (!name.isEmpty() && (!choice || it.matches("(?s).*\\schecked\\b.*"))) {
                fields.put(name, attribute(it, "value"));
            }
        });
        return fields;
    }

    static List<String> all(String page, String pattern) {
        return new ArrayList<>(Pattern.compile(pattern).matcher(page).results().map(it -> it.group(1)).distinct().toList());
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(it -> encode(it.getKey()) + "=" + (it.getValue().equals("@ONCE@") ? "@ONCE@" : encode(it.getValue()))).collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static int status(String url) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static String first(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("The page has no " + pattern);
        }
        return found.group();
    }

    static String attribute(String tag, String name) {
        var found = Pattern.compile("\\s" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&quot;", "\"").replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") : "";
    }
}
