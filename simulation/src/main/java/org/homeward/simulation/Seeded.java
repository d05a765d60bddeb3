package org.homeward.simulation;

import java.security.SecureRandom;
import java.util.Random;

/** A random source that repeats itself for a seed; for simulations only, since anybody can foretell it. */
final class Seeded extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final Random random;

    Seeded(long seed) {
        this.random = new Random(seed);
    }

    @Override
    public void nextBytes(byte[] bytes) {
        random.nextBytes(bytes);
    }

    @Override
    public int nextInt() {
        return random.nextInt();
    }

    @Override
    public int nextInt(int bound) {
        return random.nextInt(bound);
    }

    @Override
    public long nextLong() {
        return random.nextLong();
    }

    /** True once in {@code n} times. */
    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
