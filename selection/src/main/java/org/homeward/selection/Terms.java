package org.homeward.selection;

import org.jspecify.annotations.Nullable;

/** Checks on fields of terms; a file may leave out what the types promise. */
final class Terms {
    private Terms() {}

    /** A fault, and the place of it inside whatever was being read. */
    static final class FaultException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        /** JSON pointer (RFC 6901) from the record that found the fault. */
        final String pointer;

        FaultException(String pointer, String sentence) {
            super(sentence);
            this.pointer = pointer;
        }
    }

    static FaultException fault(String pointer, String sentence) {
        return new FaultException(pointer, sentence);
    }

    static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw fault("/" + field, "field '" + field + "' is missing");
        }
        return value;
    }

    static void atLeast(String field, long least, long value) {
        between(field, least, 1_000_000, value);
    }

    static void between(String field, long least, long most, long value) {
        if (value < least || value > most) {
            throw fault("/" + field, "field '" + field + "' is " + value + "; it takes " + least + " to " + most);
        }
    }
}
