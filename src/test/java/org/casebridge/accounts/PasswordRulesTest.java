package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.casebridge.access.Account;
import org.casebridge.access.AccountId;
import org.casebridge.access.AgencyId;
import org.casebridge.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(strings = {"passwordpassword", "PasswordPassword1!", "qwertyuiopasdfgh", "111111111111111111", "casebridge2026casebridge", "abcdefghijklmnop",
            "p@ssw0rd p@ssw0rd", "Haddad-Noor-Haddad", "nhaddad nhaddad 1", "aaaaaaaabbbbbbbbcccc"})
    void what_is_guessed_first_is_refused_however_long(String password) {
        assertThatThrownBy(() -> rules.check(password, account(false))).hasMessageContaining("first that somebody would guess");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lantern gravel otter", "the heron waits by the weir", "пятнистый жираф под дождём", "zwölf Boxkämpfer jagen"})
    void words_in_a_row_are_fine_without_capitals_digits_or_signs(String password) {
        assertThatCode(() -> rules.check(password, account(false))).doesNotThrowAnyException();
    }

    @Test
    void alone_it_has_fifteen_characters_and_beside_a_second_factor_eight() {
        assertThatThrownBy(() -> rules.check("gravel otters", account(false))).hasMessageContaining("15");
        assertThatCode(() -> rules.check("gravel otters", account(true))).doesNotThrowAnyException();
        assertThatThrownBy(() -> rules.check("gravelo", account(true))).hasMessageContaining("8");
    }

    @Test
    void characters_are_counted_as_people_count_them() {
        assertThat("🦦🪨🏮".repeat(4).codePointCount(0, 24)).isEqualTo(12);
        assertThatThrownBy(() -> rules.check("🦦🪨🏮".repeat(4), account(false))).hasMessageContaining("15");
    }

    private static Account account(boolean secondFactor) {
        return new Account(new AccountId(UUID.randomUUID()), AgencyId.FIRST, "Eastside House", "nhaddad", "Noor Haddad", Role.CASE_MANAGER, "en", "UTC", null, null, secondFactor);
    }
}
