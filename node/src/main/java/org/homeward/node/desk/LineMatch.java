package org.homeward.node.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of the holder's rows answers a line, and why the engine thinks so. It never leaves the holder.
 *
 * @param line the other side's line
 * @param row the key of the holder's own row
 * @param token the name for the person that is shown to the other side, or null when he is not shown
 * @param probability in thousandths
 * @param margin thousandths of a bit before the runner-up, or null without one
 */
public record LineMatch(
        String line,
        String row,
        @Nullable String token,
        int probability,
        String matchKey,
        List<Field> fields,
        @Nullable Long margin) {
    public LineMatch {
        fields = List.copyOf(fields);
    }

    /**
     * One field side by side.
     *
     * @param bits thousandths of a bit for (positive) or against the link
     * @param words the level of agreement as a clerk reads it
     */
    public record Field(
            String field, @Nullable String held, @Nullable String sought, String level, int bits, String words) {}
}
