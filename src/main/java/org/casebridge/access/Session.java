package org.casebridge.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One signed-in browser: whose it is, and when each factor was last shown. {@code id} may be shown and logged; it opens nothing. */
public record Session(UUID id, Account account, Instant beganAt, Instant seenAt, String browser, String network, Map<Factor, Instant> proofs) {

    /** How long a factor counts as just shown. */
    public static final Duration FRESH = Duration.ofMinutes(5);

    public Session {
        proofs = Map.copyOf(proofs);
    }

    public Set<Factor> factors() {
        return proofs.keySet();
    }

    /** Until then, what asks for a factor just shown is done without asking again. */
    public Instant freshUntil() {
        return proofs.values().stream().max(Comparator.naturalOrder()).orElse(beganAt).plus(FRESH);
    }

    /** A passkey, another organization's word, or a password with a second factor. */
    public boolean strong() {
        return has(Factor.PASSKEY) || has(Factor.OIDC) || has(Factor.PASSWORD) && (has(Factor.TOTP) || has(Factor.RECOVERY));
    }

    /** Browser and system as its person would name them ("Firefox, Windows"); empty when it says neither. */
    public String device() {
        return Stream.of(first("Edg", "Edge", "OPR", "Opera", "Firefox", "Firefox", "Chrome", "Chrome", "Safari", "Safari"),
                        first("Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows", "Mac OS", "Mac", "CrOS", "ChromeOS", "Linux", "Linux"))
                .filter(it -> !it.isEmpty()).collect(Collectors.joining(", "));
    }

    private String first(String... signsAndNames) {
        for (int i = 0; i < signsAndNames.length; i += 2) {
            if (browser.contains(signsAndNames[i])) {
                return signsAndNames[i + 1];
            }
        }
        return "";
    }

    Standing standing(boolean required) {
        return strong() ? Standing.WHOLE : account.secondFactor() ? Standing.HALF : required ? Standing.MUST_ENROL : Standing.WHOLE;
    }

    private boolean has(Factor factor) {
        return proofs.containsKey(factor);
    }

    public Actor actor() {
        return account.actor().within(this);
    }
}
