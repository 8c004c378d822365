package org.casebridge.careplans;

import java.util.List;
import org.casebridge.Town;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Plans for the tests of every module that needs one. */
@Configuration(proxyBeanMethods = false)
public class PlanExamples {

    static final Agreement AGREED = new Agreement(Town.today().minusDays(3), Agreement.How.IN_PERSON, "Jerome, his sister", Agreement.Copy.PRINT);

    /** A goal with two steps and one thing it needs. */
    public static Goal home() {
        return new Goal(GoalId.next(), "A home of my own", NeedCategory.HOUSING, "Keys in my hand", Town.today().plusDays(60), Goal.Priority.HIGH,
                "Pays on time", Lifecycle.PROPOSED, null, null,
                List.of(new Goal.Step(StepId.next(), "Ask for the voucher", Goal.Party.STAFF, "Rosa Alvarez", "", Town.today().plusDays(7), null, null, null),
                        new Goal.Step(StepId.next(), "Therapy", Goal.Party.CLIENT, "", "every two weeks", null, null, null, null)),
                List.of(new Goal.Resource(ResourceId.next(), "First month's rent", "Emergency fund", new java.math.BigDecimal("900"), null)));
    }

    /** The client agrees to the version being drafted, for tests of other modules. */
    public static void agree(CarePlans plans, ClientId client, java.time.LocalDate on) {
        plans.agree(client, new Agreement(on, Agreement.How.IN_PERSON, "Jerome", Agreement.Copy.PRINT), null, plans.drafted(client).orElseThrow().version());
    }

    /** Rosa's client agrees to a plan with one goal. */
    public static Goal agreed(Town town, CarePlans plans, ClientId client) {
        var goal = home();
        town.rosa().run(() -> {
            plans.begin(client);
            plans.write(client, goal, 0);
            plans.agree(client, AGREED, null, 1);
        });
        return goal;
    }

    @Bean
    Town.Example goal(Town town, CarePlans plans) {
        return new Town.Example("goal", client -> agreed(town, plans, client).id().text());
    }

    @Bean
    Town.Example plan(Town town, CarePlans plans) {
        return new Town.Example("plan", client -> {
            agreed(town, plans, client);
            return town.as(town.rosa(), () -> plans.active(client).orElseThrow().id().text());
        });
    }

    @Bean
    Town.Example libraryGoal(Town town, GoalLibrary library) {
        return new Town.Example("libraryGoal", _ -> town.as(town.adam(), () -> {
            var words = "Example " + java.util.UUID.randomUUID();
            library.write(null, NeedCategory.VETERAN, null, null, new LibraryGoal.Text(words, "", java.util.List.of()), new LibraryGoal.Text("", "", java.util.List.of()), false, 0);
            return library.all().stream().filter(it -> it.english().goal().equals(words)).findFirst().orElseThrow().key();
        }));
    }

    @Bean
    Town.Example signature() {
        return new Town.Example("signature", _ -> java.util.UUID.randomUUID().toString());
    }

    @Bean
    Town.Example reviewKey() {
        return new Town.Example("review", _ -> java.util.UUID.randomUUID().toString());
    }

    @Bean
    Town.Example ratingKey() {
        return new Town.Example("rating", _ -> java.util.UUID.randomUUID().toString());
    }

    @Bean
    Town.Example reviewRuleKey() {
        return new Town.Example("reviewRule", _ -> java.util.UUID.randomUUID().toString());
    }

    @Bean
    Town.Example mappingKey() {
        return new Town.Example("mapping", _ -> java.util.UUID.randomUUID().toString());
    }

    @Bean
    Town.Example deliveryKey() {
        return new Town.Example("delivery", _ -> java.util.UUID.randomUUID().toString());
    }

    @Bean
    Town.Example conferenceKey(Town town, Conferences conferences) {
        return new Town.Example("conference", client -> town.as(town.rosa(), () -> conferences.call(client, Town.today(), java.time.LocalTime.NOON, "", "Everybody", "")).id().toString());
    }

    @Bean
    Town.Example progressKey() {
        return new Town.Example("progress", _ -> java.util.UUID.randomUUID().toString());
    }
}
