package org.homeward.node.duty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the clocks need of a person who is held.
 *
 * @param row key of his row
 * @param name as the register writes it, for this side's own people
 * @param place where the register says he is, or empty
 * @param since the first day that the register knows of, or null where it knows none: then the clock cannot start, and that is said
 */
public record HeldFacts(
        String row,
        String name,
        String place,
        boolean civilian,
        boolean serious,
        @Nullable LocalDate since) {}
