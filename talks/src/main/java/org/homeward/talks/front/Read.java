package org.homeward.talks.front;

/**
 * What a file held, or one sentence for the person who brought it.
 *
 * @param <T> what was read
 */
public sealed interface Read<T> {
    /** The file is readable. */
    record Ok<T>(T value) implements Read<T> {}

    /** The file is not; the sentence says what and where. */
    record Bad<T>(String sentence) implements Read<T> {}
}
