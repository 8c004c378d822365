package org.casebridge.demo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.casebridge.clients.HouseholdRole;
import org.casebridge.clients.Support;
import org.casebridge.clients.YesNo;

/** Who lives with whom, and who stands by a client. */
final class SeederHome {

    private SeederHome() {}

    static void write(SeederHousehold household) {
        var members = household.members();
        var head = members.getFirst();
        var at = head.dice().at(head.came());
        if (members.size() > 1) {
            var id = head.id(at);
            for (var member : members) {
                var place = members.indexOf(member);
                member(member, id, at, place == 0 ? HouseholdRole.HEAD : member.age() < 18 ? HouseholdRole.CHILD : place == 1 ? HouseholdRole.PARTNER : HouseholdRole.OTHER_RELATIVE);
            }
        }
        for (var client : members) {
            if (client.dice().percent(25)) {
                support(client, at);
            }
        }
    }

    private static void member(SeederClient client, UUID household, Instant at, HouseholdRole role) {
        client.rows().add(SeederTable.HOUSEHOLD_MEMBER, client.id(at), household, client.id(), true, "", null, role, client.came(), null);
    }

    private static void support(SeederClient client, Instant at) {
        var dice = client.dice();
        var culture = SeederCulture.any(dice);
        var name = culture.name(dice, dice.of(org.casebridge.clients.Sex.FEMALE, org.casebridge.clients.Sex.MALE), culture.family(dice)).whole();
        client.rows().add(SeederTable.SUPPORT, client.id(at), client.id(), name, dice.of(Support.Relation.SIBLING, Support.Relation.FRIEND, Support.Relation.NEIGHBOR, Support.Relation.PARENT),
                List.of(Support.Role.EMERGENCY), dice.percent(50) ? List.of("KNOW", "TALK") : List.of(), "(518) 555-01%02d".formatted(dice.below(100)), "", "en", dice.percent(80) ? YesNo.YES : null, null, "", null, 0);
    }
}
