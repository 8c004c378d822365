import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A kind of request under load: many of it, spread over workers and clients, of which wrk sends one after another. {@code aim}: at most so many times the floor's CPU. */
record Page(String name, String floor, double aim, List<Request> requests) {

    /** An empty body means GET. */
    record Request(String path, String cookie, String body) {}

    private static final int CLIENTS_A_WORKER = 12;

    boolean writes() {
        return requests.stream().anyMatch(it -> !it.body.isEmpty());
    }

    static List<Page> ofFloor() {
        return List.of(new Page("floor's list", "floor's list", 1, List.of(new Request("/items", "", ""))),
                new Page("floor's insert", "floor's insert", 1, List.of(new Request("/items", "", "name=Client+number+@ONCE@&note=Called+about+the+rent%2C+will+bring+the+papers+next+week."))));
    }

    /** As {@code workers} case managers and one supervisor see it; {@code random} mixes them. */
    static List<Page> ofCasebridge(String address, List<String> workers, String password) throws Exception {
        var days = new ArrayList<Request>();
        var people = new ArrayList<Request>();
        var searches = new ArrayList<Request>();
        var wide = new ArrayList<Request>();
        var contacts = new ArrayList<Request>();
        var supervisor = Browser.signIn(address, "supervisor1", password);
        supervisor.get("/clients");
        for (var worker : workers) {
            var browser = Browser.signIn(address, worker, password);
            var list = browser.get("/clients");
            days.add(new Request("/", browser.cookie(), ""));
            var clients = Browser.all(list, "href=\"(/clients/[0-9a-f-]{36})\"");
            for (var client : clients.subList(0, Math.min(CLIENTS_A_WORKER, clients.size()))) {
                people.add(new Request(client, browser.cookie(), ""));
                contacts.add(contact(browser, client));
            }
            for (var name : Browser.all(list, "<b><bdi>(\\p{L}{5,})")) {
                var part = "/clients?find=" + Browser.encode(name.substring(1, 5));
                searches.add(new Request(part, browser.cookie(), ""));
                wide.add(new Request(part, supervisor.cookie(), ""));
            }
        }
        var pages = List.of(new Page("My day", "floor's list", 3, days), new Page("Client page", "floor's list", 3, people),
                new Page("Search by part of a name, one's own clients", "floor's list", 3, searches), new Page("Search by part of a name, the whole agency", "floor's list", 3, wide),
                new Page("Saving a contact", "floor's insert", 4, contacts));
        pages.forEach(it -> Collections.shuffle(it.requests, new Random(1)));
        return pages;
    }

    /** Each request of a few, once, answers as it should: a load of refusals would look very fast. */
    void check(String address) throws Exception {
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            for (var it : requests.subList(0, Math.min(8, requests.size()))) {
                var request = java.net.http.HttpRequest.newBuilder(java.net.URI.create(address + it.path));
                if (!it.cookie.isEmpty()) {
                    request.header("Cookie", it.cookie);
                }
                boolean part = it.body.startsWith("@HX@");
                if (part) {
                    request.header("HX-Request", "true");
                }
                if (!it.body.isEmpty()) {
                    request.header("Content-Type", "application/x-www-form-urlencoded").POST(java.net.http.HttpRequest.BodyPublishers.ofString(it.body.substring(part ? 4 : 0).replace("@ONCE@", java.util.UUID.randomUUID().toString())));
                }
                var answer = http.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
                var to = answer.headers().firstValue("Location").orElse("");
                if (answer.statusCode() != (it.body.isEmpty() || part ? 200 : 303) || to.contains("sign-in")) {
                    throw new IllegalStateException("%s: %s answered %d %s".formatted(name, it.path, answer.statusCode(), to));
                }
            }
        }
    }

    /** For load.lua, three lines each. */
    void write(Path file) throws IOException {
        var text = new StringBuilder();
        requests.forEach(it -> text.append(it.path).append('\n').append(it.cookie).append('\n').append(it.body).append('\n'));
        Files.writeString(file, text.toString(), StandardCharsets.UTF_8);
    }

    /** What a person sends who opens the form, says how it went, ticks the first goal and signs. */
    private static Request contact(Browser browser, String client) throws Exception {
        var fields = Browser.fields(browser.get(client + "/contacts/new"), client + "/contacts");
        fields.putAll(Map.of("_once", "@ONCE@", "mode", "PHONE", "direction", "OUTGOING", "party", "CLIENT", "outcome", "REACHED", "minutes", "15", "sign", "true",
                "words", "We talked about the rent and the letter from the court. Will bring the papers next week; asked to be called in the morning."));
        if (fields.containsKey("goals[0].goal")) {
            fields.put("goals[0].served", "true");
        }
        return new Request(client + "/contacts", browser.cookie(), Browser.form(fields));
    }
}
