package org.homeward.node.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** A day as a form gives it. */
public final class FormDay {
    private FormDay() {}

    /** The day; null where there is none, or what is there is none. */
    public static @Nullable LocalDate of(String value) {
        try {
            return value.isBlank() ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
