package org.casebridge.assessments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.junit.jupiter.api.Test;

/** Two people in one draft: field by field, what the page showed, what stands, what was sent. */
class DraftFieldsTest {

    private static final AccountId ME = new AccountId(UUID.randomUUID());
    private static final DraftFields.Touch SHE = new DraftFields.Touch(new AccountId(UUID.randomUUID()), "Vera", Instant.EPOCH);
    private static final DraftFields.Touch I = new DraftFields.Touch(ME, "Rosa", Instant.EPOCH);

    private static final Map<String, String> SHOWN = fields("In person", "one");

    @Test
    void where_only_one_wrote_that_one_holds() {
        assertThat(merge(fields("In person", "two"), fields("By phone", "one"), shown()).fields()).isEqualTo(fields("By phone", "two"));
        assertThat(merge(fields("In person", "one"), fields("By phone", "two"), shown()).changed()).isEmpty();
        assertThat(merge(fields("In person", ""), SHOWN, shown()).fields()).isEqualTo(fields("In person", ""));
    }

    @Test
    void where_both_wrote_the_same_nobody_is_asked_and_where_they_differ_nothing_is_kept() {
        assertThat(merge(fields("In person", "two"), fields("In person", "two"), shown()).both()).isEmpty();
        var merged = merge(fields("In person", "mine"), fields("By phone", "theirs"), shown());
        assertThat(merged.both()).containsExactly(new Both("present", "mine", "theirs", "Vera", Instant.EPOCH));
        assertThat(merged.fields()).isEqualTo(fields("By phone", "theirs"));
        assertThat(merge(fields("In person", "mine"), fields("In person", ""), shown()).both()).extracting(Both::theirs).containsExactly("");
    }

    @Test
    void one_person_on_two_devices_is_not_asked_and_what_was_settled_holds() {
        assertThat(DraftFields.merge(fields("In person", "mine"), fields("In person", "mine before"), shown(), Map.of("present", I), SHE, ME).fields()).isEqualTo(fields("In person", "mine"));
        var mine = new Shown(shown().marks(), Map.of("present", true));
        var theirs = new Shown(shown().marks(), Map.of("present", false));
        assertThat(merge(fields("In person", "mine"), fields("In person", "theirs"), mine).fields()).isEqualTo(fields("In person", "mine"));
        assertThat(merge(fields("In person", "mine"), fields("In person", "theirs"), theirs).fields()).isEqualTo(fields("In person", "theirs"));
    }

    @Test
    void an_answer_that_was_not_there_was_empty() {
        var merged = merge(Map.of("item-1", "a", "item-2", "b"), Map.of("item-2", "c", "item-3", "d"), shown());
        assertThat(merged.fields()).isEqualTo(Map.of("item-1", "a", "item-2", "c", "item-3", "d"));
        assertThat(merged.both()).extracting(Both::field).containsExactly("item-2");
    }

    @Test
    void the_marks_of_the_next_page_never_cover_what_its_reader_has_not_seen() {
        var now = fields("By phone", "theirs");
        var next = Shown.read(shown().written(now, fields("In person", "theirs")), Map.of());
        assertThat(next.showed("mode", "In person")).isTrue();
        assertThat(next.showed("mode", "By phone")).isFalse();
        assertThat(next.showed("present", "theirs")).isTrue();
        assertThat(Shown.read("nonsense = mode=short \0=xxxxxxxxxxxx", Map.of()).marks()).isEqualTo(Map.of("\0", "xxxxxxxxxxxx"));
    }

    @Test
    void a_draft_becomes_fields_and_fields_a_draft() {
        var about = new Assessment.About(Assessment.Stage.INTAKE, LocalDate.of(2026, 11, 30), Assessment.Mode.PHONE, "so", Assessment.Interpreter.PROFESSIONAL, "Her sister");
        var answers = new Answers(Map.of("1", "yes"));
        var merged = new DraftFields.Merged(DraftFields.of(about, answers), List.of(), List.of());
        assertThat(merged.about()).isEqualTo(about);
        assertThat(merged.answers()).isEqualTo(answers);
    }

    private static Shown shown() {
        return Shown.read(Shown.NOTHING.written(SHOWN, SHOWN), Map.of());
    }

    private static DraftFields.Merged merge(Map<String, String> mine, Map<String, String> now, Shown shown) {
        return DraftFields.merge(mine, now, shown, Map.of(), SHE, ME);
    }

    private static Map<String, String> fields(String mode, String present) {
        return Map.of("mode", mode, "present", present);
    }
}
