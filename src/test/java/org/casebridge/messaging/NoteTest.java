package org.casebridge.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.web.Translations;
import org.junit.jupiter.api.Test;

/** What may happen to a contact and its note, and when. */
class NoteTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");
    private static final AccountId ROSA = new AccountId(UUID.randomUUID());
    private static final AccountId SAM = new AccountId(UUID.randomUUID());

    private final Contact contact = contact(Contact.Party.CLIENT, "", Contact.Outcome.REACHED);
    private final Note draft = Note.write(contact, Note.Written.free("First words"), null, ROSA, NOW);

    @Test
    void a_signed_note_locks_after_a_day() {
        var signed = draft.sign(ROSA, NOW);
        assertThat(draft.state(NOW)).isEqualTo(Note.State.DRAFT);
        assertThat(signed.state(NOW.plus(Duration.ofHours(23)))).isEqualTo(Note.State.SIGNED);
        assertThat(signed.state(NOW.plus(Duration.ofHours(24)))).isEqualTo(Note.State.LOCKED);
        assertThat(signed.takeBack(ROSA, NOW.plus(Duration.ofHours(23)), false).state(NOW)).isEqualTo(Note.State.DRAFT);
        assertThatThrownBy(() -> signed.takeBack(ROSA, NOW.plus(Duration.ofHours(24)), false)).isInstanceOf(Refused.class).hasMessageContaining("locked");
        assertThatThrownBy(() -> signed.takeBack(ROSA, NOW.plus(Duration.ofHours(1)), true)).isInstanceOf(Refused.class).hasMessageContaining("locked");
        assertThatThrownBy(() -> signed.rewrite(Note.Written.free("Other words"), ROSA)).isInstanceOf(Refused.class).hasMessageContaining("signed");
        assertThatThrownBy(() -> signed.sign(ROSA, NOW)).isInstanceOf(Refused.class);
    }

    @Test
    void only_its_author_writes_signs_and_takes_back() {
        assertThatThrownBy(() -> draft.rewrite(Note.Written.free("Not mine"), SAM)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> draft.sign(SAM, NOW)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> draft.sign(ROSA, NOW).takeBack(SAM, NOW, false)).isInstanceOf(Refused.class);
    }

    @Test
    void whoever_is_not_the_client_has_a_name() {
        assertThatThrownBy(() -> contact(Contact.Party.PROVIDER, " ", Contact.Outcome.REACHED)).isInstanceOf(Refused.class);
        assertThat(contact(Contact.Party.PROVIDER, "Dr. Shah", Contact.Outcome.REACHED).collateral()).isTrue();
        assertThat(contact(Contact.Party.CLIENT, "Dr. Shah", Contact.Outcome.REACHED).who()).isEmpty();
    }

    @Test
    void every_way_to_be_in_touch_says_what_happened_in_both_languages() {
        for (var mode : Mode.values()) {
            for (var sentence : new org.casebridge.kernel.Sentence[] {mode.came("Jerry"), mode.reached("Jerry"), mode.tried("Jerry", Contact.Outcome.NO_ANSWER)}) {
                assertThat(Translations.spanish()).containsKey(sentence.english());
                assertThat(sentence.values()).contains("Jerry");
            }
        }
    }

    private static Contact contact(Contact.Party party, String who, Contact.Outcome outcome) {
        return Contact.record(ClientId.next(), new Contact.Said(NOW, Mode.PHONE, Contact.Direction.OUTGOING, party, who, 5, outcome), ROSA, NOW);
    }
}
