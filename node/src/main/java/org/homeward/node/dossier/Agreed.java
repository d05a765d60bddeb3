package org.homeward.node.dossier;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far two people are with a question. Each person's last word counts; two who say the same decide; two who differ leave it contested
 * until one of them takes his word back or changes it.
 *
 * @param words each person's last word, in the order in which they first spoke
 */
public record Agreed<V>(Phase phase, Map<String, Word<V>> words) {
    /** How many must say the same. */
    public static final int PEOPLE = 2;

    /** How far people are. */
    public enum Phase {
        OPEN,
        /** One has spoken. */
        ONE,
        /** Two have said the same. */
        DECIDED,
        /** Two have said different things. */
        CONTESTED
    }

    /** What somebody says and why. */
    public record Word<V>(V said, String reason, Instant at) {}

    public Agreed {
        words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }

    /** Gathers words, the oldest first. */
    static final class Gathered<V> {
        private final Map<String, Word<V>> words = new LinkedHashMap<>();

        /** @param said null where the person takes back what he said */
        void add(String by, @Nullable V said, String reason, Instant at) {
            if (said == null) {
                words.remove(by);
            } else {
                words.put(by, new Word<>(said, reason, at));
            }
        }

        Agreed<V> agreed() {
            long different = words.values().stream().map(Word::said).distinct().count();
            Phase phase = words.isEmpty()
                    ? Phase.OPEN
                    : different > 1 ? Phase.CONTESTED : words.size() >= PEOPLE ? Phase.DECIDED : Phase.ONE;
            return new Agreed<>(phase, words);
        }
    }

    /** What two have decided. */
    public Optional<V> decision() {
        return phase == Phase.DECIDED ? words.values().stream().map(Word::said).findFirst() : Optional.empty();
    }

    /** When the last of those words was said. */
    public Optional<Instant> since() {
        return words.values().stream().map(Word::at).max(Instant::compareTo);
    }
}
