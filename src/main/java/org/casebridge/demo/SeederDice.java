package org.casebridge.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that falls the same way each time it is asked for the same seed and the same number. */
final class SeederDice {

    private final SplittableRandom random;

    private SeederDice(SplittableRandom random) {
        this.random = random;
    }

    /** One for each number, so that nobody's life depends on who came before. */
    static SeederDice of(long seed, long number) {
        return new SeederDice(new SplittableRandom(mixed(mixed(seed) + number)));
    }

    /**
     * Near numbers made far from each other (Stafford's variant 13 of MurmurHash3's finalizer, as SplitMix64 uses it): the streams of SplittableRandom whose seeds lie a
     * multiple of its own step apart would run into each other.
     */
    private static long mixed(long number) {
        long mixed = (number ^ number >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    /** From 0 up to and without {@code bound}; 0 when there is nothing to choose from. */
    int below(int bound) {
        return bound <= 1 ? 0 : random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T of(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** The first ones are far more frequent than the last, as names and needs are. */
    <T> T early(List<T> choices) {
        var part = random.nextDouble();
        return choices.get((int) (part * part * choices.size()));
    }

    /** In working hours of New York, where the synthetic agency is, give or take the hour of summer time. */
    Instant at(LocalDate day) {
        return day.atTime(LocalTime.of(between(13, 21), below(12) * 5)).toInstant(ZoneOffset.UTC);
    }

    /** A UUID of version 7 (RFC 9562) of that moment. */
    UUID id(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000), 0x8000_0000_0000_0000L | random.nextLong() >>> 2);
    }
}
