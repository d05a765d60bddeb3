package org.homeward.node.server;

import java.security.SecureRandom;
import java.util.Random;

/** A random source that repeats itself for a seed, so that two worlds differ in nothing but what is hidden. */
final class Repeating extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final long seed;
    private Random random;

    Repeating(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** From the beginning again: what was drawn so far leaves no trace. */
    void again() {
        random = new Random(seed);
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
}
