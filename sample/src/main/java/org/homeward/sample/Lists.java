package org.homeward.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** The lists beside this class, and skewed draws from them. */
final class Lists {
    private Lists() {}

    /** The lines of a list without its comments. */
    static List<String> lines(String name) {
        try (InputStream in = Lists.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the list " + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Draws from a list whose first elements are commonest. The cube of a uniform draw gives rank r a density that falls as
     * r<sup>-2/3</sup>: between a flat list and Zipf's law, as surnames are.
     */
    static <T> T skewed(List<T> list, Random random) {
        double u = random.nextDouble();
        return list.get((int) (u * u * u * list.size()));
    }

    static <T> T even(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
