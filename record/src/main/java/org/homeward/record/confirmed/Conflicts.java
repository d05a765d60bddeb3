package org.homeward.record.confirmed;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where confirmed entries give different values for one typed key. It says "differs", never "false", and it stays silent where the
 * scope is not the same: soldiers killed in all and prisoners exchanged in a day are not one key.
 */
public final class Conflicts {
    /** Articles further apart than this are taken to tell of different events. */
    private static final int SAME_EVENT_DAYS = 3;

    private static final String[][] UNITS = {
        {"prisoners", "prisoner pow captive detainee пленн военноплен полонен військовополонен"},
        {"soldiers", "soldier troop service defender fighter военнослуж солдат боец бойц військов захисн"},
        {"civilians", "civilian гражданск мирн цивільн"},
        {"bodies", "bodies тел тіл"},
        {"children", "child дет діт"},
        {"people", "people person человек люд осіб"},
    };

    private Conflicts() {}

    /** A pair of entries that differ, the earlier first. */
    public record Pair(Reported first, Reported second) {}

    /** What is counted, whatever the language: {@code prisoners} for "POWs" and "військовополонених"; the word itself if unknown. */
    public static String unit(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (String[] unit : UNITS) {
            for (String stem : unit[1].split(" ")) {
                if (lower.startsWith(stem)) {
                    return unit[0];
                }
            }
        }
        return lower;
    }

    /** Every pair of the same kind, key and field, near in time, with different values; quadratic in the entries of one key. */
    public static List<Pair> among(List<Reported> entries) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            for (int k = i + 1; k < entries.size(); k++) {
                Reported a = entries.get(i);
                Reported b = entries.get(k);
                boolean same = a.kind().equals(b.kind())
                        && a.key().equals(b.key())
                        && a.field().equals(b.field())
                        && Math.abs(ChronoUnit.DAYS.between(a.event(), b.event())) <= SAME_EVENT_DAYS;
                if (same && !a.value().equals(b.value())) {
                    pairs.add(new Pair(a, b));
                }
            }
        }
        return List.copyOf(pairs);
    }
}
