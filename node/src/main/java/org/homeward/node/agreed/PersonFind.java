package org.homeward.node.agreed;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Those of a case's thousands whom a page shows: the ones that a reader looked for, and of them so many as a page can bear. A search for a
 * person is sent, and stands in no address.
 */
public final class PersonFind {
    /** How many a page shows. */
    public static final int MOST = 50;

    private static final int LONGEST = 200;

    private PersonFind() {}

    /**
     * The first people whose name or line has every word that was typed.
     *
     * @param query as it was typed; nobody is found where it is blank
     * @param text what is looked through of one of them
     */
    public static <T> List<T> find(List<T> people, String query, Function<T, String> text) {
        String[] words = query.substring(0, Math.min(LONGEST, query.length()))
                .strip()
                .toLowerCase(Locale.ROOT)
                .split("\\s+");
        if (words[0].isEmpty()) {
            return List.of();
        }
        return people.stream()
                .filter(person -> {
                    String of = text.apply(person).toLowerCase(Locale.ROOT);
                    for (String word : words) {
                        if (!of.contains(word)) {
                            return false;
                        }
                    }
                    return true;
                })
                .limit(MOST)
                .toList();
    }
}
