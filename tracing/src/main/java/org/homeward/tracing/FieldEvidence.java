package org.homeward.tracing;

import org.jspecify.annotations.Nullable;

/**
 * What one field says for (positive) or against (negative bits) a link.
 *
 * @param held the held row's own writing, null where blank
 * @param sought the sought row's own writing, null where blank
 * @param words the level in words a clerk reads
 */
public record FieldEvidence(
        String field, @Nullable String held, @Nullable String sought, String level, double bits, String words) {}
