package org.casebridge.documents;

import java.time.Instant;
import org.casebridge.access.AccountId;
import org.casebridge.clients.ClientId;
import org.casebridge.consent.ConsentId;
import org.casebridge.kernel.Refused;
import org.casebridge.kernel.Worded;
import org.jspecify.annotations.Nullable;

/** A paper of a client's record; {@code consent}: the one that was signed on it. {@code sha256} is that of the file as it is kept. One that was put in by mistake is struck: its line stays, its file is not handed out. */
public record Document(DocumentId id, ClientId clientId, String title, About about, FileKind kind, int size, byte[] sha256, Instant addedAt, AccountId addedBy, String addedByName,
                       @Nullable Instant struckAt, @Nullable String strikeReason, @Nullable ConsentId consent) {

    /** What a paper is. */
    public enum About implements Worded {
        CONSENT("Consent or authorization"), IDENTITY("Identity or legal status"), INCOME("Income or benefits"), HOUSING("Housing"), HEALTH("Health"),
        COURT("Court or police"), LETTER("Letter or notice"), OTHER("Another paper");

        private final String words;

        About(String words) { this.words = words; }

        @Override
        public String words() { return words; }
    }

    public boolean struck() {
        return struckAt != null;
    }

    public String path() {
        return "/clients/" + clientId.text() + "/documents/" + id.text();
    }

    /** The name under which it is handed out: its title and the ending of what it really is. */
    public String fileName() {
        return title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip() + "." + kind.ending();
    }

    void refuseIfStruck() {
        if (struck()) {
            throw Refused.conflict("This document was taken out of the record: {reason}", strikeReason);
        }
    }
}
