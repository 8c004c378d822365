package org.casebridge.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.codes.NeedCategory;
import org.casebridge.kernel.Refused;
import org.casebridge.referrals.Referral.Side;
import org.casebridge.referrals.Referral.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReferralTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /** The edges of the Gravity state diagram, written down apart from the code. */
    private static final Map<Status, Set<Status>> GRAVITY = Map.of(
            Status.REQUESTED, EnumSet.of(Status.ACCEPTED, Status.REJECTED, Status.CANCELLED),
            Status.ACCEPTED, EnumSet.of(Status.IN_PROGRESS, Status.ON_HOLD, Status.CANCELLED, Status.COMPLETED, Status.FAILED),
            Status.IN_PROGRESS, EnumSet.of(Status.COMPLETED, Status.FAILED, Status.CANCELLED, Status.ON_HOLD),
            Status.ON_HOLD, EnumSet.of(Status.IN_PROGRESS, Status.CANCELLED, Status.COMPLETED, Status.FAILED));

    @ParameterizedTest
    @EnumSource(Status.class)
    void only_the_steps_of_the_state_diagram_are_taken(Status from) {
        for (var to : Status.values()) {
            var allowed = GRAVITY.getOrDefault(from, Set.of()).contains(to) || to == Status.ENTERED_IN_ERROR && from != Status.ENTERED_IN_ERROR;
            var side = Side.REQUESTER.maySet(to) ? Side.REQUESTER : Side.ORGANIZATION;
            if (allowed) {
                assertThat(in(from).move(to, side, "because", Instant.EPOCH).status()).isEqualTo(to);
            } else {
                assertThatThrownBy(() -> in(from).move(to, side, "because", Instant.EPOCH)).as("%s to %s", from, to).isInstanceOf(Refused.class);
            }
        }
    }

    @Test
    void each_side_takes_its_own_steps_and_either_may_cancel() {
        assertThatThrownBy(() -> in(Status.REQUESTED).move(Status.ACCEPTED, Side.REQUESTER, "", Instant.EPOCH)).hasMessageContaining("other side");
        assertThatThrownBy(() -> in(Status.ACCEPTED).move(Status.ENTERED_IN_ERROR, Side.ORGANIZATION, "oops", Instant.EPOCH)).hasMessageContaining("other side");
        assertThat(in(Status.ACCEPTED).move(Status.CANCELLED, Side.ORGANIZATION, "closed down", Instant.EPOCH).status()).isEqualTo(Status.CANCELLED);
        assertThat(in(Status.ACCEPTED).move(Status.CANCELLED, Side.REQUESTER, "moved away", Instant.EPOCH).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void an_organization_declines_what_it_has_not_accepted_and_never_cancels_it() {
        assertThatThrownBy(() -> in(Status.REQUESTED).move(Status.CANCELLED, Side.ORGANIZATION, "no", Instant.EPOCH)).hasMessageContaining("declined, not cancelled");
        assertThat(in(Status.REQUESTED).answers()).containsExactlyInAnyOrder(Status.ACCEPTED, Status.REJECTED);
        assertThat(in(Status.REQUESTED).move(Status.CANCELLED, Side.REQUESTER, "moved", Instant.EPOCH).status()).isEqualTo(Status.CANCELLED);
    }

    @Test
    void a_cause_of_the_list_says_why_without_words_and_another_reason_does_not() {
        assertThat(in(Status.REQUESTED).move(Status.REJECTED, Side.ORGANIZATION, Cause.NO_FUNDS, "", Instant.EPOCH).whyNot()).isEqualTo(Cause.NO_FUNDS);
        assertThatThrownBy(() -> in(Status.REQUESTED).move(Status.REJECTED, Side.ORGANIZATION, Cause.OTHER, "", Instant.EPOCH)).hasMessageContaining("Say why");
    }

    @Test
    void a_confirmed_outcome_that_does_not_hold_opens_the_loop_again() {
        var confirmed = in(Status.COMPLETED).confirm(Referral.Met.MET, TODAY, "", TODAY.minusDays(9), TODAY);
        assertThat(confirmed.reopen().closed()).isFalse();
        assertThatThrownBy(() -> in(Status.COMPLETED).reopen()).hasMessageContaining("still open");
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = {"REJECTED", "CANCELLED", "ENTERED_IN_ERROR"})
    void saying_no_needs_a_reason(Status no) {
        var side = Side.REQUESTER.maySet(no) ? Side.REQUESTER : Side.ORGANIZATION;
        assertThatThrownBy(() -> in(Status.REQUESTED).move(no, side, " ", Instant.EPOCH)).hasMessageContaining("Say why");
    }

    @Test
    void the_loop_is_closed_only_when_the_outcome_is_known() {
        var completed = in(Status.COMPLETED);
        assertThat(completed.closed()).isFalse();

        var confirmed = completed.confirm(Referral.Met.PARTLY, TODAY, "Food for one week", TODAY.minusDays(9), TODAY);

        assertThat(confirmed.closed()).isTrue();
        assertThatThrownBy(() -> confirmed.confirm(Referral.Met.MET, TODAY, "", TODAY.minusDays(9), TODAY)).hasMessageContaining("was confirmed");
        assertThatThrownBy(() -> in(Status.ACCEPTED).confirm(Referral.Met.MET, TODAY, "", TODAY, TODAY)).hasMessageContaining("not ended");
        assertThatThrownBy(() -> completed.confirm(Referral.Met.MET, TODAY.plusDays(1), "", TODAY, TODAY)).hasMessageContaining("between");
        assertThatThrownBy(() -> completed.confirm(Referral.Met.MET, TODAY.minusDays(1), "", TODAY, TODAY)).hasMessageContaining("between");
    }

    @Test
    void a_declined_referral_is_closed_when_its_worker_has_taken_note() {
        assertThat(in(Status.REJECTED).closed()).isFalse();
        assertThat(in(Status.REJECTED).note().closed()).isTrue();
        assertThatThrownBy(() -> in(Status.ACCEPTED).note()).hasMessageContaining("not declined");
    }

    private static Referral in(Status status) {
        return new Referral(ReferralId.next(), ClientId.next(), new AccountId(UUID.randomUUID()), UUID.randomUUID(), UUID.randomUUID(), "Food boxes", "Harbor Pantry",
                NeedCategory.FOOD, null, "A box each week", Referral.Urgency.ROUTINE, "", "by phone", TODAY, true, status, "", Instant.EPOCH, null, Instant.EPOCH, false, null, null, null, null, 2, "", null, null, null, 0);
    }
}
