package org.casebridge.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.casebridge.directory.Entry.Kind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class DoublesPagesTest {

    @Autowired Town town;
    @Autowired Directory directory;
    @Autowired Services services;
    @Autowired Doubles doubles;

    private final String mark = "Zd" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    private final String phone = "+1 (518) " + String.format("%03d-%04d", mark.hashCode() & 0x1ff, UUID.randomUUID().hashCode() & 0x1fff);

    private void bring(String source, String name, String number) {
        town.vera().act(() -> directory.bring(source + mark, List.of(new Entry(Kind.ORGANIZATION, "o", Map.of("name", source + " house " + mark)),
                new Entry(Kind.SERVICE, "s", Map.of("organization_id", "o", "name", name + " " + mark, "status", "active", "phones", List.of(Map.of("number", number)))))));
    }

    private List<ServiceLine> found() {
        return town.rosa().act(() -> services.search(ServiceSearch.by(null, mark, null, null))).lines();
    }

    private List<Doubles.Pair> pairs() {
        return town.vera().act(() -> doubles.find(Doubles.Of.SERVICE)).stream().filter(it -> it.one().name().contains(mark)).toList();
    }

    @Test
    void one_of_two_is_put_away_with_its_reasons_and_that_is_taken_back() {
        bring("north", "Food pantry", phone);
        bring("south", "Food pantry downtown", phone.replaceAll("\\D", "").substring(1));
        bring("west", "Dental clinic", "555-0" + mark.hashCode());

        assertThat(pairs()).singleElement().satisfies(it -> assertThat(it.why().toString()).contains("same telephone number"));
        var pair = pairs().getFirst();
        var same = "SAME SERVICE " + pair.one().id() + " " + pair.other().id();
        assertThat(town.get(town.vera(), "/directory/doubles")).bodyText().contains("Food pantry downtown " + mark, "same telephone number");
        assertThat(town.post(town.rosa(), "/directory/doubles", "pair", same)).hasStatus(403);
        for (var wrong : List.of("", "SAME", same + "x", "SAME SERVICE " + pair.one().id() + " " + pair.one().id())) {
            assertThat(town.post(town.vera(), "/directory/doubles", "pair", wrong)).as(wrong).hasStatus(422);
        }
        assertThat(town.post(town.vera(), "/directory/doubles", "pair", "SAME SERVICE " + pair.one().id() + " " + UUID.randomUUID())).hasStatus(404);

        assertThat(town.post(town.vera(), "/directory/doubles", "pair", same)).hasStatus(303);
        assertThat(found()).extracting(it -> it.id().value()).contains(pair.one().id()).doesNotContain(pair.other().id()).hasSize(2);
        assertThat(town.get(town.rosa(), "/directory/services/" + pair.other().id())).bodyText().contains("This entry was put away");
        assertThat(town.get(town.rosa(), "/hsds/services/" + pair.other().id())).hasStatus(404);
        assertThat(town.get(town.rosa(), "/hsds/services/" + pair.one().id())).hasStatusOk();
        assertThat(town.post(town.vera(), "/directory/doubles", "pair", same)).as("a second person decides the same").hasStatus(409);
        bring("south", "Food pantry downtown", "555-0000");
        assertThat(found()).as("an import brings nothing back").hasSize(2);

        assertThat(town.post(town.vera(), "/directory/doubles", "pair", "UNDO SERVICE " + pair.other().id() + " " + pair.other().id())).hasStatus(303);
        assertThat(found()).hasSize(3);
        assertThat(town.get(town.rosa(), "/hsds/services/" + pair.other().id())).hasStatusOk();
        assertThat(town.post(town.vera(), "/directory/doubles", "pair", "UNDO SERVICE " + pair.other().id() + " " + pair.other().id())).hasStatus(409);
    }

    @Test
    void two_that_are_two_are_not_asked_about_again() {
        bring("north", "Clothes closet", phone);
        bring("south", "Clothes closet", phone);
        var pair = pairs().getFirst();

        assertThat(town.post(town.vera(), "/directory/doubles", "pair", "TWO SERVICE " + pair.one().id() + " " + pair.other().id())).hasStatus(303);

        assertThat(pairs()).isEmpty();
        assertThat(found()).hasSize(2);
    }
}
