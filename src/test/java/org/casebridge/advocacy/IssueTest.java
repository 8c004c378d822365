package org.casebridge.advocacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IssueTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Test
    void an_answer_that_is_due_has_its_reason() {
        refused("dueBasis", () -> raise(TODAY, TODAY.plusDays(30), ""));
        refused("answerDue", () -> raise(TODAY, TODAY.minusDays(1), "their letter"));
        refused("askedOn", () -> raise(TODAY.plusDays(1), null, ""));
        assertThat(raise(TODAY, TODAY.plusDays(30), "their letter").open()).isTrue();
    }

    @Test
    void a_result_is_neither_older_than_the_question_nor_from_the_future() {
        var issue = raise(TODAY.minusDays(5), null, "");
        refused("resultOn", () -> issue.settle(result(Issue.Result.DENIED, TODAY.minusDays(6)), TODAY));
        refused("resultOn", () -> issue.settle(result(Issue.Result.DENIED, TODAY.plusDays(1)), TODAY));
        assertThat(issue.settle(result(Issue.Result.DENIED, TODAY.minusDays(5)), TODAY).open()).isFalse();
    }

    @Test
    void no_answer_is_missing_only_after_its_day() {
        var issue = raise(TODAY.minusDays(5), TODAY, "their letter");
        refused("result", () -> issue.settle(result(Issue.Result.NO_ANSWER, TODAY), TODAY));
        assertThat(issue.settle(result(Issue.Result.NO_ANSWER, TODAY.plusDays(1)), TODAY.plusDays(1)).result()).isEqualTo(Issue.Result.NO_ANSWER);
    }

    @Test
    void what_has_a_result_stays_as_it_is_until_it_is_opened_again() {
        var settled = raise(TODAY, null, "").settle(result(Issue.Result.PARTLY, TODAY), TODAY);
        assertThatThrownBy(() -> settled.settle(result(Issue.Result.GRANTED, TODAY), TODAY)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> settled.change(said(TODAY, null, ""), TODAY)).isInstanceOf(Refused.class);
        assertThat(settled.reopen()).returns(true, Issue::open).returns("", Issue::resultWords);
        assertThatThrownBy(() -> settled.reopen().reopen()).isInstanceOf(Refused.class);
    }

    @Test
    void the_line_says_why_and_how_urgent() {
        assertThat(line(TODAY.minusDays(1), null).tone(TODAY)).isEqualTo("urgent");
        assertThat(line(TODAY, null).tone(TODAY)).isEqualTo("urgent");
        assertThat(line(TODAY.plusDays(7), null).tone(TODAY)).isEqualTo("soon");
        assertThat(line(TODAY.plusDays(8), null).tone(TODAY)).isEqualTo("steady");
        assertThat(line(null, TODAY.minusDays(13)).tone(TODAY)).isEqualTo("steady");
        assertThat(line(null, TODAY.minusDays(14)).tone(TODAY)).isEqualTo("soon");
        assertThat(line(TODAY.minusDays(3), null).why(TODAY).toString()).contains("was due on").contains("3");
    }

    private static IssueLine line(@Nullable LocalDate due, @Nullable LocalDate lastStep) {
        return new IssueLine(IssueId.next(), ClientId.next(), "Ana", new AccountId(UUID.randomUUID()), "Rosa", "Housing Authority", "removal from the wait list",
                TODAY.minusDays(60), due, "their letter", null, null, lastStep);
    }

    private static Issue raise(LocalDate askedOn, @Nullable LocalDate due, String basis) {
        return Issue.raise(ClientId.next(), new AccountId(UUID.randomUUID()), said(askedOn, due, basis), TODAY);
    }

    private static RaiseIssue said(LocalDate askedOn, @Nullable LocalDate due, String basis) {
        return new RaiseIssue(Issue.Party.AGENCY, "Housing Authority", null, null, "removal from the wait list", "To be put back", askedOn, due, basis, "", null, 0);
    }

    private static SettleIssue result(Issue.Result result, LocalDate on) {
        return new SettleIssue(result, on, "They wrote back.", 0);
    }

    private static void refused(String field, org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refused.class, it -> assertThat(it.field()).isEqualTo(field));
    }
}
