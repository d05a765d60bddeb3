package org.homeward.tracing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distinct values of fields of one sort, each read once and known by a number, so that two values are compared once.
 *
 * <p>A value's <em>group</em> is what it stands for: values of one group agree. Ids and groups count from 0; -1 is none.
 */
abstract class Lexicon implements Cloneable {
    final List<String> values = new ArrayList<>();
    final List<String> sounds = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private PairCache known = new PairCache();
    private int[] groupOf = new int[1024];

    /** The number of a value as written, or -1 where nothing of it can be compared. */
    final int intern(String value) {
        Integer id = ids.get(value);
        if (id == null) {
            id = add(value);
            ids.put(value, id);
        }
        return id;
    }

    /** Reads a new value by {@link #put}, or returns -1. */
    abstract int add(String value);

    /** Whether two different values are plainly different, neither of them a known name, by a look that costs less than to remember a comparison. */
    boolean apart(int left, int right) {
        return false;
    }

    /** The {@link Step} of two different values; called once a pair. */
    abstract int compare(int left, int right);

    /** The same values, to compare in another thread while none is added. */
    Lexicon fork() {
        try {
            Lexicon fork = (Lexicon) clone();
            fork.known = new PairCache();
            return fork;
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("a lexicon can be cloned", e);
        }
    }

    final int put(String value, String sound, String group) {
        int id = values.size();
        values.add(value);
        sounds.add(sound);
        if (id == groupOf.length) {
            groupOf = Arrays.copyOf(groupOf, id * 2);
        }
        groupOf[id] = groups.computeIfAbsent(group, g -> groups.size());
        return id;
    }

    final int group(int id) {
        return groupOf[id];
    }

    final int groups() {
        return groups.size();
    }

    /** The {@link Step} of two numbers. */
    int level(int left, int right) {
        if (left < 0 || right < 0) {
            return 0;
        }
        if (left == right) {
            return 1;
        }
        if (apart(left, right)) {
            return Step.NOT_FAR;
        }
        int first = Math.min(left, right);
        int second = Math.max(left, right);
        int level = known.get(first, second);
        if (level < 0) {
            level = compare(first, second);
            known.put(first, second, level);
        }
        return level;
    }
}
