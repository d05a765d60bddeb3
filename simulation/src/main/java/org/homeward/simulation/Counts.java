package org.homeward.simulation;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** How often each thing happened. */
final class Counts {
    private final Map<Happening, Long> counts = new EnumMap<>(Happening.class);

    void add(Happening happening) {
        counts.merge(happening, 1L, Long::sum);
    }

    /** Every happening by its name, those that never came to pass with 0. */
    Map<String, Long> all() {
        Map<String, Long> all = new TreeMap<>();
        for (Happening happening : Happening.values()) {
            all.put(happening.name(), counts.getOrDefault(happening, 0L));
        }
        return all;
    }
}
