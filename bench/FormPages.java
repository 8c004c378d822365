import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Requests about forms of the agency, which an administrator loads and publishes first: a page of 40 questions, an answer with its score, a form of 2,000. */
final class FormPages {

    static final String PAGE = "40 questions of a form";
    static final String ANSWER = "An answer, and the score so far";
    static final String LARGE = "2,000 questions of a form";

    private FormPages() {}

    static List<Page> of(String address, List<String> workers, String password) throws Exception {
        var admin = Browser.signIn(address, "admin", password);
        var forty = published(admin, forty());
        var large = published(admin, large(2_000));
        var asked = new ArrayList<Page.Request>();
        var answered = new ArrayList<Page.Request>();
        var opened = new ArrayList<Page.Request>();
        for (var worker : workers) {
            var browser = Browser.signIn(address, worker, password);
            for (var client : Browser.all(browser.get("/clients"), "href=\"(/clients/[0-9a-f-]{36})\"").stream().limit(12).toList()) {
                var path = begin(browser, client, forty);
                asked.add(new Page.Request(path, browser.cookie(), ""));
                var fields = Browser.fields(browser.get(path), path + "/completion");
                fields.put("_once", "@ONCE@");
                for (int i = 0; i < 9; i++) {
                    fields.put("item-q" + i, "2");
                }
                fields.put("item-q39", "@ONCE@");
                answered.add(new Page.Request(path, browser.cookie(), "@HX@" + Browser.form(fields)));
            }
            if (opened.size() < 4) {
                opened.add(new Page.Request(begin(browser, Browser.all(browser.get("/clients"), "href=\"(/clients/[0-9a-f-]{36})\"").getLast(), large), browser.cookie(), ""));
            }
        }
        return List.of(new Page(PAGE, "floor's list", Double.POSITIVE_INFINITY, asked), new Page(ANSWER, "floor's insert", Double.POSITIVE_INFINITY, answered),
                new Page(LARGE, "floor's list", Double.POSITIVE_INFINITY, opened));
    }

    /** Where the form is asked of this client. */
    private static String begin(Browser browser, String client, String instrument) throws Exception {
        var fields = new LinkedHashMap<>(Map.of("_csrf", browser.csrf(client + "/assessments"), "_once", UUID.randomUUID().toString(), "instrument", instrument));
        return browser.sent(client + "/assessments", Browser.form(fields)).replaceAll("/answers$", "/form");
    }

    private static String published(Browser admin, String json) throws Exception {
        var path = admin.upload("/library/forms", "file", "form.json", json);
        var csrf = admin.csrf(path);
        admin.sent(path + "/licence", Browser.form(Map.of("_csrf", csrf, "licenceClass", "PD", "holder", "Nobody", "attribution", "Made for measuring", "mayAdminister", "Anyone", "minutes", "5")));
        admin.sent(path + "/publication", Browser.form(Map.of("_csrf", csrf)));
        return "own-" + path.substring(path.lastIndexOf('/') + 1);
    }

    /** Nine weighted questions with their sum, 27 others of all kinds, and four texts. */
    private static String forty() {
        var items = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            var options = "\"answerOption\":[" + String.join(",", List.of("0", "1", "2", "3").stream().map(it -> "{\"valueCoding\":{\"system\":\"urn:bench\",\"code\":\"" + it + "\",\"display\":\"Answer " + it
                    + "\"},\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/itemWeight\",\"valueDecimal\":" + it + "}]}").toList()) + "]";
            items.append(i == 0 ? "" : ",").append("{\"linkId\":\"q").append(i).append("\",\"text\":\"Question ").append(i).append(", in words of usual length?\",")
                    .append(i < 18 ? "\"type\":\"choice\"," + options : i < 24 ? "\"type\":\"boolean\"" : i < 30 ? "\"type\":\"integer\"" : i < 36 ? "\"type\":\"date\"" : "\"type\":\"text\"").append("}");
        }
        return "{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"title\":\"Measured with 40 questions\",\"item\":[" + items + ",{\"linkId\":\"total\",\"type\":\"integer\",\"text\":\"Sum\",\"readOnly\":true,\"extension\":["
                + "{\"url\":\"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression\",\"valueExpression\":{\"language\":\"text/fhirpath\",\"expression\":"
                + "\"%resource.item.where(linkId in ('q0' | 'q1' | 'q2' | 'q3' | 'q4' | 'q5' | 'q6' | 'q7' | 'q8')).answer.value.ordinal().sum()\"}}]}]}";
    }

    static String large(int items) {
        return "{\"resourceType\":\"Questionnaire\",\"status\":\"active\",\"title\":\"Measured with " + items + " questions\",\"item\":[" + IntStream.range(0, items / 50).mapToObj(group -> "{\"linkId\":\"g" + group
                + "\",\"type\":\"group\",\"text\":\"Part " + group + "\",\"item\":[" + IntStream.range(0, 49).mapToObj(it -> item(group * 50 + it)).collect(Collectors.joining(",")) + "]}").collect(Collectors.joining(",")) + "]}";
    }

    /** Choices, texts and numbers in turn, each fifth asked under a condition. */
    private static String item(int number) {
        var kind = switch (number % 4) {
            case 0 -> "\"type\":\"choice\",\"answerOption\":[{\"valueString\":\"Often\"},{\"valueString\":\"Sometimes\"},{\"valueString\":\"Never\"}]";
            case 1 -> "\"type\":\"string\"";
            case 2 -> "\"type\":\"integer\"";
            default -> "\"type\":\"boolean\"";
        };
        return "{\"linkId\":\"n" + number + "\",\"text\":\"Question " + number + " of many, in words of usual length?\"," + kind
                + (number % 50 > 4 && number % 5 == 0 ? ",\"enableWhen\":[{\"question\":\"n" + (number / 50 * 50) + "\",\"operator\":\"exists\",\"answerBoolean\":false}]" : "") + "}";
    }
}
