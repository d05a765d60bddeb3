package org.homeward.names;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Many names, each distinct part held once. A comparison allocates nothing. For one thread. */
public final class NameTable {
    private final Map<String, Integer> ids = new HashMap<>();
    private Token[] byId = new Token[64];
    private int[] slots;
    private PreparedName[] names;
    private int size;

    /** A table for about {@code names} names; it grows. */
    public NameTable(int names) {
        this.names = new PreparedName[Math.max(8, names)];
        slots = new int[this.names.length * 3];
    }

    /** Takes a name in and gives its number, from 0. */
    public int add(PersonName name) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            slots = Arrays.copyOf(slots, size * 6);
        }
        PreparedName ready = PreparedName.of(name);
        names[size] = ready;
        slots[size * 3] = number(ready.surname);
        slots[size * 3 + 1] = number(ready.given);
        slots[size * 3 + 2] = number(ready.patronymic);
        return size++;
    }

    private int number(@Nullable Token token) {
        if (token == null) {
            return -1;
        }
        Integer known = ids.get(token.text);
        if (known == null) {
            known = ids.size();
            ids.put(token.text, known);
            if (known == byId.length) {
                byId = Arrays.copyOf(byId, known * 2);
            }
            byId[known] = token;
        }
        return known;
    }

    /** How many names there are. */
    public int size() {
        return size;
    }

    int tokens() {
        return ids.size();
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
        return NameComparer.logOdds(names[left], names[right]);
    }

    /** The same for a name that is not of this table. */
    double score(PreparedName left, int right) {
        return NameComparer.logOdds(left, names[right]);
    }

    /** The probability that a score stands for. */
    public static double probability(double score) {
        return NameWeights.probability(score);
    }
}
