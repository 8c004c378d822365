package org.casebridge.monitoring;

import org.casebridge.messaging.Mode;

/** One rung of the ladder of attempts: how one tries, how often, and how many days one waits after a try before the next. */
public record Rung(Mode mode, int tries, int waitDays) {}
