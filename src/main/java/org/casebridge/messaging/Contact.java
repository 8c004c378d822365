package org.casebridge.messaging;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/**
 * An attempt or an interaction, with the client or about them. It is never changed; one entered in error is struck out with the reason.
 * Here stands the one definition of {@link #reached}, {@link #attempted} and {@link #collateral}.
 */
public record Contact(ContactId id, ClientId clientId, Instant at, Mode mode, Direction direction, Party party, String who, @Nullable Integer minutes,
                      Outcome outcome, AccountId recordedBy, Instant recordedAt, @Nullable Instant struckAt, @Nullable AccountId struckBy,
                      @Nullable String strike) {

    public enum Direction implements Worded {
        OUTGOING("We contacted them"), INCOMING("They contacted us");

        private final String words;

        Direction(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum Party implements Worded {
        CLIENT("The client"), SUPPORT("A support person"), PROVIDER("A provider"), OTHER("Somebody else");

        private final String words;

        Party(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public enum Outcome implements Worded {
        REACHED("Reached"), LEFT_MESSAGE("Left a message"), NO_ANSWER("No answer, or not there"), REFUSED("Did not want to talk"),
        WRONG_NUMBER("Wrong number or address"), NO_MESSAGE("Could not leave a message");

        private final String words;

        Outcome(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** What a person says of a contact; {@code who} is the name of whoever is not the client. */
    public record Said(Instant at, Mode mode, Direction direction, Party party, String who, @Nullable Integer minutes, Outcome outcome, Around around) {

        public Said(Instant at, Mode mode, Direction direction, Party party, String who, @Nullable Integer minutes, Outcome outcome) {
            this(at, mode, direction, party, who, minutes, outcome, Around.NOTHING);
        }
    }

    public enum Interpreted implements Worded {
        NONE("No interpreter"), PROFESSIONAL("A professional interpreter"), STAFF("A bilingual colleague"), FAMILY("A relative or friend");

        private final String words;

        Interpreted(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /**
     * What stands around a contact: minutes of travel, the language it was in (a BCP 47 code, or empty), who interpreted, where, what was seen of safety, why the safe-contact rules were not kept when they were
     * not, and the group session that it was part of.
     */
    public record Around(@Nullable Integer travel, String language, Interpreted interpreter, String place, String safety, @Nullable String despite, @Nullable UUID sessionId) {

        public static final Around NOTHING = new Around(null, "", Interpreted.NONE, "", "", null, null);
    }

    public static Contact record(ClientId client, Said said, AccountId by, Instant now) {
        if (said.party() != Party.CLIENT && said.who().isBlank()) {
            throw Refused.invalid("Say with whom.").at("who");
        }
        return new Contact(ContactId.next(), client, said.at(), said.mode(), said.direction(), said.party(),
                said.party() == Party.CLIENT ? "" : said.who(), said.minutes(), said.outcome(), by, now, null, null, null);
    }

    /** How many days later than the day after it was written down, on the agency's calendar; 0 for one in time. A late entry is marked as one (CMS Program Integrity Manual 3.3.2.5). */
    public long lateBy(ZoneId zone) {
        var days = ChronoUnit.DAYS.between(at.atZone(zone).toLocalDate(), recordedAt.atZone(zone).toLocalDate());
        return days > 1 ? days : 0;
    }

    /** The client was reached: only this counts for the cadence. */
    public boolean reached() {
        return party == Party.CLIENT && outcome == Outcome.REACHED && struckAt == null;
    }

    /** The client was sought and not reached. */
    public boolean attempted() {
        return party == Party.CLIENT && outcome != Outcome.REACHED && struckAt == null;
    }

    /** Somebody else was reached about the client. */
    public boolean collateral() {
        return party != Party.CLIENT && outcome == Outcome.REACHED && struckAt == null;
    }

    /** What happened, in one sentence, with the client's name. */
    public Sentence happened(String client) {
        var name = party == Party.CLIENT ? client : who;
        return outcome != Outcome.REACHED ? mode.tried(name, outcome) : direction == Direction.INCOMING ? mode.came(name) : mode.reached(name);
    }

    /** Refuses a second time, and without a reason. */
    public Contact strike(String reason, AccountId by, Instant now) {
        if (struckAt != null) {
            throw Refused.conflict("This contact was struck out already.");
        }
        if (reason.isBlank()) {
            throw Refused.invalid("Say what was wrong with it.").at("reason");
        }
        return new Contact(id, clientId, at, mode, direction, party, who, minutes, outcome, recordedBy, recordedAt, now, by, reason);
    }
}
