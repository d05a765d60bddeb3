package org.homeward.node.families;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Bounds how often codes are tried, per source and in all. When there is too much in all, each source keeps its first few tries: whoever
 * floods the door does not keep out somebody who comes with a receipt. Whether a code is right plays no part. Safe for threads; memory is
 * bounded.
 */
public final class Throttle {
    static final Duration WINDOW = Duration.ofMinutes(10);
    static final int PER_SOURCE = 20;
    static final int PER_SOURCE_WHEN_BUSY = 5;
    static final int BUSY = 2_000;
    static final int MOST_SOURCES = 50_000;

    private static final class Tries {
        private Instant since;
        private int count;

        private Tries(Instant since) {
            this.since = since;
        }
    }

    // In the order of last use: who floods from many sources drives out sources that were quiet, which costs them
    // nothing.
    private final Map<String, Tries> sources = new LinkedHashMap<>(16, 0.75f, true);
    private Tries all = new Tries(Instant.EPOCH);

    /** Whether this source may try now; counts the try. */
    public synchronized boolean admits(String source, Instant now) {
        String from = network(source);
        Tries tries = sources.computeIfAbsent(from, s -> new Tries(now));
        if (sources.size() > MOST_SOURCES) {
            sources.remove(sources.keySet().iterator().next());
        }
        count(tries, now);
        count(all, now);
        return tries.count <= (all.count > BUSY ? PER_SOURCE_WHEN_BUSY : PER_SOURCE);
    }

    private static void count(Tries tries, Instant now) {
        if (Duration.between(tries.since, now).compareTo(WINDOW) >= 0) {
            tries.since = now;
            tries.count = 0;
        }
        tries.count++;
    }

    /** One household has a whole IPv6 network of 64 bits. */
    private static String network(String source) {
        String[] parts = source.split(":", -1);
        return parts.length < 5 ? source : String.join(":", parts[0], parts[1], parts[2], parts[3]);
    }
}
