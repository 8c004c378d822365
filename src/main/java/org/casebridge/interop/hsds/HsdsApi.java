package org.casebridge.interop.hsds;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.casebridge.console.Problem;
import org.casebridge.interop.files.Faulty;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fetches all services of a running HSDS interface, page by page and each one whole, into a file that {@link DirectoryImport} reads. Asks nothing but the host it
 * was told of: no redirection is followed and, unless allowed, no address that only this machine or its network reaches (OWASP: server-side request
 * forgery). Refuses answers of more than {@link #LARGEST} bytes, more than {@link #PAGES} pages, and pages that come again.
 */
public final class HsdsApi {

    static final int LARGEST = 20_000_000;
    static final int PAGES = 20_000;
    private static final int PER_PAGE = 100;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,100}");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final boolean near;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).connectTimeout(Duration.ofSeconds(10)).build();

    private HsdsApi(URI base, boolean near) {
        this.base = base;
        this.near = near;
    }

    /** {@code near}: the interface may stand on this machine or in its own network, and be asked by http. Throws {@link Faulty} with a sentence when anything is refused. */
    public static int fetch(String address, boolean near, Path into, LongConsumer progress) {
        try {
            var base = new URI(address.strip().replaceAll("/+$", ""));
            boolean web = base.getHost() != null && base.getUserInfo() == null && ("https".equals(base.getScheme()) || near && "http".equals(base.getScheme()));
            if (!web) {
                throw faulty(address, near ? "This is no address of an interface: write https://… or http://…" : "This is no address of an interface: write https://…");
            }
            return new HsdsApi(base, near).all(into, progress);
        } catch (java.net.URISyntaxException no) {
            throw faulty(address, "This is no address of an interface: write https://…");
        } catch (IOException problem) {
            throw faulty(address, "What comes from there cannot be kept: " + problem.getMessage() + ".");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw faulty(address, "This was stopped.");
        }
    }

    private int all(Path into, LongConsumer progress) throws IOException, InterruptedException {
        var ids = new HashSet<String>();
        try (var out = Files.newBufferedWriter(into, StandardCharsets.UTF_8)) {
            out.write("[");
            boolean last = false;
            for (int page = 1; !last; page++) {
                if (page > PAGES) {
                    throw faulty(base.toString(), "It has more than %,d pages; that many are not read.".formatted(PAGES));
                }
                var answer = ask("/services?per_page=" + PER_PAGE + "&page=" + page);
                if (!answer.path("contents").isArray()) {
                    throw faulty(base.toString(), "Page %d of /services has no list “contents”, as HSDS 3 has it.".formatted(page));
                }
                int before = ids.size();
                for (var service : answer.path("contents")) {
                    var id = service.path("id").asString("");
                    if (!ID.matcher(id).matches()) {
                        throw faulty(base.toString(), "Page %d of /services has a service without an id that can be asked for.".formatted(page));
                    }
                    if (ids.add(id)) {
                        out.write((ids.size() == 1 ? "" : ",\n") + ask("/services/" + id));
                        progress.accept(ids.size());
                    }
                }
                boolean told = answer.path("last_page").isBoolean() || answer.path("total_pages").isIntegralNumber();
                last = answer.path("contents").isEmpty() || answer.path("last_page").asBoolean(false) || answer.path("total_pages").isIntegralNumber() && page >= answer.path("total_pages").asInt() || !told && ids.size() == before;
                if (!last && ids.size() == before) {
                    throw faulty(base.toString(), "Page %d of /services says what earlier pages said: this would never end.".formatted(page));
                }
            }
            out.write("]");
        }
        return ids.size();
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        reachable();
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE).header("Accept", "application/json").GET().build();
        HttpResponse<java.io.InputStream> answer;
        try {
            answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException silent) {
            throw faulty(base + path, "Nothing answers there.");
        }
        try (var body = answer.body()) {
            if (answer.statusCode() >= 300 && answer.statusCode() < 400) {
                throw faulty(base + path, "It sends one elsewhere (HTTP %d), which is not followed. Name the address where it is.".formatted(answer.statusCode()));
            }
            if (answer.statusCode() != 200) {
                throw faulty(base + path, "It answers with HTTP %d.".formatted(answer.statusCode()));
            }
            var bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw faulty(base + path, "The answer is larger than %,d bytes.".formatted(LARGEST));
            }
            return JsonMapper.shared().readTree(bytes);
        } catch (JacksonException malformed) {
            throw faulty(base + path, "The answer is not valid JSON.");
        }
    }

    /** Looked up for every question, so that a name which begins to point elsewhere is noticed. */
    private void reachable() {
        try {
            for (var address : InetAddress.getAllByName(base.getHost())) {
                if (!near && within(address)) {
                    throw faulty(base.toString(), "This leads to this machine or its own network, and is not asked. Say --within-network if that is meant.");
                }
            }
        } catch (UnknownHostException unknown) {
            throw faulty(base.toString(), "Nobody knows this host.");
        }
    }

    /** Loopback, link-local (with clouds' metadata), private and unique local, shared (RFC 6598), multicast, and IPv4 within IPv6. */
    static boolean within(InetAddress address) {
        var bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        boolean special = address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress() || address.isMulticastAddress();
        return special || (bytes.length == 4 ? first == 0 || first >= 240 || first == 100 && (bytes[1] & 0xc0) == 64
                : (first & 0xfe) == 0xfc || first == 0x00 || first == 0x20 && bytes[1] == 0x02);
    }

    private static Faulty faulty(String address, String reason) {
        return new Faulty(List.of(Problem.in(address, reason)));
    }
}
