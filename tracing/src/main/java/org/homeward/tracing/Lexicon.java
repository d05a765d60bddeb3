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
abstract class Lexicon {
    final List<String> values = new ArrayList<>();
    final List<String> sounds = new ArrayList<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final PairCache known = new PairCache();
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

    /** The level of two different values; called once a pair. */
    abstract Level compare(int left, int right);

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

    /** The ordinal of the {@link Level} of two numbers. */
    int level(int left, int right) {
        if (left < 0 || right < 0) {
            return 0;
        }
        if (left == right) {
            return 1;
        }
        long key = left < right ? (long) left << 32 | right : (long) right << 32 | left;
        int level = known.get(key);
        if (level < 0) {
            level = compare(left, right).ordinal();
            known.put(key, level);
        }
        return level;
    }
}
