package org.homeward.sample;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Seeded chance; the same seed gives the same registers on every machine. */
final class Dice {
    private final RandomGenerator random;

    Dice(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** True in that many of a thousand throws. */
    boolean permille(int of) {
        return random.nextInt(1_000) < of;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** One of the list, the first ones far more often: names are not equally common. */
    <T> T common(List<T> list) {
        double u = random.nextDouble();
        return list.get((int) (u * u * list.size()));
    }

    void shuffle(List<?> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            java.util.Collections.swap(list, i, random.nextInt(i + 1));
        }
    }

    /** A row's key that says nothing. */
    String key(int digits) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            key.append((char) ('0' + random.nextInt(10)));
        }
        return key.toString();
    }
}
