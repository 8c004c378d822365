package org.casebridge.workforce;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.casebridge.access.AccountId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Sentence;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A licence or certification of a worker. {@code name} is used for what the list of kinds lacks; {@code jurisdiction} is where it holds: a state, "national". */
public record Credential(CredentialId id, AccountId worker, Kind kind, String name, String number, String jurisdiction, @Nullable LocalDate expiresOn) {

    /** A credential so near its end is warned of: time enough to renew, too short to forget again. */
    public static final int WARN_DAYS = 60;

    public enum Kind implements Worded {
        LCSW("Licensed clinical social worker (LCSW)"), LMSW("Licensed master social worker (LMSW)"), LPC("Licensed professional counselor (LPC)"),
        RN("Registered nurse (RN)"), CCM("Certified case manager (CCM)"), ACM("Accredited case manager (ACM)"),
        CHW("Community health worker (CHW)"), ADC("Alcohol and drug counselor"), OTHER("Another one");

        private final String words;

        Kind(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    /** Refuses another one without its name. */
    static Credential of(CredentialId id, AccountId worker, AddCredential said) {
        if (said.kind() == Kind.OTHER && said.name().isBlank()) {
            throw Refused.invalid("Write what it is called.").at("name");
        }
        return new Credential(id, worker, said.kind(), said.kind() == Kind.OTHER ? said.name() : "", said.number(), said.jurisdiction(), said.expiresOn());
    }

    /** "LCSW", or its own name. */
    public String label() {
        return kind == Kind.OTHER ? name : kind == Kind.ADC ? "ADC" : kind.name();
    }

    /** It may be used until the end of the day it expires. */
    public boolean lapsed(LocalDate today) {
        return expiresOn != null && expiresOn.isBefore(today);
    }

    public boolean endsSoon(LocalDate today) {
        return expiresOn != null && !lapsed(today) && !expiresOn.isAfter(today.plusDays(WARN_DAYS));
    }

    public Sentence state(LocalDate today) {
        if (expiresOn == null) {
            return Sentence.of("does not expire");
        }
        return lapsed(today) ? Sentence.of("lapsed on {day}", expiresOn)
                : endsSoon(today) ? Sentence.of("expires {days, plural, =0 {today} one {tomorrow} other {in # days}}, on {day}", ChronoUnit.DAYS.between(today, expiresOn), expiresOn)
                : Sentence.of("until {day}", expiresOn);
    }

    /** "lapsed", "soon" or "". */
    public String tone(LocalDate today) {
        return lapsed(today) ? "lapsed" : endsSoon(today) ? "soon" : "";
    }
}
