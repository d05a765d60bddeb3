package org.homeward.record.statement;

import java.util.List;
import org.homeward.record.Span;

/**
 * A value that is not a span itself: it names its rule and the spans it comes from.
 *
 * @param value for instance {@code UA} for a side, or a normal date
 */
public record Derived(String value, String rule, List<Span> from) {
    /** Copies the list. */
    public Derived {
        from = List.copyOf(from);
    }
}
