package org.casebridge.demo;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Makes up people on a thread of its own, a batch ahead of the database, so that both have work and neither holds all. */
final class SeederPeople implements AutoCloseable {

    private static final int BATCH = 1000;

    /** Some clients with all their rows. */
    record Batch(SeederRows rows, int clients) {}

    private final BlockingQueue<Object> made = new ArrayBlockingQueue<>(1);
    private final Thread maker;

    SeederPeople(SeederAgency agency) {
        maker = Thread.ofPlatform().daemon().name("seeder").start(() -> {
            try {
                make(agency);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException | Error failure) {
                hand(failure);
            }
        });
    }

    /** The next batch, in their order; null after the last. */
    @Nullable Batch next() throws InterruptedException {
        return switch (made.take()) {
            case Batch batch when batch.clients == 0 -> null;
            case Batch batch -> batch;
            case Throwable failure -> throw new IllegalStateException("People could not be made up", failure);
            default -> throw new IllegalStateException();
        };
    }

    @Override
    public void close() {
        maker.interrupt();
    }

    private void make(SeederAgency agency) throws InterruptedException {
        var asked = agency.asked();
        int done = 0;
        for (long number = 0; done < asked.clients(); ) {
            var rows = new SeederRows();
            int before = done;
            while (done < asked.clients() && done - before < BATCH) {
                var dice = SeederDice.of(asked.random() + agency.clientsBefore(), number++);
                var household = new SeederHousehold(agency, rows, dice);
                for (int size = dice.of(1, 1, 1, 1, 1, 2, 2, 3, 4, 5); size > 0 && done < asked.clients(); size--) {
                    household.add(agency.clientsBefore() + ++done);
                }
                SeederCase.live(household);
            }
            made.put(new Batch(rows, done - before));
        }
        made.put(new Batch(new SeederRows(), 0));
    }

    private void hand(Throwable failure) {
        try {
            made.put(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
