package org.casebridge.interop.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.access.Actor;
import org.casebridge.console.Problem;
import org.casebridge.directory.ServiceSearch;
import org.casebridge.directory.Services;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class DirectoryImportTest {

    @Autowired DirectoryImport imports;
    @Autowired Services services;
    @Autowired org.casebridge.directory.Renewals reviews;
    @Autowired Town town;
    @TempDir Path folder;

    private final String mark = "Zy" + UUID.randomUUID().toString().substring(0, 8);

    private DirectoryReport bring() {
        return Actor.machine().act(() -> imports.bring(folder, mark, _ -> { }));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private void csv(Map<String, String> files) throws IOException {
        for (var file : files.entrySet()) {
            write(file.getKey() + ".csv", file.getValue());
        }
    }

    private List<String> found() {
        return town.rosa().act(() -> services.search(ServiceSearch.by(null, mark, null, null))).lines().stream().map(it -> it.name()).sorted().toList();
    }

    private static List<String> said(DirectoryReport report) {
        return report.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void a_folder_of_hsds_1_comes_in_with_all_that_belongs_to_its_services() throws IOException {
        csv(Map.of("organizations", "id,name,url\n1,Harbor " + mark + ",www.harbor.example.org\n",
                "services", "id,organization_id,name,fees\n7,1,Night shelter,None\n",
                "locations", "id,organization_id,name,latitude,longitude\n4,1,North house,37.5,-122.2\n",
                "services_at_location", "id,service_id,location_id\n,7,4\n",
                "postal_addresses", "location_id,address_1,city,postal_code\n4,12 Elm St,Elmtown,94001\n",
                "phones", "service_id,number,extension\n7,555-0101,12\n",
                "regular_schedules", "service_id,weekday,opens_at,closes_at\n7,Monday,9am,4:00 PM\n7,Tuesday,9:00,16:00\n",
                "eligibility", "service_id,eligibility\n7,Adults\n7,No pets\n",
                "languages", "id,service_id,language\n,7,Spanish\n"));

        var report = bring();

        assertThat(said(report)).isEmpty();
        assertThat(report.added()).isEqualTo(4);
        var page = town.get(town.rosa(), "/directory?words=" + mark);
        assertThat(page).bodyText().contains("Night shelter", "Harbor " + mark, "12 Elm St, Elmtown, 94001", "555-0101 ext. 12");
        var service = town.rosa().act(() -> services.search(ServiceSearch.by(null, mark, null, null))).lines().getFirst();
        assertThat(town.get(town.rosa(), service.path())).bodyText()
                .contains("Adults · No pets", "Spanish", "None", "https://www.harbor.example.org", "Monday", "Source: " + mark + ", there called 7");
    }

    @Test
    void bringing_a_folder_in_again_changes_nothing_and_a_changed_line_only_itself() throws IOException {
        csv(Map.of("organizations", "id,name\n1,Harbor " + mark + "\n", "services", "id,organization_id,name\n7,1,Night shelter\n8,1,Day shelter\n"));
        bring();
        var again = bring();
        csv(Map.of("services", "id,organization_id,name\n7,1,Night house\n8,1,Day shelter\n"));
        var changed = bring();

        assertThat(List.of(again.added(), again.changed(), again.unchanged())).containsExactly(0, 0, 3);
        assertThat(List.of(changed.added(), changed.changed(), changed.unchanged())).containsExactly(0, 1, 2);
        assertThat(found()).containsExactly("Day shelter", "Night house");
    }

    @Test
    void a_phone_that_is_gone_from_the_file_is_gone_from_the_service() throws IOException {
        csv(Map.of("organizations", "id,name\n1,Harbor " + mark + "\n", "services", "id,organization_id,name\n7,1,Night shelter\n", "phones", "service_id,number\n7,555-0101\n"));
        bring();
        csv(Map.of("phones", "service_id,number\n"));
        bring();

        assertThat(town.rosa().act(() -> services.search(ServiceSearch.by(null, mark, null, null))).lines().getFirst().phone()).isNull();
    }

    @Test
    void one_wrong_line_keeps_the_whole_folder_out_and_each_wrong_line_is_told() throws IOException {
        csv(Map.of("organizations", "id,name,email\n1,Harbor " + mark + ",nobody at home\n2,,\n1,Again,\n",
                "services", "id,organization_id,name,status,assured_date\n7,1,Night shelter,asleep,2026-02-31\n8,99,Lost,active,\n",
                "phones", "service_id,number\n7,\n77,555-0101\n", "regular_schedules", "service_id,weekday,opens_at\n7,Someday,25:00\n"));

        var report = bring();

        assertThat(found()).isEmpty();
        assertThat(report.added()).isZero();
        assertThat(said(report)).contains("regular_schedules.csv:2: “Someday” is no day of the week.",
                "organizations.csv:2: email: “nobody at home” is no e-mail address.",
                "organizations.csv:3: There is no name, which organizations must have.",
                "organizations.csv:4: The id “1” is there twice: first in line 2.",
                "services.csv:2: status: “asleep” is none of active, inactive, defunct, temporarily closed.",
                "services.csv:2: assured_date: “2026-02-31” is no date that exists.",
                "services.csv:3: organization_id: there is no organization “99”, neither here nor in the directory.",
                "phones.csv:2: There is no number, which phones must have.",
                "phones.csv:3: There is no service “77”, neither here nor in the directory.",
                "regular_schedules.csv:2: opens_at: “25:00” is no time of day.");
    }

    @Test
    void a_later_file_may_refer_to_what_came_before() throws IOException {
        csv(Map.of("organizations", "id,name\n1,Harbor " + mark + "\n"));
        bring();
        Files.delete(folder.resolve("organizations.csv"));
        csv(Map.of("services", "id,organization_id,name\n7,1,Night shelter\n"));

        assertThat(said(bring())).isEmpty();
        assertThat(found()).containsExactly("Night shelter");
    }

    @Test
    void hsds_3_json_comes_in_as_a_page_a_list_or_one_record() throws IOException {
        var organization = "\"organization\": {\"id\": \"o\", \"name\": \"Harbor " + mark + "\"}";
        write("page.json", "{\"contents\": [{\"id\": \"a\", \"name\": \"Alpha\", \"status\": \"active\", " + organization + "}]}");
        write("list.json", "[{\"id\": \"b\", \"name\": \"Beta\", \"status\": \"active\", \"organization_id\": \"o\"}]");
        write("one.json", "{\"id\": \"c\", \"name\": \"Gamma\", \"status\": \"active\", \"phones\": [{\"number\": \"555-0177\"}], " + organization
                + ", \"service_at_locations\": [{\"id\": \"s\", \"location\": {\"id\": \"l\", \"location_type\": \"virtual\"}}]}");

        Files.move(folder.resolve("list.json"), folder.resolve("z.json"));
        assertThat(said(bring())).isEmpty();
        assertThat(found()).containsExactly("Alpha", "Beta", "Gamma");
        assertThat(bring().added()).isZero();
    }

    @Test
    void bad_json_is_told_with_its_line_or_its_pointer() throws IOException {
        write("a.json", "{\"contents\": [\n{\"id\": \"a\",\n}]}");
        write("b.json", "[{\"id\": \"a\", \"name\": \"A\", \"status\": \"active\", \"url\": \"javascript:alert(1)\", \"organization_id\": \"none\"}]");
        write("c.json", "[".repeat(70) + "]".repeat(70));
        write("d.json", "{\"resourceType\": \"Patient\"}");
        write("e.json", "[{\"id\": \"a\", \"name\": \"A\\u0000\", \"status\": \"active\", \"organization\": {\"id\": \"o\", \"name\": \"O\"}}]");
        write("f.json", "{\"id\": \"a\", \"id\": \"b\"}");
        write("g.json", "");

        assertThat(said(bring())).anyMatch(it -> it.startsWith("a.json:3: This is not valid JSON"))
                .contains("b.json: at /0: url: “javascript:alert(1)” is no address on the web.",
                        "b.json: at /0: organization_id: there is no organization “none”, neither here nor in the directory.",
                        "d.json: This is no organization, service, location or taxonomy as HSDS describes them.",
                        "e.json: at /0/name: This text holds a NUL character, which no text may hold.")
                .anyMatch(it -> it.startsWith("c.json: This is nested more than 64 levels deep."))
                .anyMatch(it -> it.startsWith("f.json:1: This is not valid JSON: Duplicate"))
                .anyMatch(it -> it.startsWith("g.json"))
                .noneMatch(it -> it.contains("Exception"));
        assertThat(found()).isEmpty();
    }

    @Test
    void csv_files_as_spreadsheets_write_them_are_read() throws IOException {
        Files.write(folder.resolve("organizations.csv"), ("\uFEFFid;name\r\n1;Harbor " + mark + "\r\n").getBytes(StandardCharsets.UTF_8));
        Files.write(folder.resolve("services.csv"), "id,organization_id,name\n7,1,Clínica de niños\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(said(bring())).isEmpty();
        assertThat(found()).containsExactly("Clínica de niños");
    }

    @Test
    void broken_csv_is_told_with_its_line() throws IOException {
        csv(Map.of("organizations", "id,name\n1,\"Harbor\n2,Other\n", "services", "id,organization_id,name\n7,1\n8,1,Night,shelter\n", "phones", "number,service_id\n\"5\"5,7\n",
                "locations", "id,name\n1,a\0b\n", "contacts", "id,name,name\n1,a,b\n"));

        assertThat(said(bring())).contains("organizations.csv:2: A quotation mark is opened in this row and never closed.",
                        "services.csv:2: This row has 2 fields, but the header has 3 columns.",
                        "services.csv:3: This row has 4 fields, but the header has 3 columns.",
                        "locations.csv:2: This row holds a NUL character, which no text may hold.",
                        "contacts.csv:1: The column “name” is there twice.")
                .anyMatch(it -> it.startsWith("phones.csv:2: The quotation marks in this row are wrong."));
    }

    @Test
    void a_folder_without_a_directory_and_a_file_that_is_not_there_are_told() throws IOException {
        assertThat(said(bring())).singleElement().asString().contains("There is no directory here");
        var nowhere = Actor.machine().act(() -> imports.bring(folder.resolve("nowhere"), null, _ -> { }));
        assertThat(said(nowhere)).singleElement().asString().contains("There is no such file or folder.");
        write("notes.txt", "hello");
        var notes = Actor.machine().act(() -> imports.bring(folder.resolve("notes.txt"), null, _ -> { }));
        assertThat(said(notes)).singleElement().asString().contains("neither JSON nor a CSV file");
    }

    @Test
    void a_table_that_is_not_read_is_named() throws IOException {
        csv(Map.of("organizations", "id,name\n1,Harbor " + mark + "\n", "volunteers", "id,name\n1,Someone\n", "metadata", "id\n1\n"));

        var report = bring();
        assertThat(said(report)).isEmpty();
        assertThat(report.remarks()).contains("volunteers.csv: not read, because the directory keeps nothing of a table of this name", "metadata.csv: not read, because the directory keeps nothing of a table of this name");
    }

    @Test
    void html_in_a_directory_is_shown_as_text() throws IOException {
        csv(Map.of("organizations", "id,name\n1,<b>Harbor</b> " + mark + "\n", "services", "id,organization_id,name,description\n7,1,<script>alert(1)</script>,<img src=x onerror=alert(1)>\n"));
        assertThat(said(bring())).isEmpty();

        assertThat(town.get(town.rosa(), "/directory?words=" + mark)).bodyText().contains("&lt;script&gt;").doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void a_large_file_with_one_bad_line_says_which_and_comes_in_without_it_only_when_told() throws IOException {
        var lines = new StringBuilder("id,organization_id,name,email\n");
        for (int i = 1; i <= 3000; i++) {
            lines.append(i).append(",1,Service ").append(i).append(i == 2222 ? ",no-address\n" : ",\n");
        }
        csv(Map.of("organizations", "id,name\n1,Harbor " + mark + "\n", "services", lines + "9999,1,too,many,fields\n", "phones", "service_id,number\n2222,555-0101\n1,555-0102\n"));

        assertThat(said(bring())).anyMatch(it -> it.contains("services.csv:3002"));
        assertThat(found()).isEmpty();
        var report = Actor.machine().act(() -> imports.bring(folder, mark, new DirectoryImport.Way(true, false), _ -> { }));

        assertThat(said(report)).hasSize(3).anyMatch(it -> it.contains("services.csv:3002")).anyMatch(it -> it.contains("services.csv:2223") && it.contains("no-address"))
                .anyMatch(it -> it.contains("phones.csv:2"));
        assertThat(report.added()).isEqualTo(1 + 2999);
    }

    @Test
    void impossible_rules_are_refused_and_exchanged_coordinates_put_right() throws IOException {
        csv(Map.of("organizations", "id,name\n1,Harbor " + mark + "\n", "services", "id,organization_id,name\n7,1,Night shelter\n",
                "schedules", "service_id,freq,byday,bymonthday,dtstart,until,opens_at\n7,MONTHLY,,32,,,09:00\n7,WEEKLY,2MO,,,,09:00\n7,WEEKLY,MO,,2026-05-01,2026-04-01,09:00\n"));
        assertThat(said(bring())).hasSize(3).anyMatch(it -> it.contains("schedules.csv:2") && it.contains("32")).anyMatch(it -> it.contains("schedules.csv:4") && it.contains("before"));

        csv(Map.of("schedules", "service_id,freq,byday,opens_at\n7,MONTHLY,2MO,09:00\n", "locations", "id,organization_id,latitude,longitude\n4,1,-122.2,37.5\n5,1,-73.7,42.6\n6,1,0,0\n",
                "services_at_location", "id,service_id,location_id\n,7,4\n"));
        var report = bring();
        assertThat(said(report)).isEmpty();
        assertThat(report.remarks()).hasSize(3).anyMatch(it -> it.contains("exchanged") && it.contains("37.5, -122.2"));
        assertThat(town.rosa().act(() -> services.search(ServiceSearch.by(null, mark, "37.5, -122.2", 2))).lines()).hasSize(1);
    }

    @Test
    void a_running_interface_is_asked_page_by_page_and_never_followed_elsewhere() throws IOException {
        var pages = com.sun.net.httpserver.HttpServer.create(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
        pages.createContext("/", exchange -> {
            var asked = exchange.getRequestURI().toString();
            var page = asked.contains("page=2") ? "b" : "a";
            var body = asked.startsWith("/moved") ? "" : asked.startsWith("/endless/services?") ? "{\"contents\": [{\"id\": \"a\"}], \"last_page\": false}"
                    : asked.contains("services?") ? "{\"contents\": [{\"id\": \"" + page + "\"}], \"total_pages\": 2}"
                    : "{\"id\": \"" + asked.replaceAll(".*/", "") + "\", \"name\": \"Service " + mark + "\", \"status\": \"active\", \"organization\": {\"id\": \"o\", \"name\": \"Harbor\", \"description\": \"\"}}";
            if (asked.startsWith("/moved")) {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
            }
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(asked.startsWith("/moved") ? 302 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        pages.start();
        try {
            var address = "http://127.0.0.1:" + pages.getAddress().getPort();
            assertThat(HsdsApi.fetch(address + "/", true, folder.resolve("fetched.json"), _ -> { })).isEqualTo(2);
            assertThat(said(bring())).isEmpty();
            assertThat(found()).hasSize(2);
            for (var refused : Map.of(address + "/moved", "elsewhere", address + "/endless", "never end", "file:///etc/passwd", "no address", "http://user@127.0.0.1", "no address").entrySet()) {
                assertThat(refusal(refused.getKey(), true)).as(refused.getKey()).contains(refused.getValue());
            }
            assertThat(refusal(address, false)).contains("https");
            assertThat(refusal(address.replace("http:", "https:"), false)).contains("own network");
            assertThat(refusal("https://[::ffff:169.254.169.254]", false)).contains("own network");
        } finally {
            pages.stop(0);
        }
    }

    private String refusal(String address, boolean near) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(org.casebridge.interop.files.Faulty.class, () -> HsdsApi.fetch(address, near, folder.resolve("no.json"), _ -> { })).problems().toString();
    }

    @Test
    void what_a_source_says_anew_is_looked_at_before_it_holds() throws IOException {
        csv(Map.of("organizations", "id,name\n1,Harbor " + mark + "\n", "services", "id,organization_id,name\n7,1,Night shelter\n8,1,Day shelter\n"));
        bring();
        csv(Map.of("services", "id,organization_id,name\n7,1,Winter shelter\n9,1,Soup kitchen\n"));

        var report = Actor.machine().act(() -> imports.bring(folder, mark, new DirectoryImport.Way(false, true), _ -> { }));

        assertThat(report.remarks().toString()).contains("kept to be looked at");
        assertThat(found()).containsExactly("Day shelter", "Night shelter");
        var waiting = town.vera().act(() -> reviews.waiting()).stream().filter(it -> it.source().equals(mark)).findFirst().orElseThrow();
        assertThat(town.get(town.vera(), "/directory/reviews")).bodyText().contains(mark);
        assertThat(town.get(town.vera(), waiting.path())).bodyText().contains("1 new, 1 changed, 1 as they were", "<del>Night shelter</del>", "<ins>Winter shelter</ins>", "Soup kitchen", "<li>Day shelter</li>");
        assertThat(town.get(town.rosa(), waiting.path())).hasStatus(403);
        assertThat(town.post(town.vera(), waiting.path() + "/taking", "close", "true")).hasStatus(303);
        assertThat(found()).containsExactly("Soup kitchen", "Winter shelter");
        assertThat(town.post(town.vera(), waiting.path() + "/taking")).as("a second person takes it").hasStatus(404);

        csv(Map.of("services", "id,organization_id,name\n7,1,Summer shelter\n"));
        Actor.machine().act(() -> imports.bring(folder, mark, new DirectoryImport.Way(false, true), _ -> { }));
        var again = town.vera().act(() -> reviews.waiting()).stream().filter(it -> it.source().equals(mark)).findFirst().orElseThrow();
        assertThat(town.post(town.vera(), again.path() + "/dropping")).hasStatus(303);
        assertThat(found()).containsExactly("Soup kitchen", "Winter shelter");
    }
}
