package org.casebridge.referrals.web;

import jakarta.validation.constraints.NotNull;
import org.casebridge.directory.Capacity;

/** Whether a service has room. */
public record TellCapacity(@NotNull(message = "Choose whether there is room.") Capacity capacity) {}
