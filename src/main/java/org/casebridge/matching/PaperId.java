package org.casebridge.matching;

import java.util.UUID;
import org.casebridge.kernel.Id;

/** The key of one line of the ledger of papers. */
public record PaperId(UUID value) implements Id {}
