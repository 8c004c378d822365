package org.casebridge.consent;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.casebridge.Casebridge;
import org.casebridge.access.Permission;
import org.casebridge.access.Requires;
import org.casebridge.access.Role;
import org.casebridge.consent.fault.PlantedFault;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.View;

/** One way out: nothing but this module's door makes content for somebody outside. Each rule is broken once by {@link PlantedFault}, to see it go red. */
class ConsentDoorTest {

    /** What hands out files to the house's own people; nothing of it is for outside. Whoever adds one here says why. */
    private static final Set<String> IN_HOUSE = Set.of(
            // A paper of the record as it was put in, for the worker who reaches the client; what goes to others goes by the door.
            "org.casebridge.documents.web.FileView",
            // A file that was given as an answer, back to the worker who reaches the client; an agency's own questionnaire, without anybody's answers.
            "org.casebridge.assessments.web.FormFile",
            // Who used a client's record, to read with the client in their language: what an individual is told of their own record is no disclosure to account for (45 CFR 164.528(a)(1)(ii)).
            "org.casebridge.clients.web.LooksController",
            // What was promised to a client and by them, to read with them in their language: of their own record, like the line above.
            "org.casebridge.monitoring.web.PromiseController",
            // An invitation on paper to talk over a plan, for the client and those whom they want there: when, where and whose plan, and nothing else of the record.
            "org.casebridge.careplans.web.ConferenceInvitationController",
            // The directory's own entries, public by their nature: services, and nobody's record.
            "org.casebridge.directory.hsds.DirectoryExport", "org.casebridge.directory.hsds.HsdsController", "org.casebridge.directory.web.ListController",
            // A message to the client about what is arranged with them: their own, by a way that they asked for and that is safe (45 CFR 164.522(b)); nobody else is written to.
            "org.casebridge.outbox.Mail", "org.casebridge.outbox.Mail$1",
            // A worker's own times for their calendar program, without a name, a place or what for.
            "org.casebridge.calendar.web.FeedController",
            // The audit's own rows, for the privacy officer; each extract is noted as an export.
            "org.casebridge.oversight.LogSearch", "org.casebridge.oversight.web.LogController");

    /** Draws the pictures within the pages of {@link PdfEnvelope}, which hands it only what was let go. */
    private static final String PICTURES = "org.casebridge.consent.PdfPictures";

    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackagesOf(Casebridge.class);

    /** A PDF, a table or a FHIR text is written only by an envelope, which gets only what was let go. */
    private static final ArchRule WRITERS = noClasses().that(describe("are no envelopes", (JavaClass it) -> !it.isAssignableTo(Envelope.class) && !inside(it, Envelope.class) && !IN_HOUSE.contains(it.getName())
                    && !it.getName().matches(PICTURES + "(\\$\\d+)?")))
            .should().dependOnClassesThat(describe("write files for outside", (JavaClass it) -> it.getPackageName().startsWith("com.openhtmltopdf")
                    || it.getPackageName().startsWith("org.apache.pdfbox") || it.getName().startsWith("de.siegmar.fastcsv.writer")
                    || it.getName().equals("org.hl7.fhir.r4.model.Bundle") || it.getName().equals("java.util.zip.ZipOutputStream")
                    || it.getName().startsWith("org.springframework.mail") || it.getName().startsWith("jakarta.mail")));

    /** What was let go is made by the door, and by nothing else. */
    private static final ArchRule LET_GO = noClasses().that(describe("are not the door", (JavaClass it) -> !it.isEquivalentTo(Disclosures.class) && !it.isEquivalentTo(Released.class)))
            .should().callConstructorWhere(describe("of what was let go", it -> it.getTargetOwner().isEquivalentTo(Released.class)));

    /** Whoever may not look around the house gets only what was let go. */
    private static final ArchRule PARTNERS = methods().that().areAnnotatedWith(Requires.class).should(new ArchCondition<>("give partners only what was let go") {
        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            var permission = method.getAnnotationOfType(Requires.class).value();
            var outsiders = permission != Permission.ANYONE && permission != Permission.SIGNED_IN && Role.PARTNER.permissions().contains(permission);
            if (outsiders && !method.getRawReturnType().isEquivalentTo(Outside.class)) {
                events.add(SimpleConditionEvent.violated(method, method.getFullName() + " answers a partner without the door"));
            }
        }
    });

    /** A handler answers with a page of the house or with what was let go: no bytes of its own. */
    private static final ArchRule BYTES = noClasses().that().areNotAssignableTo(View.class).and().resideOutsideOfPackages("org.casebridge.web..", "org.casebridge.access..")
            .and(describe("hand out nothing in the house", (JavaClass it) -> !IN_HOUSE.contains(it.getName())))
            .should().dependOnClassesThat(describe("hand out bytes", (JavaClass it) -> Stream.of("org.springframework.http.ResponseEntity",
                    "org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody", "jakarta.servlet.ServletOutputStream", "org.springframework.core.io.InputStreamResource")
                    .anyMatch(name -> name.equals(it.getName()))));

    private static final ArchRule VIEWS = classes().that().areAssignableTo(View.class).and().areNotInterfaces()
            .should().beAssignableTo(describe("one of the house's two ways to answer", (JavaClass it) -> it.isEquivalentTo(Outside.class) || it.getName().equals("org.casebridge.web.Page")
                    || IN_HOUSE.contains(it.getName())));

    /** A page in another language than its reader's is a copy for somebody else. */
    private static final ArchRule COPIES = noClasses().that(describe("are not the door", (JavaClass it) -> !it.isEquivalentTo(Outside.class) && !it.getName().startsWith("org.casebridge.web.")
                    && !IN_HOUSE.contains(it.getName())))
            .should().callMethodWhere(describe("a copy", it -> it.getTargetOwner().getName().equals("org.casebridge.web.Page") && it.getName().equals("in")));

    private static final List<ArchRule> RULES = List.of(WRITERS, LET_GO, PARTNERS, BYTES, VIEWS, COPIES);

    @Test
    void nothing_but_the_door_makes_content_for_outside() {
        RULES.forEach(it -> it.check(HOUSE));
    }

    @Test
    void each_rule_goes_red_when_somebody_goes_around_the_door() {
        var broken = new ClassFileImporter().importClasses(Stream.concat(Stream.of(PlantedFault.class, PlantedRelease.class), Stream.of(PlantedFault.class.getDeclaredClasses())).toList());
        for (var rule : RULES) {
            assertThat(rule.allowEmptyShould(true).evaluate(broken).hasViolation()).as(rule.getDescription()).isTrue();
        }
    }

    private static boolean inside(JavaClass it, Class<?> type) {
        return it.getEnclosingClass().map(outer -> outer.isAssignableTo(type) || inside(outer, type)).orElse(false);
    }
}
