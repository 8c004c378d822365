package org.casebridge.accounts;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.Noteworthy;
import org.casebridge.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passkeys (W3C Web Authentication 3), judged by WebAuthn4J. The device must have made sure who holds it, when a passkey is made and each time it is used: only so is it two factors in one
 * (NIST SP 800-63B-4, 3.1.7). A passkey is kept on the device together with whose it is, so that nobody types a user name.
 */
@Service
class Passkeys {

    private static final List<COSEAlgorithmIdentifier> KINDS = List.of(COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);
    private static final boolean VERIFIED = true;
    private static final boolean PRESENT = true;
    private static final int PATIENCE_MILLIS = 300_000;

    private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager();
    private final PasskeyStore store;
    private final Questions questions;
    private final SecondFactors factors;
    private final ServerAddress address;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Passkeys(PasskeyStore store, Questions questions, SecondFactors factors, ServerAddress address, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.questions = questions;
        this.factors = factors;
        this.address = address;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<Passkey> of(AccountId account) {
        return store.of(account);
    }

    /** What the browser is to be asked for a new passkey (PublicKeyCredentialCreationOptionsJSON). One device holds one passkey of an account. */
    @Transactional(readOnly = true)
    public Map<String, Object> askForNew(Account account, HttpServletRequest request, HttpServletResponse response) {
        var challenge = questions.secret();
        questions.ask(Questions.Kind.NEW_PASSKEY, challenge, request, response);
        return Map.of(
                "challenge", challenge,
                "rp", Map.of("id", address.host(request), "name", "Casebridge"),
                "user", Map.of("id", text(handle(account.id())), "name", account.username(), "displayName", account.name()),
                "pubKeyCredParams", KINDS.stream().map(it -> Map.of("type", "public-key", "alg", it.getValue())).toList(),
                "excludeCredentials", descriptors(account.id()),
                "authenticatorSelection", Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
                "attestation", "none",
                "timeout", PATIENCE_MILLIS);
    }

    /** Keeps the passkey that the browser made. With the first second factor come recovery codes; else the list is empty. Refuses an answer to no question, and a device that did not verify its holder. */
    @Transactional
    public List<String> add(Account account, AddPasskey said, HttpServletRequest request) {
        var challenge = questions.take(Questions.Kind.NEW_PASSKEY, request).orElseThrow(Passkeys::notMade);
        RegistrationData data;
        try {
            data = library.verifyRegistrationResponseJSON(said.credential(), new RegistrationParameters(asked(challenge, request),
                    KINDS.stream().map(it -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, it)).toList(), VERIFIED, PRESENT));
        } catch (RuntimeException unfit) { // unreadable answers fail inside the library in many ways
            throw notMade();
        }
        var made = new CredentialRecordImpl(Objects.requireNonNull(data.getAttestationObject()), data.getCollectedClientData(), data.getClientExtensions(), data.getTransports());
        if (store.find(made.getAttestedCredentialData().getCredentialId()).isPresent()) {
            throw notMade();
        }
        store.add(account.id(), said.name().strip(), made, clock.instant());
        events.publishEvent(new Noteworthy("ACCESS_CHANGED", account.id(), null, Map.of("what", "passkey added")));
        return factors.added(account.id());
    }

    /** Refuses one that is not theirs, and to take away the last second factor where one is needed. */
    @Transactional
    public void remove(AccountId account, PasskeyId passkey) {
        if (store.of(account).stream().noneMatch(it -> it.id().equals(passkey))) {
            throw Refused.notFound("That passkey is not there any more.");
        }
        factors.mayGo(account);
        store.remove(account, passkey);
        events.publishEvent(new Noteworthy("ACCESS_CHANGED", account, null, Map.of("what", "passkey removed")));
        factors.removed(account);
    }

    /** What the browser is to be asked (PublicKeyCredentialRequestOptionsJSON): any passkey of this server, which tells strangers nothing. */
    public Map<String, Object> ask(HttpServletRequest request, HttpServletResponse response) {
        return ask(Questions.Kind.PASSKEY, List.of(), request, response);
    }

    /** What the browser is to be asked to show again that it is them. */
    @Transactional(readOnly = true)
    public Map<String, Object> askAgain(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        return ask(Questions.Kind.PASSKEY_AGAIN, descriptors(account), request, response);
    }

    /** Whose passkey answered; nobody's when the answer is wrong in any way: signed by another key, for another site, a question already answered, a holder not verified, a count that did not grow. */
    @Transactional
    public Optional<AccountId> shown(String answer, HttpServletRequest request) {
        return shown(Questions.Kind.PASSKEY, answer, request);
    }

    @Transactional
    public Optional<AccountId> shownAgain(String answer, HttpServletRequest request) {
        return shown(Questions.Kind.PASSKEY_AGAIN, answer, request);
    }

    private Optional<AccountId> shown(Questions.Kind kind, String answer, HttpServletRequest request) {
        var challenge = questions.take(kind, request).orElse(null);
        if (challenge == null) {
            return Optional.empty();
        }
        PasskeyStore.Known known = null;
        try {
            AuthenticationData data = library.parseAuthenticationResponseJSON(answer);
            known = store.find(data.getCredentialId()).orElse(null);
            if (known == null || data.getUserHandle() != null && !Arrays.equals(data.getUserHandle(), handle(known.account()))) {
                return Optional.empty();
            }
            library.verify(data, new AuthenticationParameters(asked(challenge, request), known.record(), null, VERIFIED, PRESENT));
            if (!store.used(known.id(), Objects.requireNonNull(data.getAuthenticatorData()).getSignCount(), clock.instant())) {
                throw new MaliciousCounterValueException("another use came between");
            }
            return Optional.of(known.account());
        } catch (MaliciousCounterValueException copied) {
            events.publishEvent(new Noteworthy("SIGN_IN_FAILED", Objects.requireNonNull(known).account(), "a passkey counted backwards: it may have been copied", Map.of()));
            return Optional.empty();
        } catch (RuntimeException wrong) { // unreadable answers fail inside the library in many ways
            return Optional.empty();
        }
    }

    private Map<String, Object> ask(Questions.Kind kind, List<Map<String, Object>> allowed, HttpServletRequest request, HttpServletResponse response) {
        var challenge = questions.secret();
        questions.ask(kind, challenge, request, response);
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", challenge);
        options.put("rpId", address.host(request));
        options.put("allowCredentials", allowed);
        options.put("userVerification", "required");
        options.put("timeout", PATIENCE_MILLIS);
        return options;
    }

    private ServerProperty asked(String challenge, HttpServletRequest request) {
        return ServerProperty.builder().origin(new Origin(address.origin(request))).rpId(address.host(request)).challenge(new DefaultChallenge(challenge)).build();
    }

    private List<Map<String, Object>> descriptors(AccountId account) {
        return store.credentialIds(account).stream().map(it -> Map.<String, Object>of("type", "public-key", "id", text(it))).toList();
    }

    private static Refused notMade() {
        return Refused.invalid("The passkey could not be kept. Use a device that asks for your finger, face or PIN, and try again.").at("credential");
    }

    /** How a passkey names its owner: the account's number, which says nothing about them. */
    private static byte[] handle(AccountId account) {
        UUID id = account.value();
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
