package org.homeward.record.draft;

import java.util.List;
import org.homeward.record.Span;

/**
 * Two things in one article, or an article and a public date, that do not fit by arithmetic. It says "differs", never "false".
 *
 * @param key the typed key: what is compared
 * @param sentence both sides of it, in words
 */
public record Difference(String key, String sentence, List<Span> from) {
    /** Copies the list. */
    public Difference {
        from = List.copyOf(from);
    }
}
