package org.casebridge.careplans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.casebridge.access.Actor;
import org.casebridge.caseload.Story;
import org.casebridge.caseload.StoryKind;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.Signature;
import org.casebridge.documents.DocumentId;
import org.casebridge.documents.Documents;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Agreeing to a version by a signature, refusing it, signing it later beside, and giving copies. Each signature binds to what the signer had before them. */
@Service
@Transactional
public class Signing {

    /** The signatures of a version, the copies given of it, and what the client said that it means. */
    public record Papers(List<PlanSignature> signatures, List<PlanSignature.Given> copies, String teachBack) {

        public static final Papers NONE = new Papers(List.of(), List.of(), "");
    }

    private final CarePlans plans;
    private final PlanReading reading;
    private final SignatureStore store;
    private final Documents documents;
    private final Story story;
    private final Clock clock;

    Signing(CarePlans plans, PlanReading reading, SignatureStore store, Documents documents, Story story, Clock clock) {
        this.plans = plans;
        this.reading = reading;
        this.store = store;
        this.documents = documents;
        this.story = story;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Papers of(CarePlan plan) {
        return store.of(plan);
    }

    /** The client agrees by this signature; see {@link CarePlans#agree}. {@code teachBack} is empty when they were not asked; {@code language} is that of their copy. */
    public void agree(ClientId client, Agreement agreement, PlanSignature.Said said, String teachBack, String language, @Nullable String reason, int seen) {
        if (said.kind() == PlanSignature.Kind.REFUSED) {
            throw Refused.invalid("Say how the client agreed, or note the refusal.").at("signature");
        }
        var plan = plans.drafted(client).orElseThrow(() -> Refused.conflict("No version of the plan is being drafted."));
        plans.agree(client, agreement, reason, seen);
        check(plan, said);
        store.add(plan, said, clock.instant());
        if (!teachBack.isBlank()) {
            store.teachBack(plan, teachBack.strip());
        }
        if (agreement.copy() != Agreement.Copy.NOT_YET) {
            store.give(plan, agreement.copy(), agreement.on(), language);
        }
    }

    /** The client does not agree to the version being drafted, in their words. It stays a draft, to be worded on. */
    public void refuse(ClientId client, String name, String words, LocalDate on, String hash) {
        var plan = plans.drafted(client).orElseThrow(() -> Refused.conflict("No version of the plan is being drafted."));
        var said = new PlanSignature.Said(PlanSignature.Signer.CLIENT, name, PlanSignature.Kind.REFUSED, "", null, words.strip(), on, null, hash);
        check(plan, said);
        store.add(plan, said, clock.instant());
        story.tell(client, clock.instant(), StoryKind.PLAN, Sentence.of("Plan not agreed to, version {number}", plan.number()), Sentence.of("{words} · by {name}", words.strip(), Actor.current().name()), path(plan));
    }

    /** Another signature under a version in force: of a guardian, a worker, or of the client after they agreed by word of mouth. */
    public void sign(ClientId client, PlanId id, PlanSignature.Said said) {
        var plan = plans.get(client, id);
        if (!plan.active()) {
            throw Refused.conflict("This version of the plan is not in force.");
        }
        check(plan, said);
        if (said.on().isBefore(plan.agreedOn())) {
            throw Refused.invalid("It was agreed on {day}; nobody signed it before that.", plan.agreedOn()).at("on");
        }
        store.add(plan, said, clock.instant());
        story.tell(client, clock.instant(), StoryKind.PLAN, said.kind() == PlanSignature.Kind.REFUSED ? Sentence.of("{name} does not agree to the plan, version {number}", said.name(), plan.number())
                : Sentence.of("{name} signed the plan, version {number}", said.name(), plan.number()), Sentence.of("by {name}", Actor.current().name()), path(plan));
    }

    /** A signature that was noted by mistake; it stays to be read. */
    public void strike(ClientId client, UUID signature, String why) {
        var found = store.find(client, signature).orElseThrow(() -> Refused.notFound("That signature could not be found."));
        if (store.strike(client, signature, today(), why.strip()) == 0) {
            throw Refused.conflict("This signature was struck already.");
        }
        story.tell(client, clock.instant(), StoryKind.PLAN, Sentence.of("Signature of {name} struck out: it was entered in error", found.name()),
                Sentence.of("{words} · by {name}", why.strip(), Actor.current().name()), path(plans.get(client, found.planId())));
    }

    /** Refuses a day before the agreement and one to come, and a copy that was not given. */
    public void give(ClientId client, Agreement.Copy how, LocalDate on, String language) {
        var plan = plans.active(client).orElseThrow(() -> Refused.conflict("There is no plan in force."));
        if (how == Agreement.Copy.NOT_YET) {
            throw Refused.invalid("Say how the client got their copy.").at("copy");
        }
        if (on.isBefore(plan.agreedOn()) || on.isAfter(today())) {
            throw Refused.invalid("The copy was given between the agreement, {day}, and today.", plan.agreedOn()).at("givenOn");
        }
        store.give(plan, how, on, language);
        plans.giveCopy(client, how);
    }

    private void check(CarePlan plan, PlanSignature.Said said) {
        if (!reading.hash(plan).equals(said.hash())) {
            throw Refused.conflict("This version changed since it was read over together. Read it over again before it is signed.");
        }
        if (said.name().isBlank()) {
            throw Refused.invalid("Write the name of who signs.").at("signedName");
        }
        if (said.on().isAfter(today())) {
            throw Refused.invalid("The agreement cannot lie in the future.").at("on");
        }
        switch (said.kind()) {
            case DRAWN -> {
                if (said.strokes().isBlank() || !Signature.STROKES.matcher(said.strokes()).matches()) {
                    throw Refused.invalid("Draw the signature in the field, or choose the typed name.").at("strokes");
                }
            }
            case PAPER -> {
                if (said.document() == null) {
                    throw Refused.invalid("Choose the scan of the signed paper; add it under Documents first.").at("document");
                }
                if (documents.get(plan.clientId(), new DocumentId(said.document())).struck()) {
                    throw Refused.invalid("That paper was taken out of the record. Choose another.").at("document");
                }
            }
            case VERBAL -> {
                if (said.followUpOn() == null) {
                    throw Refused.invalid("Say by when it is to be signed.").at("followUpOn");
                }
                if (said.followUpOn().isBefore(said.on()) || said.followUpOn().isAfter(said.on().plusDays(90))) {
                    throw Refused.invalid("It is to be signed within 90 days of the agreement.").at("followUpOn");
                }
            }
            case REFUSED -> {
                if (said.words().isBlank()) {
                    throw Refused.invalid("Write what they said.").at("refusalWords");
                }
            }
            case TYPED -> { }
        }
    }

    private static String path(CarePlan plan) {
        return "/clients/" + plan.clientId().text() + "/plan/versions/" + plan.id().text();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Actor.current().zone()));
    }
}
