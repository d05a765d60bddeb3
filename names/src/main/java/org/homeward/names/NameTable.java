package org.homeward.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.names.PersonName.Role;

/**
 * Many names, held so that two million pairs a second and core can be compared: each distinct part once, each comparison of two
 * parts kept while there is room. Nothing is allocated by a comparison. For one thread.
 */
public final class NameTable {
    private static final long ABSENT = (long) NameFeatures.MISSING << 32;
    private static final int LARGEST_CACHE = 1 << 20;

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<Token> tokens = new ArrayList<>();
    private Token[] byId = {};
    private int[] slots;
    private int size;
    private final long[] knownPairs;
    private final long[] knownResults;
    private final double[] row = new double[NameFeatures.SIZE];

    /** A table for about {@code names} names; it grows. */
    public NameTable(int names) {
        slots = new int[Math.max(16, names * 3)];
        int cache = Math.min(LARGEST_CACHE, Integer.highestOneBit(Math.max(64, names)) << 4);
        knownPairs = new long[cache];
        knownResults = new long[cache];
        Arrays.fill(knownPairs, -1);
    }

    /** Read when first needed: weights are fitted with a table, before there are any. */
    private static final class Shipped {
        static final NameWeights WEIGHTS = NameWeights.shipped();
    }

    /** Takes a name in and gives its number, from 0. */
    public int add(PersonName name) {
        if (size * 3 + 3 > slots.length) {
            slots = Arrays.copyOf(slots, slots.length * 2);
        }
        slots[size * 3] = intern(name.joined(Role.SURNAME));
        slots[size * 3 + 1] = intern(name.joined(Role.GIVEN));
        slots[size * 3 + 2] = intern(name.joined(Role.PATRONYMIC));
        return size++;
    }

    private int intern(String text) {
        if (text.isEmpty()) {
            return -1;
        }
        Integer known = ids.get(text);
        if (known == null) {
            known = tokens.size();
            ids.put(text, known);
            tokens.add(new Token(text));
            if (byId.length < tokens.size()) {
                byId = Arrays.copyOf(byId, Math.max(64, byId.length * 2));
            }
            byId[known] = tokens.getLast();
        }
        return known;
    }

    /** How many names there are. */
    public int size() {
        return size;
    }

    int tokens() {
        return tokens.size();
    }

    Token token(int id) {
        return byId[id];
    }

    /** The token in a slot of a name (0 surname, 1 given, 2 patronymic), or -1. */
    int slot(int name, int slot) {
        return slots[name * 3 + slot];
    }

    /** The log odds, in nats, that two names of this table are one; {@link #probability} of it is calibrated. */
    public double score(int left, int right) {
        fill(left, right, row);
        return Shipped.WEIGHTS.logit(row);
    }

    /** The probability that a score stands for. */
    public static double probability(double score) {
        return NameWeights.probability(score);
    }

    /** Whether the surname of one is read as the given name of the other: registers swap the two. */
    boolean swapped(int left, int right) {
        int a = left * 3;
        int b = right * 3;
        long surname = compare(slots[a], slots[b]);
        long given = compare(slots[a + 1], slots[b + 1]);
        if (agrees(surname) && (agrees(given) || given == ABSENT)) {
            return false;
        }
        return worth(compare(slots[a], slots[b + 1])) + worth(compare(slots[a + 1], slots[b]))
                > worth(surname) + worth(given) + 0.3f;
    }

    void fill(int left, int right, double[] into) {
        int a = left * 3;
        int b = right * 3;
        boolean swap = swapped(left, right);
        long surname = compare(slots[a], swap ? slots[b + 1] : slots[b]);
        long given = compare(slots[a + 1], swap ? slots[b] : slots[b + 1]);
        long patronymic = compare(slots[a + 2], slots[b + 2]);
        int other = swap ? slots[b + 1] : slots[b];
        int length =
                slots[a] < 0 || other < 0 ? 0 : Math.min(byId[slots[a]].sound.length(), byId[other].sound.length());
        NameFeatures.fill(into, surname, given, patronymic, swap, length);
    }

    private static boolean agrees(long packed) {
        int outcome = (int) (packed >>> 32);
        return outcome <= NameLevel.NEAR.ordinal() || outcome == NameFeatures.INITIAL;
    }

    private static float worth(long packed) {
        int outcome = (int) (packed >>> 32);
        if (outcome == NameFeatures.MISSING) {
            return 0;
        }
        return outcome == NameFeatures.INITIAL
                ? 0.5f
                : outcome == NameFeatures.OTHER_INITIAL ? -0.5f : Math.clamp(NameComparer.shareOf(packed), -0.5f, 1f);
    }

    /** The outcome and share of two tokens, by number; either may be -1. */
    long compare(int left, int right) {
        if (left < 0 || right < 0) {
            return ABSENT;
        }
        if (left == right && !byId[left].isInitial()) {
            return (long) NameLevel.EXACT.ordinal() << 32 | Float.floatToRawIntBits(1f);
        }
        Token a = byId[left];
        Token b = byId[right];
        if (NameComparer.apart(a, b)
                && (!a.hasClass
                        || !b.hasClass
                        || !GivenNames.share(a.classes, b.classes) && !GivenNames.related(a.classes, b.classes))) {
            return (long) NameLevel.DIFFERENT.ordinal() << 32
                    | Float.floatToRawIntBits(NameComparer.APART) & 0xFFFFFFFFL;
        }
        long pair = left < right ? (long) left << 32 | right : (long) right << 32 | left;
        int at = (int) (pair * 0x9E3779B97F4A7C15L >>> 40) & knownPairs.length - 1;
        if (knownPairs[at] == pair) {
            return knownResults[at];
        }
        long result = outcome(a, b);
        knownPairs[at] = pair;
        knownResults[at] = result;
        return result;
    }

    static long outcome(Token a, Token b) {
        long result = NameComparer.compare(a, b);
        if (a.isInitial() || b.isInitial()) {
            boolean agree = NameComparer.level(result) != NameLevel.DIFFERENT;
            return (long) (agree ? NameFeatures.INITIAL : NameFeatures.OTHER_INITIAL) << 32 | result & 0xFFFFFFFFL;
        }
        return result;
    }
}
