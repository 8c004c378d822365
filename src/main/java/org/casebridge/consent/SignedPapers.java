package org.casebridge.consent;

import java.time.Instant;
import java.util.List;
import org.casebridge.clients.ClientId;

/** The scanned papers on which consents were signed, offered as a bean by the module that keeps papers. */
public interface SignedPapers {

    record Paper(String title, String path, Instant addedAt) {}

    /** Those of this consent, the newest first. */
    List<Paper> of(ClientId client, ConsentId consent);
}
