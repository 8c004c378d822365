package org.casebridge.careplans;

import static org.assertj.core.api.Assertions.assertThat;

import casebridge.pages.Templates;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.caseload.CaseFiles;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.tasks.Mine;
import org.casebridge.tasks.NeedSource;
import org.casebridge.web.Say;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** Signatures that bind to a version, refusals, copies, and what is given out on paper. */
@PageTest
class PlanAgreementPagesTest {

    @Autowired Town town;
    @Autowired CarePlans plans;
    @Autowired PlanReading reading;
    @Autowired Signing signing;
    @Autowired List<NeedSource> needs;
    @Autowired CaseFiles cases;
    @Autowired TransactionTemplate transaction;
    @Autowired Templates pages;

    @Test
    void a_signature_binds_to_exactly_what_was_read_and_the_copy_says_so() throws Exception {
        var client = drafted("Jerome Asante");
        var hash = hash(client);
        assertThat(town.get(town.rosa(), at(client) + "/draft/agreement")).hasStatusOk().bodyText().contains(hash, hash.substring(0, 16));
        assertThat(agree(client)).hasStatus(422).bodyText().contains("Say how it was signed.");
        assertThat(agree(client, "signature", "TYPED", "signedName", " ")).hasStatus(422).bodyText().contains("Write the name of who signs.");
        assertThat(agree(client, "signature", "DRAWN", "signedName", "J", "strokes", "M1 1<script>")).hasStatus(422).bodyText().contains("Draw the signature in the field");
        assertThat(agree(client, "signature", "PAPER", "signedName", "J")).hasStatus(422).bodyText().contains("Choose the scan of the signed paper");
        assertThat(agree(client, "signature", "PAPER", "signedName", "J", "document", java.util.UUID.randomUUID().toString())).hasStatus(404);
        assertThat(agree(client, "signature", "VERBAL")).hasStatus(422).bodyText().contains("Say by when it is to be signed.");
        assertThat(agree(client, "signature", "VERBAL", "followUpOn", Town.today().plusDays(200).toString())).hasStatus(422).bodyText().contains("within 90 days");
        assertThat(agree(client, "signature", "REFUSED", "signedName", "J")).hasStatus(422).bodyText().contains("or note the refusal");
        assertThat(agree(client, "signature", "TYPED", "signedName", "Jerome", "hash", "")).hasStatus(422).bodyText().contains("This form is incomplete.");
        assertThat(agree(client, "signature", "TYPED", "signedName", "Jerome", "hash", "0".repeat(64))).hasStatus(422).bodyText().contains("This version changed since it was read over together");

        assertThat(agree(client, "signature", "DRAWN", "signedName", "Jerome Asante", "strokes", "M10 10L20 20", "teachBack", "We look for a flat and I save", "copyLanguage", "es", "hash", hash)).hasStatus(303);
        var version = town.as(town.rosa(), () -> plans.active(client).orElseThrow());
        assertThat(hash(client)).isEqualTo(hash);
        assertThat(town.get(town.rosa(), path(client, version))).hasStatusOk().bodyText().contains("Jerome Asante", "Drawn here", "M10 10L20 20", "To exactly this text.", hash, "We look for a flat and I save", "Spanish");
        assertThat(town.get(town.rosa(), path(client, version) + "/print")).hasStatusOk().bodyText().contains(hash.substring(0, 32), "Drawn here");
    }

    @Test
    void the_hash_covers_exactly_what_the_clients_copy_says() {
        var day = Town.today();
        var plan = CarePlan.draft(ClientId.next());
        var first = new Goal.Step(StepId.next(), "Ask", Goal.Party.STAFF, "Rosa", "soon", null, null, null, null);
        var goal = goal("A home", NeedCategory.HOUSING, "Keys", day, Goal.Priority.HIGH, "Saves", List.of(first, step(first, Goal.Amount.NONE)), needed("900", Goal.Resource.Kind.MONEY), Goal.More.NONE);
        var parts = new PlanParts(List.of(new Section(Section.Kind.CULTURE, "Noon", day), new Section(Section.Kind.APPEAL, "", day)), List.of(new Choice(java.util.UUID.randomUUID(), "Day center", Choice.Answer.DECLINED, "Loud", day)));
        var levels = List.of("Street", "Shelter", "Room", "Flat", "House");
        var read = Map.ofEntries(
                Map.entry("words", said(goal, NeedCategory.HOUSING, "Two homes", "Keys", day, Goal.Priority.HIGH, "Saves")), Map.entry("measure", said(goal, NeedCategory.HOUSING, "A home", "A lease", day, Goal.Priority.HIGH, "Saves")),
                Map.entry("target", said(goal, NeedCategory.HOUSING, "A home", "Keys", day.plusDays(1), Goal.Priority.HIGH, "Saves")), Map.entry("priority", said(goal, NeedCategory.HOUSING, "A home", "Keys", day, Goal.Priority.LOW, "Saves")),
                Map.entry("strengths", said(goal, NeedCategory.HOUSING, "A home", "Keys", day, Goal.Priority.HIGH, "Cooks")),
                Map.entry("why", goal.with(new Goal.More("My son", "", "", null, List.of(), ""))), Map.entry("not theirs", goal.with(new Goal.More("", "Guardian", "", null, List.of(), ""))),
                Map.entry("baseline", goal.with(new Goal.More("", "", "Couch", null, List.of(), ""))), Map.entry("start", goal.with(new Goal.More("", "", "", day, List.of(), ""))),
                Map.entry("levels", goal.with(new Goal.More("", "", "", null, levels, ""))),
                Map.entry("step start", goal.holding(List.of(first, step(first, new Goal.Amount(day, null, null, null, null))), goal.resources())),
                Map.entry("units", goal.holding(List.of(first, step(first, new Goal.Amount(null, 2, Goal.Unit.RIDE, Goal.Per.WEEK, null))), goal.resources())),
                Map.entry("after", goal.holding(List.of(first, step(first, new Goal.Amount(null, null, null, null, first.id()))), goal.resources())),
                Map.entry("cost", goal.holding(goal.steps(), needed("901", Goal.Resource.Kind.MONEY))));
        read.forEach((what, it) -> together(what, true, plan, goal, parts, plan, it, parts));
        together("review", true, plan, goal, parts, plan.about("", 30, null), goal, parts);
        together("contact", true, plan, goal, parts, plan.about("", 90, 5), goal, parts);
        together("strengths of the plan", true, plan, goal, parts, plan.about("Cooks", 90, null), goal, parts);
        together("day of a section", true, plan, goal, parts, plan, goal, new PlanParts(List.of(new Section(Section.Kind.CULTURE, "Noon", day.minusDays(1)), parts.sections().getLast()), parts.choices()));
        together("day of a right", true, plan, goal, parts, plan, goal, new PlanParts(List.of(parts.sections().getFirst(), new Section(Section.Kind.APPEAL, "", day.minusDays(1))), parts.choices()));
        together("day of a choice", true, plan, goal, parts, plan, goal, new PlanParts(parts.sections(), List.of(new Choice(parts.choices().getFirst().id(), "Day center", Choice.Answer.DECLINED, "Loud", day.minusDays(1)))));

        together("domain", false, plan, goal, parts, plan, said(goal, NeedCategory.FOOD, "A home", "Keys", day, Goal.Priority.HIGH, "Saves"), parts);
        together("kind of what it needs", false, plan, goal, parts, plan, goal.holding(goal.steps(), needed("900", Goal.Resource.Kind.THING)), parts);
        together("note of the team", false, plan, goal, parts, plan, goal.with(new Goal.More("", "", "", null, List.of(), "Warrant")), parts);
        together("section of the team", false, plan, goal, parts, plan, goal, new PlanParts(java.util.stream.Stream.concat(parts.sections().stream(), java.util.stream.Stream.of(new Section(Section.Kind.TEAM, "Never alone", day))).toList(), parts.choices()));
    }

    /** Hash and copy both change from one to the other, or neither does. */
    private void together(String what, boolean change, CarePlan plan, Goal goal, PlanParts parts, CarePlan nextPlan, Goal nextGoal, PlanParts nextParts) {
        assertThat(!PlanReading.hash(plan, List.of(goal), parts).equals(PlanReading.hash(nextPlan, List.of(nextGoal), nextParts))).as("hash: " + what).isEqualTo(change);
        assertThat(!copy(plan, goal, parts).equals(copy(nextPlan, nextGoal, nextParts))).as("copy: " + what).isEqualTo(change);
    }

    private String copy(CarePlan plan, Goal goal, PlanParts parts) {
        return Say.<String, RuntimeException>in(Locale.ENGLISH, () -> pages.careplansClientplan("Jerome", plan, List.of(goal), parts.forClient(), Signing.Papers.NONE, "0".repeat(64), Map.of()).render());
    }

    private static Goal said(Goal of, NeedCategory domain, String words, String measure, java.time.LocalDate target, Goal.Priority priority, String strengths) {
        return new Goal(of.id(), words, domain, measure, target, priority, strengths, of.lifecycle(), null, null, of.steps(), of.resources(), of.more());
    }

    private static Goal goal(String words, NeedCategory domain, String measure, java.time.LocalDate target, Goal.Priority priority, String strengths, List<Goal.Step> steps, List<Goal.Resource> needed, Goal.More more) {
        return new Goal(GoalId.next(), words, domain, measure, target, priority, strengths, Lifecycle.PROPOSED, null, null, steps, needed, more);
    }

    /** The second step, each time the same but for its amount. */
    private static Goal.Step step(Goal.Step first, Goal.Amount amount) {
        return new Goal.Step(new StepId(new java.util.UUID(7, first.id().value().getLeastSignificantBits())), "Sign", Goal.Party.CLIENT, "", "then", null, null, null, null, amount);
    }

    private static List<Goal.Resource> needed(String cost, Goal.Resource.Kind kind) {
        return List.of(new Goal.Resource(new ResourceId(new java.util.UUID(7, 7)), "Rent", "Fund", new BigDecimal(cost), null, kind));
    }

    @Test
    void what_the_team_alone_may_read_is_in_no_copy() throws Exception {
        var client = drafted("Grace Obi");
        town.rosa().run(() -> {
            var draft = plans.drafted(client).orElseThrow();
            var goal = plans.goals(draft).getFirst();
            plans.write(client, goal.with(new Goal.More("So my son can come", "", "On a couch", null, List.of(), "SECRETNOTE")), draft.version());
            plans.write(client, new PlanParts(List.of(new Section(Section.Kind.CULTURE, "Prays at noon", Town.today()), new Section(Section.Kind.TEAM, "SECRETTEAM", Town.today()),
                    new Section(Section.Kind.APPEAL, "", Town.today())), List.of()), draft.version() + 1);
        });
        assertThat(town.get(town.rosa(), at(client) + "/draft/agreement")).hasStatusOk().bodyText().contains("So my son can come", "Prays at noon", "I may appeal a decision").doesNotContain("SECRETNOTE", "SECRETTEAM");
        town.rosa().run(() -> plans.agree(client, PlanExamples.AGREED, null, plans.drafted(client).orElseThrow().version()));
        var version = town.as(town.rosa(), () -> plans.active(client).orElseThrow());
        var both = town.get(town.rosa(), path(client, version) + "/print?both=true&large=true");
        assertThat(both).hasStatusOk().bodyText().contains("So my son can come", "Prays at noon", "My plan", "Mi plan", "lang=\"es\"", "large-print", "I may appeal a decision", "Puedo apelar una decisión")
                .doesNotContain("SECRETNOTE", "SECRETTEAM");
        var pdf = town.post(town.rosa(), path(client, version) + "/print");
        assertThat(pdf).hasStatusOk().hasContentType("application/pdf");
        try (var read = Loader.loadPDF(pdf.getResponse().getContentAsByteArray())) {
            assertThat(new PDFTextStripper().getText(read)).contains("So my son can come", "A home of my own").doesNotContain("SECRETNOTE", "SECRETTEAM");
            assertThat(read.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(read.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            var meta = new ByteArrayOutputStream();
            read.getDocumentCatalog().getMetadata().exportXMPMetadata().transferTo(meta);
            assertThat(meta.toString(java.nio.charset.StandardCharsets.UTF_8)).contains("pdfuaid");
        }
        assertThat(town.get(town.rosa(), path(client, version) + "/team")).hasStatusOk().bodyText().contains("SECRETNOTE", "SECRETTEAM", "Ask for the voucher");
        assertThat(town.post(town.sam(), path(client, version) + "/print")).hasStatus(404);
        assertThat(town.get(town.sam(), path(client, version) + "/team")).hasStatus(404);
    }

    @Test
    void the_copy_speaks_the_clients_other_language_where_somebody_wrote_it() {
        var client = drafted("Jerome Asante");
        town.rosa().run(() -> plans.agree(client, PlanExamples.AGREED, null, 1));
        var version = town.as(town.rosa(), () -> plans.active(client).orElseThrow());
        var path = path(client, version) + "/translation";
        assertThat(town.get(town.rosa(), path)).hasStatusOk().bodyText().contains("A home of my own", "every two weeks");
        assertThat(town.post(town.rosa(), path, "into", "fr", "lines[0].original", "A home of my own", "lines[0].words", "Un chez-moi")).hasStatus(422);
        assertThat(town.post(town.rosa(), path, "into", "es", "lines[0].original", "Another goal", "lines[0].words", "Otra meta")).hasStatus(422).bodyText().contains("worded anew meanwhile", "Otra meta");
        assertThat(town.post(town.sam(), path, "into", "es", "lines[0].original", "A home of my own", "lines[0].words", "Mi casa")).hasStatus(404);
        assertThat(town.post(town.rosa(), path, "into", "es", "lines[0].original", "A home of my own", "lines[0].words", "Una casa <b>propia", "lines[1].original", "Therapy", "lines[1].words", "")).hasStatus(303);
        assertThat(town.get(town.rosa(), path(client, version) + "/print?both=true")).bodyText().contains("A home of my own", "Una casa &lt;b&gt;propia", "Therapy");
        assertThat(town.get(town.rosa(), path(client, version) + "/print")).bodyText().doesNotContain("Una casa");
    }

    @Test
    void a_refusal_is_kept_in_words_and_puts_nothing_in_force() {
        var client = drafted("Jerome Asante");
        assertThat(town.post(town.rosa(), at(client) + "/draft/refusal", "refusalWords", " ", "refusedOn", Town.today().toString(), "hash", hash(client))).hasStatus(422).bodyText().contains("Write what they said.");
        assertThat(town.post(town.rosa(), at(client) + "/draft/refusal", "refusalWords", "Not my goal", "refusedOn", Town.today().toString(), "hash", "1".repeat(64))).hasStatus(422);
        assertThat(town.post(town.rosa(), at(client) + "/draft/refusal", "refusalWords", "Not my goal <b>", "refusedOn", Town.today().toString(), "hash", hash(client))).hasStatus(303);
        assertThat(town.get(town.rosa(), "/clients/" + client.text())).bodyText().contains("Plan not agreed to, version 1", "Not my goal &lt;b&gt;");
        town.rosa().run(() -> {
            assertThat(plans.active(client)).isEmpty();
            assertThat(signing.of(plans.drafted(client).orElseThrow()).signatures()).singleElement().returns(PlanSignature.Kind.REFUSED, PlanSignature::kind);
        });
    }

    @Test
    void an_agreement_by_word_of_mouth_waits_on_my_day_until_it_is_signed() {
        var client = drafted("Jerome Asante");
        assertThat(agree(client, "signature", "VERBAL", "followUpOn", Town.today().plusDays(3).toString(), "copy", "NOT_YET")).hasStatus(303);
        assertThat(waiting(client)).isEqualTo(1);
        var version = town.as(town.rosa(), () -> plans.active(client).orElseThrow());
        var sign = path(client, version) + "/signatures";
        assertThat(town.get(town.rosa(), sign)).hasStatusOk();
        assertThat(town.post(town.rosa(), sign, "signer", "CLIENT", "signature", "TYPED", "signedName", "Jerome", "on", Town.today().minusDays(9).toString(), "hash", hash(client))).hasStatus(422).bodyText().contains("nobody signed it before that");
        assertThat(town.post(town.rosa(), sign, "signer", "GUARDIAN", "signature", "TYPED", "signedName", "Ama", "on", Town.today().toString(), "hash", hash(client))).hasStatus(303);
        assertThat(waiting(client)).isEqualTo(1);
        assertThat(town.post(town.rosa(), sign, "signer", "CLIENT", "signature", "TYPED", "signedName", "Jerome", "on", Town.today().toString(), "hash", hash(client))).hasStatus(303);
        assertThat(waiting(client)).isZero();
        var id = town.as(town.rosa(), () -> signing.of(version)).signatures().getLast().id();
        assertThat(town.post(town.rosa(), sign + "/" + id + "/strike", "strike", " ")).hasStatus(422);
        assertThat(town.post(town.sam(), sign + "/" + id + "/strike", "strike", "Wrong person")).hasStatus(404);
        assertThat(town.post(town.rosa(), sign + "/" + id + "/strike", "strike", "Wrong person")).hasStatus(303);
        assertThat(town.post(town.rosa(), sign + "/" + id + "/strike", "strike", "Wrong person")).hasStatus(409);
        assertThat(waiting(client)).isEqualTo(1);
        assertThat(town.post(town.rosa(), at(client) + "/copy", "copy", "EMAIL", "givenOn", Town.today().minusDays(2).toString()).getResponse().getStatus()).isEqualTo(422);
        assertThat(town.post(town.rosa(), at(client) + "/copy", "copy", "EMAIL", "copyLanguage", "es")).hasStatus(303);
        assertThat(town.get(town.rosa(), path(client, version))).bodyText().contains("Copy: Sent by e-mail", "entered in error");
    }

    @Test
    void two_versions_stand_side_by_side() {
        var client = town.openCase("Jerome Asante").clientId();
        PlanExamples.agreed(town, plans, client);
        town.rosa().run(() -> {
            plans.change(client);
            var draft = plans.drafted(client).orElseThrow();
            var goal = plans.goals(draft).getFirst();
            plans.write(client, goal.with(new Goal.More("My children", "", "", Town.today().minusDays(3), List.of("Street", "Shelter", "A room", "A flat", "A house"), "")), draft.version());
            plans.agree(client, PlanExamples.AGREED, "Now we know why", draft.version() + 1);
        });
        var version = town.as(town.rosa(), () -> plans.active(client).orElseThrow());
        assertThat(town.get(town.rosa(), path(client, version) + "/beside")).hasStatusOk().bodyText().contains("Version 1 beside version 2", "My children", "Now we know why", "class=\"changed\"", "Ask for the voucher", ": level -2", "A house", ": from");
        assertThat(town.get(town.sam(), path(client, version) + "/beside")).hasStatus(404);
    }

    private ClientId drafted(String name) {
        var client = town.openCase(name).clientId();
        town.rosa().run(() -> {
            plans.begin(client);
            plans.write(client, PlanExamples.home(), 0);
        });
        return client;
    }

    private String hash(ClientId client) {
        return town.as(town.rosa(), () -> reading.hash(plans.drafted(client).or(() -> plans.active(client)).orElseThrow()));
    }

    private long waiting(ClientId client) {
        return town.as(town.rosa(), () -> transaction.execute(_ -> needs.stream().flatMap(it -> town.needs(it, new Mine(town.rosa().account(), Town.today(), cases.openOf(town.rosa().account()))).stream())
                .filter(it -> client.equals(it.client()) && it.what().english().equals("Plan to be signed")).count()));
    }

    private MvcTestResult agree(ClientId client, String... more) {
        var fields = new ArrayList<>(List.of("on", Town.today().toString(), "how", "IN_PERSON", "present", "", "seen", "1"));
        fields.addAll(List.of(more));
        if (!fields.contains("copy")) {
            fields.addAll(List.of("copy", "PRINT"));
        }
        if (!fields.contains("hash")) {
            fields.addAll(List.of("hash", hash(client)));
        }
        return town.post(town.rosa(), at(client) + "/draft/agreement", fields.toArray(String[]::new));
    }

    private static String path(ClientId client, CarePlan version) {
        return at(client) + "/versions/" + version.id().text();
    }

    private static String at(ClientId client) {
        return "/clients/" + client.text() + "/plan";
    }
}
