package org.homeward.selection;

import org.jspecify.annotations.Nullable;

/** Checks on fields of terms; a file may leave out what the types promise. */
final class Terms {
    private Terms() {}

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("field '" + field + "' is missing");
        }
        return value;
    }

    static void atLeast(String field, long least, long value) {
        if (value < least || value > 1_000_000) {
            throw new IllegalArgumentException(
                    "field '" + field + "' is " + value + "; it takes " + least + " to 1000000");
        }
    }
}
