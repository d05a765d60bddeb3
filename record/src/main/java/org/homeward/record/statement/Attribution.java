package org.homeward.record.statement;

import java.util.List;

/**
 * What one rule read in one sentence; places count pieces, ends exclusive.
 *
 * @param speaker where the words for the speaker stand
 * @param cue where the words of saying stand
 * @param content the stretches that are said, in order
 * @param channel where or to whom it was said, or an empty stretch
 * @param rule the rule, in words
 * @param firm whether the rule is among those that seldom err
 */
record Attribution(Stretch speaker, Stretch cue, List<Stretch> content, Stretch channel, String rule, boolean firm) {
    /** Pieces from {@code from} up to {@code to}. */
    record Stretch(int from, int to) {
        static final Stretch NONE = new Stretch(0, 0);

        boolean isEmpty() {
            return to <= from;
        }

        boolean overlaps(Stretch other) {
            return from < other.to && other.from < to;
        }

        int common(Stretch other) {
            return Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
        }

        int length() {
            return Math.max(0, to - from);
        }
    }

    Attribution withContent(List<Stretch> changed) {
        return new Attribution(speaker, cue, changed, channel, rule, firm);
    }

    int contentLength() {
        return content.stream().mapToInt(Stretch::length).sum();
    }
}
