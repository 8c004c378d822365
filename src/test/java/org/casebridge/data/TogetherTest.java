package org.casebridge.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.casebridge.PageTest;
import org.casebridge.Town;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** Several questions in one way to PostgreSQL and back. */
@PageTest
class TogetherTest {

    record Line(UUID id, String name) {}

    @Autowired Together together;
    @Autowired TransactionTemplate transaction;
    @Autowired Town town;

    @Test
    void each_question_gets_its_own_answer_in_the_order_of_the_rows() {
        var id = UUID.randomUUID();
        town.rosa().run(() -> transaction.executeWithoutResult(_ -> {
            var questions = together.questions();
            var numbers = questions.list((row, _) -> row.getInt(1), "select n from generate_series(1, ?) n order by n desc", 3);
            var none = questions.list((row, _) -> row.getString(1), "select 'x' where ?::text is not null", (Object) null);
            var lines = questions.list(Line.class, "select ?::uuid as id, ? as name", id, "O’Neill; drop");
            assertThatThrownBy(numbers::get).isInstanceOf(IllegalStateException.class).hasMessageContaining("not asked yet");

            questions.ask();

            assertThat(numbers.get()).containsExactly(3, 2, 1);
            assertThat(none.get()).isEmpty();
            assertThat(lines.get()).containsExactly(new Line(id, "O’Neill; drop"));
        }));
    }

    @Test
    void the_wall_stands_before_each_of_them() {
        var client = town.client("Amadou Diallo");
        for (var who : new org.casebridge.access.Actor[] {town.rosa(), town.sam()}) {
            who.run(() -> transaction.executeWithoutResult(_ -> {
                var questions = together.questions();
                var ids = questions.list((row, _) -> row.getString(1), "select id::text from clients.client where id = ?", client.value());
                var names = questions.list((row, _) -> row.getString(1), "select family from clients.person_name where client_id = ?", client.value());
                questions.ask();
                assertThat(ids.get()).hasSize(who == town.rosa() ? 1 : 0);
                assertThat(names.get()).hasSize(who == town.rosa() ? 1 : 0);
            }));
        }
    }

    @Test
    void what_one_of_them_breaks_on_is_told_as_of_any_query() {
        assertThatThrownBy(() -> town.rosa().run(() -> transaction.executeWithoutResult(_ -> {
            var questions = together.questions();
            questions.list((row, _) -> row.getInt(1), "select 1");
            questions.list((row, _) -> row.getInt(1), "select 1 / ?", 0);
            questions.ask();
        }))).isInstanceOf(DataAccessException.class).rootCause().hasMessageContaining("division by zero");
    }
}
