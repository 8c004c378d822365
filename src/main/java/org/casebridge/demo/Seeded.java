package org.casebridge.demo;

import java.util.SortedMap;

/** What a seed brought: {@code facts} are rows that stand for themselves, {@code rows} are all, with what follows from the facts; by table in {@code tables}. */
public record Seeded(int clients, int workers, long facts, long rows, double seconds, SortedMap<String, Long> tables) {}
