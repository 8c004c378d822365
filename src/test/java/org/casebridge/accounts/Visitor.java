package org.casebridge.accounts;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.casebridge.data.HouseClock;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A browser that keeps its cookies, at a network address of its own, reading the clock of its test. */
final class Visitor {

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private final MockMvcTester browser;
    private final String network;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    Instant now = Instant.now();

    Visitor(MockMvcTester browser, String network) {
        this.browser = browser;
        this.network = network;
    }

    /** At an address where nobody else was before: those who guess in another test make nobody wait in this one. */
    static Visitor somewhere(MockMvcTester browser) {
        int network = NETWORKS.incrementAndGet();
        return new Visitor(browser, "10.%d.%d.%d".formatted(network >> 16, network >> 8 & 255, network & 255));
    }

    MvcTestResult get(String path) {
        return sent(() -> browser.get().uri(path));
    }

    MvcTestResult post(String path, String... fields) {
        return sent(() -> {
            var request = browser.post().uri(path).with(csrf());
            for (int i = 0; i < fields.length; i += 2) {
                request = request.param(fields[i], fields[i + 1]);
            }
            return request;
        });
    }

    MvcTestResult signIn(String username, String password) {
        return post("/sign-in", "username", username, "password", password);
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    Cookie cookie(String name) {
        return cookies.get(name);
    }

    /** Sets up an authenticator app by the pages and answers its recovery codes, first of all the seed. */
    List<String> setUpAuthenticator() throws Exception {
        var page = get("/account/authenticator").getResponse().getContentAsString();
        var seed = found("class=\"secret\">([A-Z2-7 ]+)<", page).getFirst().replace(" ", "");
        var codes = post("/account/authenticator", "code", code(seed)).getResponse().getContentAsString();
        var all = new java.util.ArrayList<String>();
        all.add(seed);
        all.addAll(found("class=\"secret\">([A-Z2-7 ]+)<", codes));
        return all;
    }

    /** What an app with this seed shows now. */
    String code(String seed) {
        return Totp.code(bytes(seed), now.getEpochSecond() / Totp.SECONDS, Totp.DIGITS, "HmacSHA1");
    }

    static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(it -> it.group(1)).toList();
    }

    static byte[] bytes(String base32) {
        var bits = new StringBuilder();
        base32.chars().forEach(it -> bits.append(String.format("%5s", Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(it))).replace(' ', '0')));
        var bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }

    private MvcTestResult sent(java.util.function.Supplier<MockMvcTester.MockMvcRequestBuilder> request) {
        return HouseClock.at(now, () -> {
            var built = request.get().with(it -> {
                it.setRemoteAddr(network);
                return it;
            });
            if (!cookies.isEmpty()) {
                built = built.cookie(cookies.values().toArray(Cookie[]::new));
            }
            var answer = built.exchange();
            for (var cookie : answer.getResponse().getCookies()) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie);
                }
            }
            return answer;
        });
    }
}
