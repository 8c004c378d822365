package org.casebridge.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A calendar file that somebody brought: how many times it takes until which day, and how many of its events made no sense. */
public record Brought(UUID id, String name, Instant broughtAt, LocalDate throughOn, int times, int leftOut) {}
