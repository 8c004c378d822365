package org.casebridge.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.casebridge.reading.PlainLanguage;
import org.casebridge.reading.Reading;
import org.casebridge.web.Say;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Casebridge itself writes to clients, in messages and letters, is as easy to read as the agency asks of everybody. */
class PlainMessagesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 3);
    private static final LocalTime TIME = LocalTime.of(10, 0);

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void what_is_written_to_a_client_reads_at_the_grade_that_is_wanted(String language) {
        var locale = Locale.of(language);
        var texts = Say.in(locale, () -> List.of(
                Say.say("{name} comes to you on {day} at {time}.", "Rosa", DAY, TIME) + " " + Say.say("If it does not suit you: {phone}", "555-0100"),
                Say.say("{name} calls you on {day} at {time}.", "Rosa", DAY, TIME) + " " + Say.say("If it does not suit you: {phone}", "555-0100"),
                Say.say("{name} expects you on {day} at {time}.", "Rosa", DAY, TIME) + " " + Say.say("If it does not suit you: {phone}", "555-0100"),
                Say.say("You are invited to talk over your plan with us.") + " " + Say.say("Please tell us if you cannot come, or if you need an interpreter or help to get there.")));
        for (var text : texts) {
            var read = Reading.of(text, locale, List.of(), PlainLanguage.TARGET);
            assertThat(read.enough()).as(text).isTrue();
            assertThat(read.grade()).as(text).isLessThanOrEqualTo(PlainLanguage.TARGET);
            assertThat(read.tooLong()).as(text).isEmpty();
        }
    }
}
