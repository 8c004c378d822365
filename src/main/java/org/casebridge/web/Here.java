package org.casebridge.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.casebridge.access.Account;
import org.casebridge.access.Actor;
import org.casebridge.access.Permission;
import org.casebridge.access.Role;
import org.casebridge.kernel.Id;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What templates may know of the request they answer. */
public final class Here {

    /** The request attribute that holds a sentence ({@code kernel.Sentence}) to stand above every page; most requests have none. */
    public static final String NOTICE = "casebridge.notice";

    /** The request attribute that names whom the signed-in person stands for, when it is not the agency of their account. */
    public static final String STANDS_FOR = "casebridge.standsFor";

    /** Where the audit finds whom the page shows. */
    private static final String SHOWN = "casebridge.shown";
    private static final Map<String, String> ASSETS = new ConcurrentHashMap<>();

    private Here() {}

    static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    public static String path() {
        return request().getRequestURI();
    }

    public static @Nullable Account account() {
        return (Account) request().getAttribute("casebridge.account");
    }

    /** After how many seconds without use the session locks. */
    public static long idleSeconds() {
        return request().getAttribute("casebridge.idle") instanceof Long seconds ? seconds : 0;
    }

    /** The organization below one's name: the agency of the account, or whom a partner answers for (empty when that is nobody yet). */
    public static String standsFor(Account account) {
        return request().getAttribute(STANDS_FOR) instanceof String name ? name : account.role() == Role.PARTNER ? "" : account.agencyName();
    }

    /** What was typed in the search field of this page, without characters that no page can hold. */
    public static String searched() {
        var find = path().equals("/clients") ? request().getParameter("find") : null;
        return find == null ? "" : find.replace("\0", "");
    }

    public static @Nullable Sentence notice() {
        return (Sentence) request().getAttribute(NOTICE);
    }

    public static boolean may(Permission permission) {
        return Actor.ifAny().map(it -> it.may(permission)).orElse(false);
    }

    /** The forgery token that every form carries. */
    public static String csrf() {
        var token = (CsrfToken) request().getAttribute(CsrfToken.class.getName());
        return token == null ? "" : token.getToken();
    }

    /** What a script's element must say to be run (our Content-Security-Policy). */
    public static String nonce() {
        return org.casebridge.access.ScriptNonce.of(request());
    }

    /** A fresh token, so that this form, sent twice, acts once. */
    public static String once() {
        return org.casebridge.kernel.Id.fresh().toString();
    }

    /** True when htmx asks for a part of the page only. */
    public static boolean part() {
        return request().getHeader("HX-Request") != null && request().getHeader("HX-Boosted") == null;
    }

    /** Whether it is a path on this server: nothing else is followed after a form. */
    public static boolean local(String path) {
        return path.startsWith("/") && !path.startsWith("//") && !path.contains("\\") && path.chars().noneMatch(it -> it < ' ');
    }

    /** As a value in an address. */
    public static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Says whom a list shows, so that the look is noted before the page is sent (a page about one client is noted by its address, and names others here). */
    public static void shows(Collection<? extends Id> clients) {
        var all = new LinkedHashSet<>(shown());
        clients.forEach(it -> all.add(it.value()));
        request().setAttribute(SHOWN, all.toArray(UUID[]::new));
    }

    private static List<UUID> shown() {
        return request().getAttribute(SHOWN) instanceof UUID[] already ? List.of(already) : List.of();
    }

    /** One of our own style sheets or scripts, with its checksum, so that a new one is fetched and an old one never again. */
    public static String asset(String name) {
        return ASSETS.computeIfAbsent(name, it -> {
            try {
                var sum = new CRC32();
                sum.update(new ClassPathResource("static/assets/" + it).getContentAsByteArray());
                return "/assets/" + it + "?v=" + Long.toHexString(sum.getValue());
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        });
    }
}
