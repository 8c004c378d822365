package org.casebridge.workforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CredentialTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @Test
    void it_holds_until_the_end_of_its_last_day_and_is_warned_of_in_time() {
        assertThat(until(TODAY.minusDays(1)).tone(TODAY)).isEqualTo("lapsed");
        assertThat(until(TODAY).tone(TODAY)).isEqualTo("soon");
        assertThat(until(TODAY.plusDays(60)).tone(TODAY)).isEqualTo("soon");
        assertThat(until(TODAY.plusDays(61)).tone(TODAY)).isEmpty();
        assertThat(until(null).tone(TODAY)).isEmpty();
        assertThat(until(TODAY.plusDays(20)).state(TODAY).values()).first().isEqualTo(20L);
    }

    @Test
    void one_that_the_list_lacks_needs_its_name_and_only_that_keeps_one() {
        assertThatThrownBy(() -> made(Credential.Kind.OTHER, " ", null)).isInstanceOfSatisfying(Refused.class, it -> assertThat(it.field()).isEqualTo("name"));
        assertThat(made(Credential.Kind.OTHER, "Peer specialist", null).label()).isEqualTo("Peer specialist");
        assertThat(made(Credential.Kind.LCSW, "left over", null)).returns("LCSW", Credential::label).returns("", Credential::name);
    }

    private static Credential until(@Nullable LocalDate day) {
        return made(Credential.Kind.CCM, "", day);
    }

    private static Credential made(Credential.Kind kind, String name, @Nullable LocalDate day) {
        return Credential.of(CredentialId.next(), new AccountId(UUID.randomUUID()), new AddCredential(kind, name, "1", "NY", day));
    }
}
