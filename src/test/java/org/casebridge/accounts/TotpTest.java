package org.casebridge.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SEED = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({"59, 94287082, SHA1", "1111111109, 07081804, SHA1", "1111111111, 14050471, SHA1", "1234567890, 89005924, SHA1", "2000000000, 69279037, SHA1", "20000000000, 65353130, SHA1",
            "59, 46119246, SHA256", "1111111109, 68084774, SHA256", "20000000000, 77737706, SHA256", "59, 90693936, SHA512", "1111111109, 25091201, SHA512", "20000000000, 47863826, SHA512"})
    void codes_are_those_of_the_standard(long second, String code, String hash) {
        var seed = "1234567890".repeat(7).substring(0, hash.equals("SHA1") ? 20 : hash.equals("SHA256") ? 32 : 64);

        assertThat(Totp.code(seed.getBytes(StandardCharsets.US_ASCII), second / Totp.SECONDS, 8, "Hmac" + hash)).isEqualTo(code);
    }

    @Test
    void a_code_is_right_one_step_early_and_one_late_and_no_more() {
        var now = Instant.ofEpochSecond(1_111_111_109);
        var step = now.getEpochSecond() / 30;

        assertThat(Totp.step(SEED, code(step), now, -1)).hasValue(step);
        assertThat(Totp.step(SEED, code(step - 1), now, -1)).hasValue(step - 1);
        assertThat(Totp.step(SEED, code(step + 1), now, -1)).hasValue(step + 1);
        assertThat(Totp.step(SEED, code(step - 2), now, -1)).isEmpty();
        assertThat(Totp.step(SEED, code(step + 2), now, -1)).isEmpty();
    }

    @Test
    void a_step_that_was_used_opens_nothing_nor_does_one_before_it() {
        var now = Instant.ofEpochSecond(1_111_111_109);
        var step = now.getEpochSecond() / 30;

        assertThat(Totp.step(SEED, code(step), now, step)).isEmpty();
        assertThat(Totp.step(SEED, code(step - 1), now, step)).isEmpty();
        assertThat(Totp.step(SEED, code(step + 1), now, step)).hasValue(step + 1);
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void seeds_are_written_as_apps_read_them(String text, String written) {
        assertThat(Base32.of(text.getBytes(StandardCharsets.US_ASCII))).isEqualTo(written);
    }

    private static String code(long step) {
        return Totp.code(SEED, step, Totp.DIGITS, "HmacSHA1");
    }
}
