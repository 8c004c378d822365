package org.casebridge.clients;

import java.util.List;
import org.casebridge.kernel.Sentence;

/** A client who matches a search, and why. */
public record FoundClient(ClientLine line, List<Sentence> why) {}
