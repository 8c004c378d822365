package org.casebridge.demo;

import java.time.LocalDate;

/** What to seed: so many clients, about so many days of history up to {@code asOf}, so many case managers; the same of everything with the same {@code random} gives the same rows. */
public record SeedRequest(int clients, int workers, int days, long random, LocalDate asOf) {

    /** A case manager's caseload, when nobody says how many workers there are: about 60 open cases, as some of the clients are closed or waiting. */
    private static final int CLIENTS_A_WORKER = 90;

    public static int workersFor(int clients) {
        return Math.max(1, Math.ceilDiv(clients, CLIENTS_A_WORKER));
    }
}
